// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/context.h"
#include "server/push/websocket/framecache.h"
#include "server/push/websocket/handshake.h"
#include "server/push/websocket/websocketconnection.h"
#include "server/room/room.h"

namespace pushlab::push {

//! A WebSocket in a room, a tutorial's or PushLab's own, at its position in the room's log. Server's thread.
class ChatSocket final : public WebSocketConnection, private room::Subscriber
{
    Q_OBJECT

public:
    //! The arguments of the constructor.
    struct Parts
    {
        QWebSocket *webSocket;
        io::CountingSocket *socket;
        ClientFrames frames;
        room::Room &room; //!< must exist while the socket is in it
        room::MemberIdentity identity;
    };

    ChatSocket(const Parts &parts, const SocketTarget &target, const Context &context, FrameCache &frames, QObject *parent);
    ~ChatSocket() override;

    [[nodiscard]] const room::MemberIdentity &identity() const { return m_identity; }

private:
    void onText(const QByteArray &utf8) override;
    void onBinary(const QByteArray &bytes) override;
    void onDrained() override;
    bool deliver() override;
    void onEpochChanged() override;
    void prefetch() const override;
    [[nodiscard]] const room::MemberIdentity *reader() const override { return &m_identity; }
    void evict(bool isBanned) override;
    void share(room::Member &member) override;

    void countSend();
    class Ack;
    class LateAck;
    void acknowledge(const QString &id, qint64 seq);
    void noteTaken(qint64 seq) const;
    void noteGiven(const FrameCache::Stretch &stretch) const;
    [[nodiscard]] qint64 startAfter(const SocketTarget &target) const;
    void resume();
    void writeStretch();
    [[nodiscard]] int setHistoryApart(const FrameCache::Stretch &stretch);
    void writeText(const QByteArray &json);

    qint64 m_cursor = 0; //!< number of the last entry written
    qint64 m_known = 0; //!< messages up to this number may be history; the greatest value while the member's own number decides
    FrameCache::Format m_format = FrameCache::Format::Tutorial;
    bool m_isApi = false;
    bool m_isReplaying = true; //!< has not reached the end of the log yet
    bool m_isGoingOn = false; //!< the next step of the replay is posted
    ledger::Usage &m_counters; //!< of its account
    const Context &m_context;
    FrameCache &m_frames;
    room::Room &m_room;

    room::MemberIdentity m_identity;
    room::Member *m_countedAt = nullptr; //!< the member that counts it as a socket; exists until the socket has left
    QString m_member;
};

} // namespace pushlab::push
