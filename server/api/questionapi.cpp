// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/questionapi.h"

#include "server/protocol/csvfield.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"
#include "server/room/questionround.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <variant>

namespace pushlab::api {

using namespace push;

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;
using protocol::QuestionOrder;

namespace {

Response badQuestion(const QByteArray &what)
{
    return Response::error(400, "bad-question", what);
}

std::variant<QuestionOrder, Response> readOpening(const QJsonObject &object, const protocol::ClassSettings &settings)
{
    QuestionOrder order{QuestionOrder::Action::Open, {}};
    if (const QJsonValue name = object[u"prepared"]; !name.isUndefined()) {
        const auto prepared = protocol::preparedQuestion(name.toString(), settings);
        if (!prepared)
            return badQuestion("prepared must be the id of one of the questions that GET /api/class/question lists.");
        order.question = *prepared;
        return order;
    }
    const auto own = protocol::readOwnQuestion(object[u"question"].toObject());
    if (const auto *const fault = std::get_if<QByteArray>(&own))
        return badQuestion("Name a prepared question, or send one of your own as question: its " + *fault);
    order.question = std::get<protocol::ClassQuestion>(own);
    return order;
}

std::variant<QuestionOrder, Response> readShowing(const QJsonObject &object)
{
    QuestionOrder order{QuestionOrder::Action::Show, {}};
    order.withNames = object[u"names"].toBool();
    const QString part = object[u"upTo"].toString(u"measured"_s);
    if (part == "guesses"_L1)
        order.part = QuestionOrder::Part::Guesses;
    else if (part == "theory"_L1)
        order.part = QuestionOrder::Part::Theory;
    else if (part != "measured"_L1)
        return Response::error(400, "bad-part", "upTo must be guesses, theory or measured.");
    return order;
}

std::variant<QuestionOrder, Response> readOrder(const QByteArray &body, const protocol::ClassSettings &settings)
{
    const QJsonObject object = protocol::parseJson(body).object();
    const QString action = object[u"action"].toString();
    if (action == "open"_L1)
        return readOpening(object, settings);
    if (action == "show"_L1)
        return readShowing(object);
    if (action == "close"_L1)
        return QuestionOrder{QuestionOrder::Action::Close, {}};
    if (action == "discard"_L1)
        return QuestionOrder{QuestionOrder::Action::Discard, {}};
    return Response::error(400, "bad-action", "action must be open, close, show or discard.");
}

//! What a member says of itself and guesses.
struct GuessSaid
{
    QString member;
    QString question;
    double value = 0;
};

std::variant<GuessSaid, Response> readGuess(const QByteArray &body)
{
    const QJsonObject object = protocol::parseJson(body).object();
    const QString member = object[u"member"].toString();
    if (member.isEmpty() || member.toUtf8().size() > protocol::maxNameBytes)
        return Response::error(400, "bad-member", "member must be the id that you ask for messages with.");
    const QJsonValue value = object[u"value"];
    if (!value.isDouble() || !(value.toDouble() >= 0 && value.toDouble() <= protocol::maxGuess))
        return Response::error(400, "bad-guess", "A guess is a number from 0 to 1000000000.");
    return GuessSaid{member, object[u"question"].toString(), value.toDouble()};
}

std::optional<Response> refusalOf(room::GuessTaken taken)
{
    switch (taken) {
    case room::GuessTaken::Taken:
        break;
    case room::GuessTaken::NotOpen:
        return Response::error(409, "question-closed", "This question takes no guesses any more.");
    case room::GuessTaken::TooMany:
        return Response::error(503, "too-many-guesses", "Too many members have guessed already.");
    }
    return std::nullopt;
}

} // namespace

void QuestionApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::questionPath, Access::Teacher, [this](const Call &, Responder r) { r.send(state()); });
    router.add("POST", protocol::questionPath, Access::Teacher, [this](const Call &call, Responder r) { take(call, std::move(r)); });
    router.add("GET", protocol::guessesPath, Access::Teacher, [this](const Call &, Responder r) { r.send(guesses()); });
    router.add("POST", protocol::guessRoute, Access::SameSite,
               [this](const Call &call, Responder r) { takeGuess(call, std::move(r)); });
}

void QuestionApi::take(const Call &call, Responder responder)
{
    const auto order = readOrder(call.request.body(), m_context.settings);
    if (const auto *const fault = std::get_if<Response>(&order))
        responder.send(*fault);
    else if (!m_order(std::get<QuestionOrder>(order)))
        responder.send(Response::error(409, "no-question", "Nothing is asked at present."));
    else
        responder.send(state());
}

void QuestionApi::takeGuess(const Call &call, Responder responder)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    const auto read = readGuess(call.request.body());
    const auto *fault = firstFault(name);
    fault = fault ? fault : std::get_if<Response>(&read);
    if (fault) {
        responder.send(*fault);
        return;
    }
    const auto &said = std::get<GuessSaid>(read);
    room::Room *const room = m_context.shard.find(std::get<QString>(name));
    const room::MemberIdentity guesser = apiIdentity(said.member, {}, call.peer.text, m_context.admission.isTeacher(call.request));
    if (guesser.isTeacher) {
        responder.send(Response::error(403, "teacher-guess", "The teacher asks; the members guess."));
        return;
    }
    if (const auto denial = room ? denyEntry(m_context, *room, guesser) : denyClass(m_context, guesser)) {
        responder.send(toResponse(*denial));
        return;
    }
    const room::Member *const member = room ? room->member(guesser.key) : nullptr;
    if (!member) {
        responder.send(
            Response::error(404, "unknown-member", "Nobody in this room has this id; ask for messages with member= first."));
        return;
    }
    if (const auto refusal = refusalOf(m_round.guess(said.question, guesser.key, {member->name, said.value})))
        responder.send(*refusal);
    else
        responder.send(Response::json("{\"guess\":" + QByteArray::number(said.value, 'g', 15) + '}'));
}

Response QuestionApi::state() const
{
    return Response::json(protocol::encodeState(m_round.state(), m_context.settings));
}

Response QuestionApi::guesses() const
{
    QByteArray csv = "\xEF\xBB\xBFquestion,member,guess\r\n"; // a spreadsheet takes it for UTF-8
    for (const auto &[question, guess] : m_round.record())
        csv += protocol::csvField(question) + ',' + protocol::csvField(guess.name) + ','
            + QByteArray::number(guess.value, 'g', 15) + "\r\n";
    Response response = Response::text(csv);
    response.contentType = "text/csv; charset=utf-8";
    response.fields = "Content-Disposition: attachment; filename=\"guesses.csv\"\r\n";
    return response;
}

} // namespace pushlab::api
