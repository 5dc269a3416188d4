// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/peoplejson.h"

#include "server/protocol/technique.h"

#include <QJsonArray>

namespace pushlab::api {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue known(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

QJsonObject banJson(const room::BanState &ban)
{
    return {{u"room"_s, ban.room.isEmpty() ? QJsonValue() : QJsonValue(ban.room)},
            {u"member"_s, ban.member},
            {u"address"_s, ban.address},
            {u"name"_s, ban.name}};
}

QJsonObject spotlightJson(const room::SpotlightState &spotlight)
{
    const room::MemberState &member = spotlight.member;
    QJsonArray messages;
    for (const room::SaidMessage &message : spotlight.said)
        messages.append(QJsonObject{{u"seq"_s, message.seq}, {u"text"_s, message.text}, {u"accepted"_s, message.accepted}});
    QJsonObject json{{u"room"_s, member.room},
                     {u"member"_s, member.key},
                     {u"name"_s, member.name},
                     {u"here"_s, spotlight.isHere},
                     {u"messages"_s, messages}};
    if (!spotlight.isHere)
        return json;
    json.insert(u"technique"_s, QString::fromLatin1(protocol::techniqueName(member.technique)));
    json.insert(u"state"_s, QString(room::stateName(member.state)));
    json.insert(u"requests"_s, member.requests);
    json.insert(u"delivered"_s, member.delivered);
    json.insert(u"connections"_s, member.connections);
    json.insert(u"bytes"_s, member.bytes);
    json.insert(u"p95"_s, known(spotlight.delays.p95));
    json.insert(u"roundTrip"_s, known(spotlight.delays.roundTrip));
    json.insert(u"missed"_s, spotlight.delays.missed);
    return json;
}

} // namespace pushlab::api
