// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/eventstream.h"

#include "server/protocol/hostframe.h"
#include "server/protocol/limits.h"
#include "server/push/history.h"
#include "server/push/memberinfo.h"
#include "server/push/permission.h"

#include <algorithm>
#include <utility>

namespace pushlab::push {

using protocol::Technique;

namespace {

// Before a browser connects again by itself.
constexpr QByteArrayView retryField = "retry: 1000\n";

http::StreamPiece comment()
{
    http::StreamPiece piece;
    piece.addOverhead(":\n\n");
    piece.seal();
    return piece;
}

} // namespace

EventStream::EventStream(const Context &context, room::Room &room, const room::MemberIdentity &identity, EventCache &cache)
    : m_cache(cache)
    , m_room(room)
    , m_context(context)
    , m_counters(context.ledger.usage(ledger::accountOf(Technique::Sse, identity.isTeacher)))
    , m_identity(identity)
    , m_lastComment(std::chrono::steady_clock::now())
{
    ++m_counters.requests;
    ++m_counters.answers;
    m_countedAt = m_room.touchMember(m_identity, Technique::Sse, 1);
    if (m_countedAt) {
        m_room.share(*m_countedAt);
        m_known = m_countedAt->isShared ? knownByMember : m_countedAt->known;
        ++m_countedAt->sockets;
        m_usage = m_countedAt->usage[size_t(Technique::Sse)];
    }
    if (ledger::Usage *const mine = m_context.shard.usage().find(m_usage))
        ++mine->answers;
    m_room.enter(this);
    m_isInRoom = true;
}

EventStream::~EventStream()
{
    leave();
}

//! Leaves the room and its member, both of which may be destroyed from now on.
void EventStream::leave()
{
    if (!std::exchange(m_isInRoom, false))
        return;
    record();
    m_room.leave(this);
    if (!m_countedAt)
        return;
    m_countedAt->known = std::max(m_countedAt->known, m_cursor);
    if (--m_countedAt->sockets == 0)
        m_countedAt->isShared = false;
    m_countedAt->lastSeen = m_context.shard.clock().rough();
    m_countedAt = nullptr;
}

void EventStream::open(const Start &start, http::Responder responder)
{
    responder.setCostCenter({quint8(ledger::accountOf(Technique::Sse, m_identity.isTeacher)), m_usage});
    http::Response head;
    head.contentType = QByteArrayLiteral("text/event-stream; charset=utf-8");
    head.cacheControl = "no-store, no-transform";
    head.fields = QByteArrayLiteral("X-Accel-Buffering: no\r\n"); // nginx would keep events back
    m_stream = responder.stream(head, *this);
    if (!m_stream.isOpen()) { // the client has disconnected already
        tellClosed();
        return;
    }
    const room::RoomLog &log = m_room.log();
    if (!start.epoch.isEmpty() && start.epoch != log.epoch()) {
        onEpochChanged();
        return;
    }
    m_stream.write(eventOf("welcome", welcome(), retryField));
    m_withControl = start.withControl;
    m_cursor = std::min(start.after, log.next());
    tellGap();
    (void)deliver();
}

QByteArray EventStream::welcome() const
{
    return encodeRoomInfo(memberInfo(m_context, m_room, m_identity));
}

//! Tells the reader that messages were trimmed from the log before it read them.
void EventStream::tellGap()
{
    const qint64 oldest = m_room.log().oldest();
    const qint64 missed = oldest - 1 - m_cursor;
    if (missed <= 0)
        return;
    const QByteArray data = "{\"oldest\":" + QByteArray::number(oldest) + ",\"missed\":" + QByteArray::number(missed) + '}';
    m_stream.write(eventOf("gap", data));
    m_cursor = oldest - 1;
}

void EventStream::onEpochChanged()
{
    if (m_room.log().isCleared())
        m_cursor = m_room.log().next(); // its numbers begin anew, and so does what was read of them
    m_stream.write(eventOf("epoch", welcome()));
    end();
}

void EventStream::evict(bool isBanned)
{
    const Denial denial = evicted(isBanned);
    m_stream.write(
        eventOf("refused", protocol::encodeRefusal({QString::fromUtf8(denial.text), QString::fromLatin1(denial.code), {}})));
    end();
}

void EventStream::end()
{
    if (!m_stream.isOpen())
        return;
    record();
    m_stream.end(true);
    tellClosed();
}

void EventStream::onStreamEnded()
{
    tellClosed();
}

void EventStream::onStreamDrained()
{
    if (m_isReplaying)
        (void)deliver();
}

void EventStream::share(room::Member &member)
{
    if (m_countedAt != &member)
        return;
    member.known = std::max(member.known, m_cursor);
    m_known = knownByMember;
}

void EventStream::resume()
{
    m_isGoingOn = false;
    (void)deliver();
}

bool EventStream::deliver()
{
    if (m_isGoingOn || !m_stream.isOpen())
        return false; // new entries come after the replay
    for (int turn = 0; m_cursor < m_room.log().next(); ++turn) {
        if (m_isReplaying && m_stream.backlog() > 0)
            return false; // paced by the socket: goes on in onStreamDrained()
        if (m_isReplaying && turn == stretchesPerTurn) {
            // From the event loop, so that a long log does not keep the others waiting.
            m_isGoingOn = true;
            QMetaObject::invokeMethod(this, &EventStream::resume, Qt::QueuedConnection);
            return false;
        }
        tellGap();
        if (!writeStretch())
            return false;
    }
    m_isReplaying = false;
    return m_stream.backlog() == 0;
}

//! Returns false when the reader is too slow; it may reconnect with the last id that it received.
bool EventStream::writeStretch()
{
    const EventCache::Stretch &stretch = m_cache.stretch(m_room.log(), m_cursor, m_withControl);
    if (stretch.count == 0) { // only control entries, or nothing for this reader
        if (!stretch.piece.isEmpty() && !m_stream.write(stretch.piece, {0, stretch.piece.payload()})) {
            tellClosed();
            return false;
        }
        m_cursor = stretch.last;
        return true;
    }
    History history;
    if (m_cursor < m_known) {
        const Handed handed{stretch.after, stretch.last, stretch.count};
        const bool isWhole = stretch.last <= m_countedAt->known; // true for most stretches of a replay, whose size is known
        history = isWhole ? History{stretch.count, stretch.piece.payload()} : historyIn(m_room.log(), m_countedAt, handed);
    }
    if (!m_stream.write(stretch.piece, {history.bytes, 0})) {
        tellClosed();
        return false;
    }
    if (m_cursor < m_known)
        noteHanded(m_countedAt, {stretch.after, stretch.last, stretch.count});
    m_cursor = stretch.last;
    m_counters.delivered += stretch.count - history.count;
    m_counters.history += history.count;
    m_delivered += stretch.count - history.count;
    m_history += history.count;
    return true;
}

void EventStream::tellClosed()
{
    if (!std::exchange(m_isClosed, true))
        Q_EMIT closed();
}

void EventStream::record()
{
    m_stream.record();
    const qint64 delivered = std::exchange(m_delivered, 0);
    const qint64 history = std::exchange(m_history, 0);
    if (ledger::Usage *const mine = m_context.shard.usage().find(m_usage)) {
        mine->delivered += delivered;
        mine->history += history;
    }
}

void EventStream::checkClocks(std::chrono::steady_clock::time_point now)
{
    if (now - m_lastComment < protocol::pingInterval)
        return;
    m_lastComment = now;
    if (m_stream.isOpen() && !m_stream.write(comment()))
        tellClosed();
}

} // namespace pushlab::push
