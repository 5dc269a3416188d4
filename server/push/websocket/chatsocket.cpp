// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/chatsocket.h"

#include "server/io/socket/countingsocket.h"
#include "server/io/socket/traffictap.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/limits.h"
#include "server/protocol/messagecodec.h"
#include "server/push/history.h"
#include "server/push/memberinfo.h"
#include "server/push/permission.h"

#include <QPointer>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

FrameCache::Format formatOf(const SocketTarget &target)
{
    if (!target.isApi)
        return FrameCache::Format::Tutorial;
    return target.withControl ? FrameCache::Format::ApiWithControl : FrameCache::Format::Api;
}

} // namespace

//! Acknowledges a message to its sender when it is committed.
class ChatSocket::Ack final : public room::Receipt
{
public:
    Ack(ChatSocket &socket, const QString &id) : m_socket(socket), m_id(id) {}

    void onCommitted(qint64 seq) override { m_socket.acknowledge(m_id, seq); }
    void onRefused(room::Refusal) override
    {
        m_socket.close(QWebSocketProtocol::CloseCode(1013), u"Too much waits to be written to the disk; come back."_s);
    }
    [[nodiscard]] std::unique_ptr<Receipt> keep() override;

private:
    ChatSocket &m_socket;
    const QString &m_id;
};

//! As Ack, for a commit on a later turn of the event loop.
class ChatSocket::LateAck final : public room::Receipt
{
public:
    LateAck(ChatSocket &socket, const QString &id) : m_socket(&socket), m_id(id) {}

    void onCommitted(qint64 seq) override
    {
        if (m_socket)
            Ack(*m_socket, m_id).onCommitted(seq);
    }
    void onRefused(room::Refusal why) override
    {
        if (m_socket)
            Ack(*m_socket, m_id).onRefused(why);
    }
    [[nodiscard]] std::unique_ptr<Receipt> keep() override { return std::make_unique<LateAck>(*m_socket, m_id); }

private:
    QPointer<ChatSocket> m_socket; // may be destroyed meanwhile
    QString m_id;
};

std::unique_ptr<room::Receipt> ChatSocket::Ack::keep()
{
    return std::make_unique<LateAck>(m_socket, m_id);
}

ChatSocket::ChatSocket(const Parts &parts, const SocketTarget &target, const Context &context, FrameCache &frames, QObject *parent)
    : WebSocketConnection(parts.webSocket, parts.socket, parts.frames,
                          ledger::accountOf(Technique::WebSocket, parts.identity.isTeacher), parent)
    , m_format(formatOf(target))
    , m_isApi(target.isApi)
    , m_counters(context.ledger.usage(account()))
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
    ++m_counters.requests;
    count(m_counters);
    m_countedAt = m_room.touchMember(m_identity, Technique::WebSocket, 1);
    if (m_countedAt) {
        m_room.share(*m_countedAt);
        m_known = m_countedAt->isShared ? knownByMember : m_countedAt->known;
        ++m_countedAt->sockets;
        setUsage(m_countedAt->usage[size_t(Technique::WebSocket)]);
    }
    if (ledger::Usage *const mine = m_context.shard.usage().find(usage()))
        count(*mine);
    if (io::TrafficTap *const tap = parts.socket->tap())
        tap->belongsTo(quint8(account()), usage());
    m_room.enter(this);
    if (m_isApi)
        writeText(protocol::encodeWelcome(memberInfo(m_context, m_room, m_identity)));
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
        return log.oldest() - 1; // all of a new log is new to this reader
    return std::min(target.after.value_or(log.next()), log.next());
}

void ChatSocket::onText(const QByteArray &utf8)
{
    protocol::OutgoingResult result = protocol::decodeOutgoing(utf8);
    if (m_countedAt)
        m_room.touchMember(*m_countedAt, Technique::WebSocket, 0);
    if (!result.outgoing) {
        noteTaken(0);
        writeText(protocol::encodeRefusal({QString::fromUtf8(result.error), QString::fromLatin1(result.code), result.id}));
        return;
    }
    result.outgoing->member = m_member;
    result.outgoing->via = Technique::WebSocket;
    if (m_isApi && !result.outgoing->from.isEmpty())
        m_identity.name = result.outgoing->from;
    if (const auto denial = denySend(m_context, m_room, m_identity, 0)) {
        noteTaken(0);
        writeText(protocol::encodeRefusal({QString::fromUtf8(denial->text), QString::fromLatin1(denial->code), result.outgoing->id}));
        return;
    }
    countSend();
    Ack receipt(*this, result.outgoing->id);
    m_room.append(*result.outgoing, receipt);
}

void ChatSocket::countSend()
{
    ++m_counters.sends;
    if (!m_countedAt)
        return; // the room has no place for another member
    m_room.callMember(*m_countedAt, m_identity.key, m_identity.name);
    if (ledger::Usage *const mine = m_context.shard.usage().find(usage()))
        ++mine->sends;
}

void ChatSocket::acknowledge(const QString &id, qint64 seq)
{
    noteTaken(seq);
    if (m_isApi)
        writeText(protocol::encodeAck({id, seq}));
}

//! Tells whoever records the traffic which entry the oldest text that arrived has become; 0: none.
void ChatSocket::noteTaken(qint64 seq) const
{
    if (io::TrafficTap *const tap = socket() ? socket()->tap() : nullptr)
        tap->carries({seq, seq, 1, true});
}

//! Tells it which entries are written next, for a tutorial's frames do not say.
void ChatSocket::noteGiven(const FrameCache::Stretch &stretch) const
{
    if (io::TrafficTap *const tap = socket() ? socket()->tap() : nullptr)
        tap->carries({stretch.after + 1, stretch.last, stretch.count});
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
    if (m_room.log().isCleared()) { // its numbers begin anew, and so does what was read of them
        m_cursor = m_room.log().next();
        if (m_known != knownByMember)
            m_known = m_cursor;
    }
    // Frames do not contain their epoch; only a welcome does. A tutorial's client knows no epochs and continues.
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
        return false; // new entries come after the replay
    for (int turn = 0; !isClosing() && m_cursor < m_room.log().next(); ++turn) {
        if (m_isReplaying && backlog() > 0)
            return false; // paced by the socket: goes on in onDrained()
        if (m_isReplaying && turn == stretchesPerTurn) {
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
    const FrameCache::Stretch &stretch = m_frames.stretch(m_room.log(), m_cursor, m_format);
    if (stretch.isControl) {
        writeControl(stretch.bytes);
        m_cursor = stretch.last;
        return;
    }
    if (!m_isApi)
        noteGiven(stretch);
    if (!stretch.bytes.isEmpty())
        write(stretch.bytes, stretch.payload);
    const int old = m_cursor < m_known ? setHistoryApart(stretch) : 0;
    m_cursor = stretch.last;
    m_counters.delivered += stretch.count - old;
    countDelivered(stretch.count - old);
}

int ChatSocket::setHistoryApart(const FrameCache::Stretch &stretch)
{
    const Handed handed{stretch.after, stretch.last, stretch.count, m_isApi ? Handed::Form::ApiFrame : Handed::Form::TutorialFrame};
    // Most of a replay is completely history, whose size is known.
    const bool isWhole = stretch.last <= m_countedAt->known;
    const History history = isWhole ? History{stretch.count, stretch.payload} : historyIn(m_room.log(), m_countedAt, handed);
    noteHanded(m_countedAt, handed);
    m_counters.history += history.count;
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
