// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/entrycodec.h"

#include "server/protocol/json.h"
#include "server/protocol/withdrawal.h"

#include <QJsonDocument>
#include <QJsonValue>

namespace pushlab::protocol {

EncodedEntry encodeControl(const ControlEntry &entry)
{
    EncodedEntry encoded;
    QByteArray &json = encoded.json;
    json += "{\"seq\":";
    json += QByteArray::number(entry.seq);
    if (isWithdrawn(entry)) {
        json += ",\"withdrawn\":true}";
        return encoded;
    }
    json += ",\"accepted\":";
    appendJsonTime(json, entry.accepted);
    json += ",\"control\":";
    json += controlJson(entry);
    json += '}';
    return encoded;
}

EncodedEntry encodeEntry(const Entry &entry)
{
    const auto *const message = std::get_if<Message>(&entry);
    return message ? encodeMessage(*message) : encodeControl(std::get<ControlEntry>(entry));
}

QByteArray controlJson(const ControlEntry &entry)
{
    return QJsonDocument(entry.control).toJson(QJsonDocument::Compact);
}

std::optional<Entry> decodeEntry(const QJsonObject &object)
{
    const QJsonValue control = object[u"control"];
    if (const qint64 number = object[u"seq"].toInteger(); object[u"withdrawn"].toBool() && number >= 1)
        return withdrawnMessage(number);
    if (control.isUndefined()) {
        std::optional<Message> message = decodeMessage(object);
        return message ? std::optional<Entry>(*std::move(message)) : std::nullopt;
    }
    const QJsonValue seq = object[u"seq"];
    ControlEntry entry{seq.toInteger(), object[u"accepted"].toDouble(), control.toObject()};
    if (!seq.isDouble() || entry.seq < 1 || entry.kind().isEmpty())
        return std::nullopt;
    return isWithdrawn(entry) ? withdrawnMessage(entry.seq) : entry;
}

} // namespace pushlab::protocol
