// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/sessionnotes.h"

#include "server/classmarks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString wireName(protocol::Technique technique)
{
    return QString::fromLatin1(protocol::techniqueName(technique));
}

QJsonObject splitJson(const ledger::ByteSplit &split)
{
    return {{u"payload"_s, split.payload},
            {u"overhead"_s, split.overhead},
            {u"handshake"_s, split.handshake},
            {u"history"_s, split.history},
            {u"control"_s, split.control}};
}

QJsonObject usageJson(const server::Usage &usage)
{
    return {{u"requests"_s, usage.requests}, {u"answers"_s, usage.answers},
            {u"empty"_s, usage.empty},       {u"controlRequests"_s, usage.controlRequests},
            {u"sends"_s, usage.sends},       {u"delivered"_s, usage.delivered},
            {u"history"_s, usage.history},   {u"connections"_s, usage.connections},
            {u"up"_s, splitJson(usage.up)},  {u"down"_s, splitJson(usage.down)}};
}

QJsonValue numberJson(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject memberJson(const server::MemberSnapshot &member)
{
    QJsonObject usage;
    for (const protocol::Technique technique : protocol::allTechniques) {
        if (member.hasUsed[std::size_t(technique)])
            usage.insert(wireName(technique), usageJson(member.usage[std::size_t(technique)]));
    }
    return {{u"room"_s, member.room},
            {u"key"_s, member.key},
            {u"name"_s, member.name},
            {u"technique"_s, wireName(member.technique)},
            {u"state"_s, QString(room::stateName(member.state))},
            {u"muted"_s, member.isMuted},
            {u"usage"_s, usage},
            {u"p95"_s, numberJson(member.delays.p95)},
            {u"roundTrip"_s, numberJson(member.delays.roundTrip)},
            {u"uncertainty"_s, numberJson(member.delays.uncertainty)},
            {u"missed"_s, member.delays.missed},
            {u"repeated"_s, member.delays.repeated}};
}

QJsonObject techniqueJson(const server::TechniqueCounters &counters, const server::TechniqueDelays &delays)
{
    QJsonObject json = usageJson(counters);
    json.insert(u"members"_s, counters.members);
    const ledger::DelayFigures &delivery = delays.delivery;
    json.insert(u"delay"_s,
                QJsonObject{{u"n"_s, delivery.n},
                            {u"p50"_s, delivery.p50},
                            {u"p95"_s, delivery.p95},
                            {u"p99"_s, delivery.p99},
                            {u"max"_s, delivery.max}});
    return json;
}

QByteArray compactJson(const QJsonDocument &document)
{
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

QList<wire::SessionNote> sessionNotes(const server::HostSnapshot &snapshot)
{
    QJsonArray members;
    for (const server::MemberSnapshot &member : snapshot.members)
        members.append(memberJson(member));
    QJsonObject techniques;
    for (const protocol::Technique technique : protocol::allTechniques)
        techniques.insert(wireName(technique),
                          techniqueJson(snapshot.techniques[std::size_t(technique)], snapshot.delays[std::size_t(technique)]));
    const QJsonObject figures{{u"at"_s, snapshot.now},
                              {u"resetAt"_s, snapshot.resetAt},
                              {u"messages"_s, snapshot.messages},
                              {u"connections"_s, snapshot.connections},
                              {u"members"_s, snapshot.memberCount},
                              {u"techniques"_s, techniques}};
    return {{wire::SessionNote::Kind::Members, compactJson(QJsonDocument(members))},
            {wire::SessionNote::Kind::Figures, compactJson(QJsonDocument(figures))}};
}

wire::SessionNote sessionNote(const protocol::ClassSettings &settings)
{
    return {wire::SessionNote::Kind::Settings, protocol::encodeClassSettings(settings, protocol::SettingsReader::Teacher)};
}

wire::SessionNote sessionNote(const server::ClassMark &mark)
{
    const QByteArray list = server::encodeMarks({mark});
    return {wire::SessionNote::Kind::Mark, list.sliced(1, list.size() - 2)};
}

} // namespace pushlab::app
