// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcement.h"

#include "server/protocol/json.h"
#include "server/protocol/paths.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int formatVersion = 1;

// An untrusted sender may also use characters that reverse a line or hide a part of it.
bool isPrintable(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.cbegin(), characters.cend(),
                       [](uint character) { return QChar::isPrint(character) && character != QChar::ReplacementCharacter; });
}

bool isMachineName(const QString &name)
{
    return !name.trimmed().isEmpty() && name.toUtf8().size() <= maxMachineNameBytes && isPrintable(name);
}

bool isId(const QString &id)
{
    return id.size() == machineIdCharacters && std::all_of(id.cbegin(), id.cend(), [](QChar digit) {
               return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f');
           });
}

} // namespace

QString announcedMachineName(const QString &name)
{
    QString kept;
    qsizetype bytes = 0;
    for (const uint character : name.simplified().toUcs4()) {
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
        if (!isPrintable(one))
            continue;
        bytes += one.toUtf8().size();
        if (bytes > maxMachineNameBytes)
            break;
        kept += one;
    }
    return isMachineName(kept) ? kept : u"PushLab"_s;
}

QString newAnnouncementId()
{
    return QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
}

QByteArray encodeAnnouncement(const Announcement &announcement)
{
    QJsonObject object{
        {u"pushlab"_s, formatVersion},  {u"port"_s, announcement.port}, {u"room"_s, announcement.room},
        {u"name"_s, announcement.name}, {u"id"_s, announcement.id},
    };
    if (announcement.isTls)
        object.insert(u"tls"_s, true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Announcement> decodeAnnouncement(const QByteArray &datagram)
{
    if (datagram.size() > maxAnnouncementBytes)
        return std::nullopt;
    const QJsonObject object = protocol::parseJson(datagram).object();
    const int port = object.value("port"_L1).toInt(0); // 0 for a fraction, as well
    const Announcement announcement{quint16(port), object.value("room"_L1).toString(), object.value("name"_L1).toString(),
                                    object.value("id"_L1).toString(), object.value("tls"_L1).toBool()};
    const bool isWell = object.value("pushlab"_L1).toInt() == formatVersion && port >= 1 && port <= 65535
        && protocol::isRoomName(announcement.room) && isPrintable(announcement.room) && isMachineName(announcement.name)
        && isId(announcement.id);
    return isWell ? std::optional(announcement) : std::nullopt;
}

} // namespace pushlab::app
