// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classcontrol.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace pushlab::server {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The settings that the last control entry of a log states; nullopt when there is no such entry.
std::optional<protocol::ClassSettings> lastSettings(const room::RoomLog &log)
{
    for (qint64 seq = log.next(); seq >= log.oldest(); --seq) {
        if (!log.at(seq).isControl())
            continue;
        const auto entry = protocol::decodeEntry(protocol::parseJson(log.at(seq).json).object());
        const auto *const control = entry ? std::get_if<protocol::ControlEntry>(&*entry) : nullptr;
        if (const auto settings = control ? protocol::settingsFromControl(control->control) : std::nullopt)
            return settings;
    }
    return std::nullopt;
}

} // namespace

void tellRooms(const room::Shard &shard, const protocol::ClassSettings &now, const protocol::ClassSettings &before)
{
    for (const auto &[name, room] : shard.rooms()) {
        const protocol::ClassSettings told = protocol::settingsOf(name, now);
        if (told != protocol::settingsOf(name, before))
            room->append(protocol::ControlEntry{0, 0, protocol::settingsControl(told)});
    }
}

void tellOfMark(const room::Shard &shard, const QString &name)
{
    for (const auto &entry : shard.rooms())
        entry.second->append(protocol::ControlEntry{0, 0, {{u"kind"_s, u"mark"_s}, {u"name"_s, name}}});
}

void tellRestored(const room::Shard &shard, const protocol::ClassSettings &now)
{
    for (const auto &[name, room] : shard.rooms()) {
        const protocol::ClassSettings told = protocol::settingsOf(name, now);
        const std::optional<protocol::ClassSettings> heard = lastSettings(room->log());
        if (heard && *heard != told)
            room->append(protocol::ControlEntry{0, 0, protocol::settingsControl(told)});
    }
}

} // namespace pushlab::server
