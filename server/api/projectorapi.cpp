// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/projectorapi.h"

#include "server/api/peoplejson.h"
#include "server/protocol/conditioner.h"
#include "server/protocol/json.h"
#include "server/protocol/paths.h"
#include "server/protocol/techniquetraits.h"
#include "server/room/classpeople.h"
#include "server/room/questionround.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace pushlab::api {

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;

namespace {

void appendText(QByteArray &json, QByteArrayView key, const QString &text)
{
    json.append(",\"").append(key).append("\":");
    protocol::appendJsonString(json, text.toUtf8());
}

//! How much the delays of each technique may be wrong: by the clock of the member that knows the host's worst.
using Uncertainties = std::array<std::optional<double>, protocol::allTechniques.size()>;
Uncertainties uncertaintiesOf(const room::Shard &shard, const ledger::Delays &delays)
{
    Uncertainties worst;
    for (const auto &entry : shard.rooms()) {
        for (const auto &[key, member] : entry.second->members()) {
            std::optional<double> &known = worst.at(size_t(member.technique));
            known = std::max(known, delays.member({entry.second->name(), key}, member.technique).uncertainty);
        }
    }
    return worst;
}

} // namespace

void ProjectorApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::projectorDataPath, Access::Teacher,
               [this](const Call &, Responder r) { r.send(Response::json(answer())); });
}

QByteArray ProjectorApi::answer() const
{
    m_sources.bringUpToDate();
    QByteArray json = m_context.ledger.toJson(m_context.shard.clock().wall());
    json.chop(1);
    protocol::appendConditioner(json, m_context.settings.conditioner);
    json += ",\"resetAt\":";
    protocol::appendJsonTime(json, m_context.ledger.resetAt());
    appendInvitation(json);
    appendDelays(json);
    appendPeople(json);
    appendOccasions(json);
    return json + ",\"marks\":" + m_sources.marks() + '}';
}

void ProjectorApi::appendInvitation(QByteArray &json) const
{
    json += ",\"class\":{\"room\":";
    protocol::appendJsonString(json, m_context.classRoom.toUtf8());
    appendText(json, "address", m_invitation.address);
    appendText(json, "pin", m_invitation.pin);
    json += ",\"code\":[";
    for (const QByteArray &row : m_invitation.code)
        json.append(json.endsWith('[') ? "\"" : ",\"").append(row).append('"');
    json += "],\"techniques\":[";
    for (const protocol::Technique technique : m_context.settings.techniques)
        json.append(json.endsWith('[') ? "\"" : ",\"").append(protocol::techniqueName(technique)).append('"');
    json += "]}";
}

//! The histograms since the start: two states of one say what the delays in between were.
void ProjectorApi::appendDelays(QByteArray &json) const
{
    const Uncertainties uncertainties = uncertaintiesOf(m_context.shard, m_context.ledger.delays());
    json += ",\"delays\":{";
    for (const protocol::Technique technique : protocol::allTechniques) {
        if (!json.endsWith('{'))
            json += ',';
        protocol::appendJsonString(json, protocol::techniqueName(technique));
        json += ":{\"uncertainty\":";
        if (const std::optional<double> uncertainty = uncertainties.at(size_t(technique)))
            protocol::appendJsonTime(json, *uncertainty);
        else
            json += "null";
        json.append(",\"histogram\":").append(m_context.ledger.delays().of(technique).deliveries.toJson()).append('}');
    }
    json += '}';
}

//! The members of the class's room, each under a key that stays, and the place that its log has reached.
void ProjectorApi::appendPeople(QByteArray &json) const
{
    const room::Room *const room = m_context.shard.find(m_context.classRoom);
    json += ",\"people\":[";
    qint64 count = 0;
    for (const auto &[key, member] : room->members()) {
        if (!member.isPerson() || ++count > room::maxListedMembers)
            continue;
        json += json.endsWith('[') ? "{\"key\":" : ",{\"key\":";
        protocol::appendJsonString(json, key);
        json += ",\"name\":";
        protocol::appendJsonString(json, member.name.toUtf8());
        json += '}';
    }
    json += "],\"joined\":" + QByteArray::number(count) + ",\"log\":{\"epoch\":";
    protocol::appendJsonString(json, room->log().epoch().toUtf8());
    json += ",\"next\":" + QByteArray::number(room->log().next()) + '}';
}

//! What the teacher has begun: each as its own route tells it, or null.
void ProjectorApi::appendOccasions(QByteArray &json) const
{
    const std::optional<protocol::Race> &race = m_context.ledger.races().race();
    const protocol::QuestionState question = m_context.question->state();
    const auto spotlight = room::spotlightState(m_context.shard, m_context.ledger.delays());
    const QJsonObject lesson = m_sources.lesson();
    const QJsonObject step{{u"view"_s, lesson[u"view"_s]}, {u"stepStarted"_s, lesson[u"stepStarted"_s]}};
    const QJsonObject all{{u"race"_s, race ? QJsonValue(protocol::encodeRace(*race)) : QJsonValue()},
                          {u"question"_s, question.asked ? QJsonValue(protocol::encodeAsked(*question.asked)) : QJsonValue()},
                          {u"guesses"_s, question.guesses},
                          {u"spotlight"_s, spotlight ? QJsonValue(spotlightJson(*spotlight)) : QJsonValue()},
                          {u"lesson"_s, lesson.isEmpty() ? QJsonValue() : QJsonValue(step)}};
    json += ',' + QJsonDocument(all).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

} // namespace pushlab::api
