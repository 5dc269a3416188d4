// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/heldrequest.h"

#include "server/push/answers.h"

namespace pushlab::push {

using http::Response;
using protocol::Technique;

HeldRequest::HeldRequest(const Context &context, room::Room &room, const room::Identity &reader, http::Responder responder)
    : m_context(context), m_room(room), m_reader(reader.key), m_responder(std::move(responder))
{
    ++m_context.ledger.of(Technique::LongPolling).requests;
    if (room::Member *const member = m_room.see(reader, Technique::LongPolling, 1)) {
        m_isCounted = ++member->held > 0;
        m_usage = member->usage[size_t(Technique::LongPolling)];
        m_responder.charge({quint8(ledger::Account::LongPolling), m_usage});
    }
}

HeldRequest::~HeldRequest()
{
    if (room::Member *const member = m_isCounted ? m_room.member(m_reader) : nullptr) {
        --member->held;
        member->lastSeen = m_context.shard.clock().steady();
    }
}

bool HeldRequest::reply(QByteArray body, int delivered)
{
    if (!m_responder.send(Response::json(std::move(body))))
        return false;
    const auto add = [delivered](ledger::Usage &usage) {
        ++usage.answers;
        usage.delivered += delivered;
        usage.empty += delivered == 0;
    };
    add(m_context.ledger.of(Technique::LongPolling));
    if (ledger::Usage *const usage = m_context.shard.usage().find(m_usage))
        add(*usage);
    return true;
}

void park(std::unique_ptr<HeldRequest> request, room::Clock::TimePoint deadline)
{
    HeldRequest *const parked = request.get();
    room::WaitingList &list = parked->m_room.waiting();
    list.park(std::move(request), deadline);
    parked->m_responder.park([parked, &list] { list.drop(parked); });
}

HeldMessages::HeldMessages(const Context &context, room::Room &room, const room::Identity &reader, qint64 after,
                           http::Responder responder)
    : HeldRequest(context, room, reader, std::move(responder)), m_after(after)
{
}

void HeldMessages::answer(const QString &epoch)
{
    Batch batch = messagesAnswer(room().log(), m_after, epoch, context().shard.clock().wall());
    reply(std::move(batch.body), batch.count);
}

bool HeldMessages::wake()
{
    if (m_after >= room().log().next())
        return false;
    answer({});
    return true;
}

void HeldMessages::expire()
{
    answer({});
}

HeldQueue::HeldQueue(const Context &context, room::Room &room, const room::Identity &reader, room::Queue &queue,
                     http::Responder responder)
    : HeldRequest(context, room, reader, std::move(responder)), m_queue(queue)
{
    ++m_queue.waiting;
    m_queue.lastUsed = context.shard.clock().steady();
}

HeldQueue::~HeldQueue()
{
    --m_queue.waiting;
    m_queue.lastUsed = context().shard.clock().steady();
}

bool HeldQueue::wake()
{
    const protocol::EncodedMessage *const head = room().head(m_queue);
    if (!head)
        return false;
    // The message leaves the queue only when somebody was there to take it.
    if (reply(queueAnswer(*head), 1))
        ++m_queue.cursor;
    return true;
}

void HeldQueue::expire()
{
    reply(emptyQueueAnswer(), 0);
}

} // namespace pushlab::push
