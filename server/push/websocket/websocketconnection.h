// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/directreader.h"
#include "server/ledger/ledger.h"
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

//! An open WebSocket and the TCP socket below it: writes encoded frames, checks input for faults that QWebSocket accepts, sends
//! pings, and closes within time limits. Owned by the gateway; server's thread.
class WebSocketConnection : public QObject, private base::DirectReader
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketConnection)

public:
    //! Takes ownership of \a webSocket, which owns \a socket.
    WebSocketConnection(QWebSocket *webSocket, io::CountingSocket *socket, const ClientFrames &frames, ledger::Account account,
                        QObject *parent);
    ~WebSocketConnection() override;

    //! Checks whether a ping is due, and whether the peer is silent for too long.
    void checkClocks(std::chrono::steady_clock::time_point now);

    //! Closes with that code; what the peer does not take within two seconds is dropped.
    void close(QWebSocketProtocol::CloseCode code, const QString &reason);
    [[nodiscard]] bool isClosing() const { return m_isClosing; }
    [[nodiscard]] io::CountingSocket *socket() const { return m_socket; } //!< nullptr once it is destroyed

    //! The position of the opening handshake in the bytes of the socket.
    struct Opening
    {
        qint64 beforeUp = 0; //!< bytes of HTTP before it
        qint64 beforeDown = 0;
        qint64 up = 0; //!< bytes of the handshake itself
        qint64 down = 0;
    };
    void setOpening(const Opening &opening) { m_opening = opening; }

    //! What passed the socket since the last call, with the opening's bytes; \a isLast: the connection has ended.
    struct Traffic
    {
        ledger::ByteSplit up;
        ledger::ByteSplit down;
        qint64 delivered = 0; //!< messages, without history
        qint64 history = 0; //!< messages of history
    };
    [[nodiscard]] Traffic takeTraffic(bool isLast);
    [[nodiscard]] ledger::UsageId usage() const { return m_usage; } //!< of its member; 0 when it has none
    [[nodiscard]] ledger::Account account() const { return m_account; }

Q_SIGNALS:
    void closed(); //!< emitted once; the object may be deleted later

protected:
    virtual void onText(const QByteArray &utf8) = 0; //!< valid UTF-8
    virtual void onBinary(const QByteArray &bytes) = 0;
    //! Everything that was written has been handed to the kernel.
    virtual void onDrained() = 0;

    //! Writes whole frames that contain \a payload bytes of messages.
    void write(const QByteArray &frames, qint64 payload);
    //! Writes whole frames of control entries.
    void writeControl(const QByteArray &frames);
    void countDelivered(qint64 messages) { m_delivered += messages; }
    //! Notes that \a messages, with \a payload bytes, of what was written last are history.
    void countHistory(qint64 messages, qint64 payload);
    void setUsage(ledger::UsageId usage) { m_usage = usage; }
    //! The number of bytes that wait to be handed to the kernel.
    [[nodiscard]] qint64 backlog() const;

private:
    friend class WebSocketGateway;

    bool readNow() override;
    void watch(io::CountingSocket &socket);
    void takeText(const QByteArray &bytes);
    void closeFaulty();
    void takeBinary(const QByteArray &bytes);
    void takePong(const QByteArray &payload);
    //! Whether input is still examined: what a peer sends long after a Close is discarded unread and counted as overhead.
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
    qint64 m_bytesOutAtPing = 0; //!< position in the stream behind the last ping
    qint64 m_taking = 0; //!< of these, the bytes that the peer had taken at the last check
    Opening m_opening;
    Traffic m_taken; //!< the totals that were returned so far
    qint64 m_history = 0; //!< messages of history, not returned yet
    qint64 m_historyPayload = 0; //!< their bytes, not returned yet, which may not have gone out
    qsizetype m_lateBytes = 0; //!< bytes examined since closing began
    bool m_isAwaitingPong = false;
    const ledger::Account m_account;

    // Members that every message touches are together, here and at the beginning of ChatSocket: of thousands of sockets, most
    // have left the cache when the next message comes (tests/bench/README.md).
    bool m_isClosing = false;
    ledger::UsageId m_usage = 0;
    qint64 m_delivered = 0; //!< not returned yet; the member's counter is in other memory
    SentPayload m_sentPayload;
    io::CountingSocket *m_socket; // owned by the QWebSocket, which may destroy it first; then nullptr
};

} // namespace pushlab::push
