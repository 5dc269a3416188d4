// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/polling.h"

#include "server/io/socket/traffictap.h"
#include "server/push/answers.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"
#include "server/push/readercache.h"
#include "server/push/sending.h"

namespace pushlab::push {

using http::Access;
using http::Response;
using protocol::Technique;

namespace {

constexpr quint8 pollingAccount(bool isTeacher)
{
    return quint8(ledger::accountOf(Technique::Polling, isTeacher));
}

//! What an answer of the tutorial's route hands to its reader.
Handed textsIn(const Batch &batch)
{
    return {batch.after, batch.last, batch.count, Handed::Form::Text};
}

} // namespace

void Polling::addRoutes(http::Router &router)
{
    router.add("GET", protocol::pollSendPath, Access::SameSite,
               [this](const http::Call &call, http::Responder r) { sendMessage(call, std::move(r)); });
    router.add("GET", protocol::pollPath, Access::SameSite,
               [this](const http::Call &call, http::Responder r) { getMessages(call, std::move(r)); });
}

void Polling::answer(const MessagesQuery &query, bool isHead, http::Responder responder)
{
    responder.setCostCenter({pollingAccount(query.reader.isTeacher), 0});
    const double now = m_context.shard.clock().wall();
    if (isHead) {
        const room::RoomLog unopened(QString(), {});
        const room::Room *const room = m_context.shard.find(query.room);
        responder.send(
            Response::json(messagesAnswer(room ? room->log() : unopened, query.after, query.epoch, now, query.withControl).body));
        return;
    }
    room::Room *const room = enterRoom(m_context, query.room, query.reader, responder);
    if (!room)
        return;
    const Batch batch = messagesAnswer(room->log(), query.after, query.epoch, now, query.withControl);
    room::Member *const reader = room->touchMember(query.reader, Technique::Polling, 1);
    reply({*room, reader, query.reader.isTeacher}, batch.body, handedIn(batch), std::move(responder));
}

void Polling::sendMessage(const http::Call &call, http::Responder responder)
{
    const TutorialText sent(protocol::FormView(call.request.query()), "text");
    sendTutorialText(m_context, call, sent, Technique::Polling, std::move(responder));
}

void Polling::getMessages(const http::Call &call, http::Responder responder)
{
    // A client that polls without news repeats the same request.
    const ReaderCache::Places *const known = ReaderCache::of(call, m_context.shard);
    if (known && !known->room->isModerated()) {
        const Batch &batch = m_answers.polled(known->room->log(), known->index);
        known->room->touchMember(*known->member, Technique::Polling, 1);
        reply({*known->room, known->member, known->member->isTeacher}, batch.body, textsIn(batch), std::move(responder));
        return;
    }
    const bool isTeacher = m_context.admission.isTeacher(call.request);
    responder.setCostCenter({pollingAccount(isTeacher), 0});
    const protocol::FormView form(call.request.query());
    const Read<QString> name = readRoom(form);
    const Read<qint64> index = readNumber(form, "index", std::nullopt);
    if (const Response *const fault = firstFault(name, index)) {
        responder.send(*fault);
        return;
    }
    if (call.request.isHead()) {
        const room::RoomLog unopened(QString(), {});
        const room::Room *const room = m_context.shard.find(std::get<QString>(name));
        responder.send(Response::json(pollAnswer(room ? room->log() : unopened, std::get<qint64>(index)).body));
        return;
    }
    const room::MemberIdentity reader = addressIdentity(call.peer.text, isTeacher);
    room::Room *const room = enterRoom(m_context, std::get<QString>(name), reader, responder);
    if (!room)
        return;
    const Batch &batch = m_answers.polled(room->log(), std::get<qint64>(index));
    room::Member *const member = room->touchMember(reader, Technique::Polling, 1);
    if (member)
        ReaderCache::store(call, m_context.shard, {room, nullptr, member, std::get<qint64>(index)});
    reply({*room, member, isTeacher}, batch.body, textsIn(batch), std::move(responder));
}

void Polling::reply(const Reader &to, const QByteArray &body, const Handed &handed, http::Responder responder)
{
    room::Member *const reader = to.member;
    const ledger::Account account = ledger::accountOf(Technique::Polling, to.isTeacher);
    const History history = historyInAnswer(to.room, reader, handed);
    countAnswer(m_context.ledger.usage(account), handed, history.count, 1);
    const ledger::UsageId id = reader ? reader->usage[size_t(Technique::Polling)] : 0;
    if (ledger::Usage *const usage = m_context.shard.usage().find(id))
        countAnswer(*usage, handed, history.count, 0); // the request was counted with the member
    noteHanded(reader, handed);
    responder.setCostCenter({quint8(account), id, handed.isControlAlone()});
    responder.carry(cargoOf(handed));
    responder.send(Response::json(body), {history.bytes, handed.controlBytes});
}

} // namespace pushlab::push
