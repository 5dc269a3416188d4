// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/roombrowsing.h"

#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"
#include "server/room/census.h"

#include <algorithm>

namespace pushlab::api {

using namespace push;

using http::Access;
using http::Call;
using http::Responder;
using http::Response;

namespace {

constexpr int listedPeople = 1000;
constexpr qint64 historyEntries = 500;
constexpr qsizetype historyTail = 128; // bytes of what follows the list

//! The room that is asked about, nullptr when nobody has opened it; else the answer that refuses.
std::variant<room::Room *, Response> browsedRoom(const Context &context, const Call &call, const protocol::FormView &form)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    const Read<QString> member = readName(form, "member", false);
    if (const Response *const fault = firstFault(name, member))
        return *fault;
    room::MemberIdentity reader = apiIdentity(std::get<QString>(member), {}, call.peer.text);
    reader.isTeacher = context.admission.isTeacher(call.request);
    room::Room *const room = context.shard.find(std::get<QString>(name));
    const auto denial = room ? denyEntry(context, *room, reader) : denyClass(context, reader);
    if (denial)
        return toResponse(*denial);
    return room;
}

//! The first number of the last \a most before \a before that fit into one answer.
qint64 historyStart(const room::RoomLog &log, qint64 before, qint64 most)
{
    qsizetype bytes = historyTail;
    qint64 first = before;
    while (first > log.oldest() && before - first < most) {
        bytes += log.at(first - 1).json.size() + 1;
        if (bytes > protocol::maxAnswerBytes && first < before)
            break;
        --first;
    }
    return first;
}

QByteArray historyAnswer(const room::RoomLog &log, qint64 before, qint64 most)
{
    const qint64 end = std::clamp(before, log.oldest(), log.next() + 1);
    const qint64 first = historyStart(log, end, most);
    QByteArray json = "{\"epoch\":";
    protocol::appendJsonString(json, log.epoch().toUtf8());
    json += ",\"messages\":[";
    for (qint64 seq = first; seq < end; ++seq) {
        if (seq > first)
            json += ',';
        json += log.at(seq).json;
    }
    json.append("],\"oldest\":").append(QByteArray::number(log.oldest())).append('}');
    return json;
}

//! Names and techniques, as everybody sees them who hears these members; ids and addresses are the teacher's alone.
QByteArray peopleAnswer(const room::Room *room)
{
    const room::Census census = room ? room::censusOf(*room) : room::Census();
    QByteArray json = "{\"count\":" + QByteArray::number(census.people) + ",\"people\":[";
    if (!room)
        return json + "]}";
    int count = 0;
    for (const auto &[key, member] : room->members()) {
        if (count == listedPeople)
            break;
        if (!member.isPerson())
            continue;
        json += count++ > 0 ? ",{\"name\":" : "{\"name\":";
        protocol::appendJsonString(json, member.name.toUtf8());
        json += ",\"technique\":";
        protocol::appendJsonString(json, protocol::techniqueName(member.technique));
        json += '}';
    }
    return json + "]}";
}

} // namespace

void RoomBrowsing::addRoutes(http::Router &router)
{
    router.add("GET", protocol::peopleRoute, Access::SameSite,
               [this](const Call &call, Responder r) { listPeople(call, std::move(r)); });
    router.add("GET", protocol::historyRoute, Access::SameSite,
               [this](const Call &call, Responder r) { giveHistory(call, std::move(r)); });
}

void RoomBrowsing::listPeople(const Call &call, Responder responder) const
{
    const auto found = browsedRoom(m_context, call, protocol::FormView(call.request.query()));
    if (const auto *const refusal = std::get_if<Response>(&found)) {
        responder.send(*refusal);
        return;
    }
    responder.send(Response::json(peopleAnswer(std::get<room::Room *>(found))));
}

void RoomBrowsing::giveHistory(const Call &call, Responder responder) const
{
    const protocol::FormView form(call.request.query());
    const Read<qint64> before = readNumber(form, "before", std::nullopt);
    const Read<qint64> count = readNumber(form, "count", historyEntries);
    if (const Response *const fault = firstFault(before, count)) {
        responder.send(*fault);
        return;
    }
    const auto found = browsedRoom(m_context, call, form);
    if (const auto *const refusal = std::get_if<Response>(&found)) {
        responder.send(*refusal);
        return;
    }
    const room::Room *const room = std::get<room::Room *>(found);
    const room::RoomLog unopened(QString(), {});
    const qint64 most = std::min(std::get<qint64>(count), historyEntries);
    responder.send(Response::json(historyAnswer(room ? room->log() : unopened, std::get<qint64>(before), most)));
}

} // namespace pushlab::api
