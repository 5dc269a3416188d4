// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/longpolling.h"

#include "server/protocol/multipart.h"
#include "server/push/answers.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"
#include "server/push/sending.h"

namespace pushlab::push {

using http::Access;
using http::Response;
using protocol::FormView;
using protocol::Technique;

namespace {

constexpr quint8 longPollingAccount(bool isTeacher)
{
    return quint8(ledger::accountOf(Technique::LongPolling, isTeacher));
}

//! The text of a POST: jQuery and a page's own form send url-encoded bodies, FormData sends multipart.
TutorialText postedText(const http::Request &request)
{
    const QByteArrayView type = request.field("Content-Type");
    if (protocol::MultipartView::isMultipart(type))
        return {protocol::MultipartView(type, request.body()), "content"};
    return {FormView(request.body()), "content"};
}

//! Whether a page asks to be answered at once (`wait=0`), because its browser has no connection left to hold.
bool asksWithoutHold(QByteArrayView query)
{
    return query.contains("wait=") && FormView(query).field("wait").value == u"0";
}

//! The room and the queue of the reader whom \a field names.
Read<ReaderCache::Places> findQueue(const Context &context, QByteArrayView query, QByteArrayView field)
{
    const FormView form(query);
    const Read<QString> name = readRoom(form);
    const Read<QString> user = readName(form, field, true);
    if (const Response *const fault = firstFault(name, user))
        return *fault;
    room::Room *const room = context.shard.find(std::get<QString>(name));
    room::Queue *const queue = room ? room->queue(std::get<QString>(user)) : nullptr;
    if (!queue)
        return Response::error(404, "no-queue", "There is no queue of that name; open its page first.");
    return ReaderCache::Places{room, queue};
}

} // namespace

void LongPolling::addRoutes(http::Router &router)
{
    router.add("GET", protocol::uidSendPath, Access::SameSite, [this](const http::Call &call, http::Responder r) {
        sendTutorialText(m_context, call, {FormView(call.request.query()), "text"}, Technique::LongPolling, std::move(r));
    });
    router.add("POST", protocol::nameSendPath, Access::SameSite, [this](const http::Call &call, http::Responder r) {
        sendTutorialText(m_context, call, postedText(call.request), Technique::LongPolling, std::move(r));
    });
    router.add("GET", protocol::uidQueuePath, Access::SameSite,
               [this](const http::Call &call, http::Responder r) { getFromQueue(call, "uid", std::move(r)); });
    router.add("GET", protocol::nameQueuePath, Access::SameSite,
               [this](const http::Call &call, http::Responder r) { getFromQueue(call, "name", std::move(r)); });
}

void LongPolling::hold(const MessagesQuery &query, http::Responder responder)
{
    responder.setCostCenter({longPollingAccount(query.reader.isTeacher), 0});
    room::Room *const room = enterRoom(m_context, query.room, query.reader, responder);
    if (!room)
        return;
    const room::RoomLog &log = room->log();
    const bool isAtEnd = query.after >= log.newest(query.withControl) && query.after <= log.next();
    const bool mayHold = isAtEnd && (query.epoch.isEmpty() || query.epoch == log.epoch());
    if (mayHold && !m_context.shard.mayWait()) {
        responder.send(noPlaceToWait());
        return;
    }
    auto held = std::make_unique<HeldMessages>(HeldRequest::Place{m_context, *room, m_answers}, query.reader, query.after,
                                               query.withControl, std::move(responder));
    if (mayHold)
        park(std::move(held), m_context.shard.clock().steady() + query.wait);
    else
        held->answer(query.epoch);
}

void LongPolling::stop()
{
    m_context.shard.deadlines().expireAll();
}

bool LongPolling::openQueue(const QString &room, const QString &user)
{
    room::Room *const opened = m_context.shard.open(room);
    return opened && opened->openQueue(user);
}

void LongPolling::getFromQueue(const http::Call &call, QByteArrayView field, http::Responder responder)
{
    const HeldQueue::Reader reader{call.peer.text, m_context.admission.isTeacher(call.request)};
    responder.setCostCenter({longPollingAccount(reader.isTeacher), 0});
    if (const ReaderCache::Places *const known = ReaderCache::of(call, m_context.shard)) {
        holdQueue(call, *known, reader, std::move(responder));
        return;
    }
    const Read<ReaderCache::Places> found = findQueue(m_context, call.request.query(), field);
    if (const Response *const fault = std::get_if<Response>(&found)) {
        responder.send(*fault);
        return;
    }
    const auto &place = std::get<ReaderCache::Places>(found);
    if (call.request.isHead()) {
        const protocol::EncodedEntry *const head = place.room->head(*place.queue);
        responder.send(Response::json(head ? queueAnswer(*head) : emptyQueueAnswer()));
        return;
    }
    holdQueue(call, place, reader, std::move(responder));
}

void LongPolling::holdQueue(const http::Call &call, const ReaderCache::Places &place, const HeldQueue::Reader &reader,
                            http::Responder responder)
{
    room::Room *const room = place.room;
    room::Queue *const queue = place.queue;
    const auto identity = [queue, &reader] { return queueIdentity(queue->user, reader.address, reader.isTeacher); };
    if (room->isModerated()) {
        if (const auto denial = denyEntry(m_context, *room, identity())) {
            responder.send(toResponse(*denial));
            return;
        }
    }
    const bool mayHold = !asksWithoutHold(call.request.query());
    if (mayHold && !room->head(*queue) && !m_context.shard.mayWait()) {
        responder.send(noPlaceToWait());
        return;
    }
    const bool isBound = queue->reader && queue->reader->isTeacher == reader.isTeacher;
    room::Member *countedAt = isBound ? room->touchMember(*queue, Technique::LongPolling, 1) : nullptr;
    if (!countedAt) {
        countedAt = room->touchMember(identity(), Technique::LongPolling, 1);
        if (countedAt)
            room::Roster::bind(*queue, *countedAt);
    }
    if (place.member != countedAt)
        ReaderCache::store(call, m_context.shard, {room, queue, countedAt});
    auto held = std::make_unique<HeldQueue>(HeldRequest::Place{m_context, *room, m_answers}, reader, countedAt, *queue,
                                            std::move(responder));
    if (held->wake())
        return;
    if (!mayHold)
        held->expire();
    else
        park(std::move(held), m_context.shard.clock().steady() + m_context.settings.hold);
}

} // namespace pushlab::push
