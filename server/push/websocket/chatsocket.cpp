// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/chatsocket.h"

#include "server/io/socket/countingsocket.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/limits.h"
#include "server/protocol/messagecodec.h"
#include "server/push/answers.h"
#include "server/push/history.h"
#include "server/push/permission.h"

#include <QPointer>

#include <limits>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

// What a reader may get in one turn while it catches up, before others have theirs.
constexpr int stretchesATurn = 4;

// Every message is then looked at.
constexpr qint64 knownByMember = std::numeric_limits<qint64>::max();

} // namespace

//! Tells the sender when its message is committed.
class ChatSocket::Ack final : public room::Receipt
{
public:
    Ack(ChatSocket &socket, const QString &id) : m_socket(&socket), m_id(id) {}

    void committed(qint64 seq) override
    {
        if (m_socket)
            m_socket->acknowledge(m_id, seq);
    }

private:
    QPointer<ChatSocket> m_socket; // may have gone meanwhile
    QString m_id;
};

ChatSocket::ChatSocket(const Parts &parts, const SocketTarget &target, const Context &context, FrameCache &frames, QObject *parent)
    : WebSocketConnection(parts.webSocket, parts.socket, parts.frames, parent)
    , m_isApi(target.isApi)
    , m_context(context)
    , m_frames(frames)
    , m_room(parts.room)
    , m_identity(parts.identity)
    , m_member(target.member)
{
    m_cursor = startAfter(target);
    const auto count = [](ledger::Usage &usage) {
        ++usage.answers;
        ++usage.connections;
    };
    ledger::TechniqueCounters &counters = m_context.ledger.of(Technique::WebSocket);
    ++counters.requests;
    count(counters);
    m_countedAt = m_room.touchMember(m_identity, Technique::WebSocket, 1);
    if (m_countedAt) {
        m_room.share(*m_countedAt);
        m_known = m_countedAt->isShared ? knownByMember : m_countedAt->known;
        ++m_countedAt->sockets;
        setUsage(m_countedAt->usage[size_t(Technique::WebSocket)]);
    }
    if (ledger::Usage *const mine = m_context.shard.usage().find(usage()))
        count(*mine);
    m_room.enter(this);
    if (m_isApi)
        writeText(protocol::encodeWelcome(roomInfo(m_room.name(), m_room.log(), m_context.settings, m_context.shard.clock().wall())));
    (void)deliver();
}

ChatSocket::~ChatSocket()
{
    m_room.leave(this);
    if (m_countedAt) {
        m_countedAt->known = std::max(m_countedAt->known, m_cursor);
        if (--m_countedAt->sockets == 0)
            m_countedAt->isShared = false;
        m_countedAt->lastSeen = m_context.shard.clock().rough();
    }
}

qint64 ChatSocket::startAfter(const SocketTarget &target) const
{
    const room::RoomLog &log = m_room.log();
    if (!target.epoch.isEmpty() && target.epoch != log.epoch())
        return log.oldest() - 1; // a new log: all of it is new to this reader
    return std::min(target.after.value_or(log.next()), log.next());
}

void ChatSocket::onText(const QByteArray &utf8)
{
    protocol::OutgoingResult result = protocol::decodeOutgoing(utf8);
    if (m_countedAt)
        m_room.touchMember(*m_countedAt, Technique::WebSocket, 0);
    if (!result.outgoing) {
        writeText(protocol::encodeRefusal({QString::fromUtf8(result.error), QString::fromLatin1(result.code), result.id}));
        return;
    }
    result.outgoing->member = m_member;
    result.outgoing->via = Technique::WebSocket;
    if (m_isApi && !result.outgoing->from.isEmpty())
        m_identity.name = result.outgoing->from;
    if (const auto denial = denySend(m_context, m_room, m_identity, 0)) {
        writeText(protocol::encodeRefusal({QString::fromUtf8(denial->text), QString::fromLatin1(denial->code), result.outgoing->id}));
        return;
    }
    countSend();
    const qint64 seq = m_room.append(*result.outgoing);
    const QString &id = result.outgoing->id;
    if (seq == 0) {
        close(QWebSocketProtocol::CloseCode(1013), u"Too much waits to be written to the disk; come back."_s);
    } else if (m_room.isCommitted(seq)) {
        acknowledge(id, seq);
    } else if (m_isApi) {
        m_room.awaitCommit(seq, std::make_unique<Ack>(*this, id));
    }
}

void ChatSocket::countSend()
{
    ++m_context.ledger.of(Technique::WebSocket).sends;
    if (!m_countedAt)
        return; // the room has no place for one member more
    if (!m_identity.name.isEmpty())
        m_countedAt->name = m_identity.name;
    if (ledger::Usage *const mine = m_context.shard.usage().find(usage()))
        ++mine->sends;
}

void ChatSocket::acknowledge(const QString &id, qint64 seq)
{
    if (m_isApi)
        writeText(protocol::encodeAck({id, seq}));
}

void ChatSocket::onBinary(const QByteArray &)
{
    close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, u"A room takes text only."_s);
}

void ChatSocket::evict(bool isBanned)
{
    const Denial denial = evicted(isBanned);
    close(QWebSocketProtocol::CloseCodePolicyViolated, QString::fromUtf8(denial.code + ": " + denial.text));
}

void ChatSocket::share(room::Member &member)
{
    if (m_countedAt != &member)
        return;
    member.known = std::max(member.known, m_cursor);
    m_known = knownByMember;
}

void ChatSocket::onDrained()
{
    if (m_isReplaying)
        (void)deliver();
}

void ChatSocket::onEpochChanged()
{
    // Frames do not name their epoch, only a welcome does. A tutorial's client knows of no epochs and goes on.
    if (m_isApi)
        close(QWebSocketProtocol::CloseCode(1012), u"The room has a new epoch; come back."_s);
}

void ChatSocket::resume()
{
    m_isGoingOn = false;
    (void)deliver();
}

void ChatSocket::prefetch() const
{
    if (const io::CountingSocket *const mine = socket())
        mine->prefetch();
}

bool ChatSocket::deliver()
{
    if (m_isGoingOn)
        return false; // what is new has its turn behind what is old
    for (int turn = 0; !isClosing() && m_cursor < m_room.log().next(); ++turn) {
        if (m_isReplaying && backlog() > 0)
            return false; // paced by the socket: goes on in onDrained()
        if (m_isReplaying && turn == stretchesATurn) {
            // From the event loop, so that a long log does not keep the others waiting.
            m_isGoingOn = true;
            QMetaObject::invokeMethod(this, &ChatSocket::resume, Qt::QueuedConnection);
            return false;
        }
        if (backlog() > protocol::maxBacklogBytes) {
            close(QWebSocketProtocol::CloseCode(1013), u"Too much waits to be read; come back with after=."_s);
            return false;
        }
        writeStretch();
    }
    m_isReplaying = false;
    return backlog() == 0;
}

void ChatSocket::writeStretch()
{
    const FrameCache::Format format = m_isApi ? FrameCache::Format::Api : FrameCache::Format::Tutorial;
    const FrameCache::Stretch &stretch = m_frames.stretch(m_room.log(), m_cursor, format);
    write(stretch.bytes, stretch.payload);
    const int old = m_cursor < m_known ? setHistoryApart(stretch, format) : 0;
    m_cursor = stretch.last;
    m_context.ledger.of(Technique::WebSocket).delivered += stretch.count - old;
    countDelivered(stretch.count - old);
}

int ChatSocket::setHistoryApart(const FrameCache::Stretch &stretch, FrameCache::Format format)
{
    const bool isApi = format == FrameCache::Format::Api;
    const Handed handed{stretch.last, stretch.count, isApi ? Handed::Form::ApiFrame : Handed::Form::TutorialFrame};
    // Most of a replay is history whole, and has been measured.
    const bool isWhole = stretch.last <= m_countedAt->known;
    const History history = isWhole ? History{stretch.count, stretch.payload} : historyIn(m_room.log(), m_countedAt, handed);
    noteHanded(m_countedAt, handed);
    m_context.ledger.of(Technique::WebSocket).history += history.count;
    countHistory(history.count, history.bytes);
    return history.count;
}

void ChatSocket::writeText(const QByteArray &json)
{
    QByteArray frame;
    protocol::appendFrame(frame, protocol::Opcode::Text, json);
    write(frame, json.size());
}

} // namespace pushlab::push
