// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/messagesapi.h"

#include "server/api/memberstats.h"
#include "server/api/reporting.h"
#include "server/http/httpserver.h"
#include "server/protocol/json.h"
#include "server/protocol/paths.h"
#include "server/protocol/techniquetraits.h"
#include "server/push/answers.h"
#include "server/push/chatcall.h"
#include "server/push/longpolling.h"
#include "server/push/memberinfo.h"
#include "server/push/permission.h"
#include "server/push/polling.h"
#include "server/push/sending.h"
#include "server/push/techniquehandler.h"

namespace pushlab::api {

using namespace push;

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;

namespace {

constexpr auto segmentsInterval = 1s;

//! Appends `,"rooms":{"ROOM":{"conditioner":{…}}}` when there are any.
void appendRoomConditioners(QByteArray &json, const QHash<QString, protocol::Conditioner> &rooms)
{
    for (auto room = rooms.cbegin(); room != rooms.cend(); ++room) {
        json += room == rooms.cbegin() ? ",\"rooms\":{" : ",";
        protocol::appendJsonString(json, room.key().toUtf8());
        QByteArray member;
        protocol::appendConditioner(member, room.value());
        json.append(":{").append(member.sliced(1)).append('}'); // without the comma that it begins with
    }
    if (!rooms.isEmpty())
        json += '}';
}

} // namespace

void MessagesApi::addRoutes(http::Router &router)
{
    // Reading opens the room and may hold a place: no other site's page needs that, for it cannot see the answer.
    router.add("GET", protocol::roomRoute, Access::SameSite, [this](const Call &call, Responder r) { getRoom(call, std::move(r)); });
    router.add("GET", protocol::messagesRoute, Access::SameSite,
               [this](const Call &call, Responder r) { getMessages(call, std::move(r)); });
    router.add("POST", protocol::messagesRoute, Access::SameSite,
               [this](const Call &call, Responder r) { sendApiMessage(m_context, call, std::move(r)); });
    router.add("POST", protocol::reportsRoute, Access::SameSite,
               [this](const Call &call, Responder r) { takeReport(m_context, call, std::move(r)); });
    router.add("GET", protocol::healthPath, Access::Open,
               [](const Call &, Responder r) { r.send(Response::json("{\"status\":\"ok\"}")); });
    router.add("GET", protocol::timePath, Access::Open, [this](const Call &, Responder r) { getTime(std::move(r)); });
    router.add("GET", protocol::statsPath, Access::Open, [this](const Call &call, Responder r) { getStats(call, std::move(r)); });
    router.add("POST", protocol::resetFiguresPath, Access::Teacher, [this](const Call &, Responder r) {
        resetFigures();
        r.send(Response::json("{}"));
    });
    router.add("GET", protocol::metricsPath, Access::Open, [this](const Call &, Responder r) {
        bringUpToDate();
        Response response = Response::text(m_context.ledger.toPrometheus());
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        r.send(response);
    });
}

void MessagesApi::getMessages(const Call &call, Responder responder)
{
    const protocol::FormView form(call.request.query());
    Read<QString> room = readRoomSegment(call.arguments[0]);
    Read<ReaderQuery> read = readReaderQuery(form);
    const Read<std::chrono::milliseconds> wait = readWait(form);
    if (const Response *const fault = firstFault(room, read, wait)) {
        responder.send(*fault);
        return;
    }
    auto &said = std::get<ReaderQuery>(read);
    const MessagesQuery query{std::get<QString>(std::move(room)),
                              std::move(said.epoch),
                              said.after.value_or(0),
                              std::get<std::chrono::milliseconds>(wait),
                              apiIdentity(said.member, said.name, call.peer.text, m_context.admission.isTeacher(call.request)),
                              said.withControl};
    if (query.wait.count() > 0 && !call.request.isHead())
        m_longPolling.hold(query, std::move(responder));
    else
        m_polling.answer(query, call.request.isHead(), std::move(responder));
}

void MessagesApi::getRoom(const Call &call, Responder responder)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    const protocol::FormView form(call.request.query());
    const Read<QString> member = readName(form, "member", false);
    const Read<QString> shown = readName(form, "name", false);
    if (const Response *const fault = firstFault(name, member, shown)) {
        responder.send(*fault);
        return;
    }
    const room::MemberIdentity reader = apiIdentity(std::get<QString>(member), std::get<QString>(shown), call.peer.text,
                                                    m_context.admission.isTeacher(call.request));
    room::Room *const room = call.request.isHead() ? m_context.shard.find(std::get<QString>(name))
                                                   : enterRoom(m_context, std::get<QString>(name), reader, responder);
    if (!responder.isOpen()) // refused, or gone
        return;
    const room::RoomLog unopened(QString(), {});
    responder.send(Response::json(encodeRoomInfo(room && !call.request.isHead()
                                                     ? memberInfo(m_context, *room, reader)
                                                     : roomInfo(std::get<QString>(name), room ? room->log() : unopened,
                                                                m_context.settings, m_context.shard.clock().wall()))));
}

void MessagesApi::getTime(Responder responder)
{
    QByteArray json = "{\"now\":";
    protocol::appendJsonTime(json, m_context.shard.clock().wall());
    json += '}';
    responder.send(Response::json(std::move(json)));
}

void MessagesApi::getStats(const Call &call, Responder responder)
{
    const protocol::FormView form(call.request.query());
    const protocol::FormView::Field since = form.field("since");
    if (since.status != protocol::FormView::Status::Missing && since.value != u"reset"_s) {
        responder.send(Response::error(400, "bad-since", "since must be reset: the figures since the teacher reset them."));
        return;
    }
    const bool withMembers = form.field("members").value == u"1"_s;
    if (withMembers && !m_context.admission.isTeacher(call.request)) { // only the teacher sees the names of a class
        responder.send(
            Response::error(403, "teacher-only", "What each member cost is told to the teacher alone: add the teacher's key."));
        return;
    }
    bringUpToDate();
    const double now = m_context.shard.clock().wall();
    QByteArray json = since ? m_context.ledger.toJsonSinceReset(now) : m_context.ledger.toJson(now);
    json.chop(1);
    protocol::appendConditioner(json, m_context.settings.conditioner);
    appendRoomConditioners(json, m_context.settings.roomConditioners);
    if (withMembers)
        appendMemberStats(json, m_context.shard);
    responder.send(Response::json(json + '}'));
}

void MessagesApi::resetFigures()
{
    bringUpToDate();
    m_context.ledger.reset(m_context.shard.clock().wall());
}

void MessagesApi::bringUpToDate()
{
    for (TechniqueHandler *const handler : m_handlers)
        handler->record();
    const base::Clock::TimePoint now = m_context.shard.clock().steady();
    if (now - m_segmentsRead >= segmentsInterval) { // each reading asks the kernel about every connection
        m_segmentsRead = now;
        for (TechniqueHandler *const handler : m_handlers)
            handler->recordSegments();
        m_http.recordSegments();
    }
    countMembers(m_context.shard, m_context.ledger);
}

void countMembers(const room::Shard &shard, ledger::Ledger &ledger)
{
    for (const protocol::Technique technique : protocol::allTechniques)
        ledger.of(technique).members = ledger.of(technique).virtualClients = 0;
    for (const auto &entry : shard.rooms()) {
        for (const auto &[key, member] : entry.second->members()) {
            if (member.isTeacher || (traitsOf(member.technique).holdsConnection && member.sockets == 0))
                continue;
            ledger::TechniqueCounters &counters = ledger.of(member.technique);
            ++(member.isVirtual ? counters.virtualClients : counters.members);
        }
    }
}

} // namespace pushlab::api
