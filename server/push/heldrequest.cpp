// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/heldrequest.h"

#include "server/base/prefetch.h"
#include "server/io/socket/traffictap.h"
#include "server/push/answers.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"

namespace pushlab::push {

using http::Response;
using protocol::Technique;

HeldRequest::HeldRequest(const Place &place, ledger::Account account, room::Member *countedAt, http::Responder responder)
    : m_place(place)
    , m_countedAt(countedAt)
    , m_responder(std::move(responder))
    , m_counters(place.context.ledger.usage(account))
    , m_account(account)
{
    ++m_counters.requests;
    if (m_countedAt) {
        ++m_countedAt->held;
        m_usage = m_countedAt->usage[size_t(Technique::LongPolling)];
        m_responder.setCostCenter({quint8(m_account), m_usage});
    }
}

HeldRequest::~HeldRequest()
{
    if (m_countedAt) {
        --m_countedAt->held;
        m_countedAt->lastSeen = context().shard.clock().rough();
    }
}

bool HeldRequest::reply(const QByteArray &body, const Handed &handed)
{
    const History history = historyInAnswer(room(), m_countedAt, handed);
    if (handed.isControlAlone())
        m_responder.setCostCenter({quint8(m_account), m_usage, true});
    m_responder.carry(cargoOf(handed));
    if (!m_responder.send(Response::json(body), {history.bytes, handed.controlBytes}))
        return false;
    noteHanded(m_countedAt, handed);
    countAnswer(m_counters, handed, history.count, 0);
    if (ledger::Usage *const usage = context().shard.usage().find(m_usage))
        countAnswer(*usage, handed, history.count, 0);
    return true;
}

void HeldRequest::evict(bool isBanned)
{
    m_responder.send(toResponse(evicted(isBanned)));
}

void HeldRequest::prefetch(bool isNext) const
{
    m_responder.prefetch(isNext);
    if (isNext)
        context().shard.usage().prefetch(m_usage);
    else
        base::prefetch(m_countedAt);
}

void park(std::unique_ptr<HeldRequest> request, base::Clock::TimePoint deadline)
{
    HeldRequest *const parked = request.get();
    room::WaitingList &list = parked->room().waiting();
    list.park(std::move(request), deadline);
    parked->m_responder.park([parked, &list] { list.drop(parked); });
}

HeldMessages::HeldMessages(const Place &place, const room::MemberIdentity &reader, qint64 after, bool withControl,
                           http::Responder responder)
    : HeldRequest(place, ledger::accountOf(Technique::LongPolling, reader.isTeacher),
                  place.room.touchMember(reader, Technique::LongPolling, 1), std::move(responder))
    , m_reader(reader)
    , m_after(after)
    , m_epoch(place.room.log().epoch())
    , m_withControl(withControl)
{
}

void HeldMessages::answer(const QString &epoch)
{
    const double now = context().shard.clock().wall();
    const bool isOtherLog = !epoch.isEmpty() && epoch != room().log().epoch();
    const room::RoomLog &log = room().log();
    const Batch batch = isOtherLog ? messagesAnswer(log, m_after, epoch, now, m_withControl)
                                   : answers().messages(log, m_after, now, m_withControl);
    reply(batch.body, handedIn(batch));
}

bool HeldMessages::wake()
{
    if (m_after >= room().log().newest(m_withControl) && m_epoch == room().log().epoch())
        return false;
    answer(m_epoch);
    return true;
}

void HeldMessages::expire()
{
    answer(m_epoch);
}

HeldQueue::HeldQueue(const Place &place, const Reader &reader, room::Member *countedAt, room::Queue &queue, http::Responder responder)
    : HeldRequest(place, ledger::accountOf(Technique::LongPolling, reader.isTeacher), countedAt, std::move(responder))
    , m_queue(queue)
    , m_reader(reader)
{
    ++m_queue.waiting;
    m_queue.lastUsed = context().shard.clock().rough();
}

HeldQueue::~HeldQueue()
{
    --m_queue.waiting;
    m_queue.lastUsed = context().shard.clock().rough();
}

std::optional<room::MemberIdentity> HeldQueue::reader() const
{
    return queueIdentity(m_queue.user, m_reader.address, m_reader.isTeacher);
}

bool HeldQueue::wake()
{
    if (!room().head(m_queue))
        return false;
    // The message leaves the queue only if the client was there to take it.
    const Handed head{m_queue.cursor, m_queue.cursor + 1, 1, Handed::Form::TextTwice};
    if (reply(answers().queued(room().log(), head.last), head))
        room().advance(m_queue);
    return true;
}

void HeldQueue::expire()
{
    reply(emptyQueueAnswer(), {});
}

void HeldQueue::prefetch(bool isNext) const
{
    if (!isNext)
        base::prefetch(&m_queue);
    HeldRequest::prefetch(isNext);
}

} // namespace pushlab::push
