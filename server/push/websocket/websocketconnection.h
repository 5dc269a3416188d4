// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/directreader.h"
#include "server/ledger/usagetable.h"
#include "server/push/websocket/clientframes.h"
#include "server/push/websocket/sentpayload.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QWebSocketProtocol>

#include <chrono>

class QWebSocket;

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::push {

//! An open WebSocket and the TCP socket below it: writes ready-made frames, watches what comes in for what QWebSocket lets
//! pass, keeps the ping's clock, and closes within bounds. Owned by the gateway; server's thread.
class WebSocketConnection : public QObject, private base::DirectReader
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketConnection)

public:
    //! Takes ownership of \a webSocket, which owns \a socket.
    WebSocketConnection(QWebSocket *webSocket, io::CountingSocket *socket, const ClientFrames &frames, QObject *parent);
    ~WebSocketConnection() override;

    //! Looks whether to ping, and whether the peer has gone silent.
    void checkClocks(std::chrono::steady_clock::time_point now);

    //! Closes with that code; what the peer does not take within a grace of two seconds is dropped.
    void close(QWebSocketProtocol::CloseCode code, const QString &reason);
    [[nodiscard]] bool isClosing() const { return m_isClosing; }
    [[nodiscard]] io::CountingSocket *socket() const { return m_socket; } //!< nullptr when it has gone

    //! Where the opening stands in what passed the socket.
    struct Opening
    {
        qint64 beforeUp = 0; //!< bytes of HTTP before it
        qint64 beforeDown = 0;
        qint64 up = 0; //!< its own
        qint64 down = 0;
    };
    void setOpening(const Opening &opening) { m_opening = opening; }

    //! What passed the socket since the last call, the opening's bytes included; \a isLast: no more will.
    struct Traffic
    {
        ledger::ByteSplit up;
        ledger::ByteSplit down;
        qint64 delivered = 0; //!< messages, but for the history
        qint64 history = 0; //!< messages of it
    };
    [[nodiscard]] Traffic takeTraffic(bool isLast);
    [[nodiscard]] ledger::UsageId usage() const { return m_usage; } //!< its member's; 0 when it has none

Q_SIGNALS:
    void closed(); //!< once; it may be deleted later

protected:
    virtual void onText(const QByteArray &utf8) = 0; //!< valid
    virtual void onBinary(const QByteArray &bytes) = 0;
    //! Everything that waited has been handed to the kernel.
    virtual void onDrained() = 0;

    //! Writes whole frames with \a payload bytes of messages in them.
    void write(const QByteArray &frames, qint64 payload);
    //! Writes whole frames of control entries.
    void writeControl(const QByteArray &frames);
    void countDelivered(qint64 messages) { m_delivered += messages; }
    //! Of what was written last, \a messages and \a payload bytes are history.
    void countHistory(qint64 messages, qint64 payload);
    void setUsage(ledger::UsageId usage) { m_usage = usage; }
    //! Bytes that wait to be handed to the kernel.
    [[nodiscard]] qint64 backlog() const;

private:
    friend class WebSocketGateway;

    bool readNow() override;
    void watch(io::CountingSocket &socket);
    void takeText(const QByteArray &bytes);
    void closeFaulty();
    void takeBinary(const QByteArray &bytes);
    void takePong(const QByteArray &payload);
    //! What a peer goes on sending long behind a Close is thrown away unread, at no more cost: its bytes are overhead.
    [[nodiscard]] bool isWatching() const { return m_lateBytes < maxLateBytes; }
    void ping(std::chrono::steady_clock::time_point now);
    void checkPong(std::chrono::steady_clock::time_point now);
    void onDisconnected();

    static constexpr qsizetype maxLateBytes = 1024 * 1024;

    QWebSocket *m_webSocket;
    ClientFrames m_frames;
    std::chrono::steady_clock::time_point m_lastPing;
    std::chrono::steady_clock::time_point m_closeBegan;
    qint64 m_bytesInAtPing = 0;
    qint64 m_bytesOutAtPing = 0; //!< the ping's own included
    qint64 m_taking = 0; //!< of these, what the peer had taken when it was looked last
    Opening m_opening;
    Traffic m_taken; //!< of its bytes: so far
    qint64 m_history = 0; //!< messages of it, not taken yet
    qint64 m_historyPayload = 0; //!< bytes of it, not taken yet, that may not have gone out
    qsizetype m_lateBytes = 0; //!< watched since it is closing
    bool m_isAwaitingPong = false;

    // What a message takes of each reader stands together, here and at the beginning of ChatSocket: of thousands of sockets
    // most have left the cache when the next message comes (tests/bench/README.md).
    bool m_isClosing = false;
    ledger::UsageId m_usage = 0;
    qint64 m_delivered = 0; //!< not taken yet: its member's counter is elsewhere
    SentPayload m_sentPayload;
    io::CountingSocket *m_socket; // owned by the QWebSocket, which may let go of it first; nullptr then
};

} // namespace pushlab::push
