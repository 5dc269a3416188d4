// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/coarseclock.h"
#include "server/base/loop/directreader.h"
#include "server/http/connectionaccounting.h"
#include "server/http/connectioncontext.h"
#include "server/http/peer.h"
#include "server/http/requestparser.h"
#include "server/http/response.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

class ConnectionWatcher;
class OpenStream;
class Responder;
class StreamResponder;
struct CachedRequest;

//! The connection of one client, which handles its requests one after another, in order (RFC 9112 9.3). Bytes behind the present
//! request stay in the socket: a WebSocket's handshake hands the socket over with them. Owned by the HttpServer; server's thread.
class Connection final : public QObject, private base::DirectReader
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection(std::unique_ptr<io::CountingSocket> socket, Peer peer, ConnectionContext &context, QObject *parent);
    ~Connection() override;

    //! Reads what has already arrived.
    void start();
    //! Answers without reading a request, and closes.
    void refuse(const Response &response);
    //! Closes after the present answer, or at once when there is none.
    void finish();
    //! Checks whether one of its timeouts has passed at \a now.
    void checkClocks(std::chrono::steady_clock::time_point now);
    void recordSegments()
    {
        if (m_socket)
            m_accounting.recordSegments(*m_socket);
    }
    //! For how long there has been neither a request nor anything to send; 0 while there is.
    [[nodiscard]] std::chrono::steady_clock::duration idleFor(std::chrono::steady_clock::time_point now) const;

    [[nodiscard]] io::CountingSocket *socket() const { return m_socket; }
    [[nodiscard]] const Peer &peer() const { return m_peer; } //!< behind a trusted proxy: the sender of the present request
    [[nodiscard]] bool isProxied() const { return m_isProxied; }
    //! Notes that the other end is a trusted proxy, which forwards requests of several clients.
    void markProxied()
    {
        m_isProxied = true;
        m_peer.connection = 0;
    }
    void showTo(ConnectionWatcher &watcher) const; //!< as it is now
    //! Forgets the bytes of the last request, unless it is still being answered.
    void forgetRequest();

private:
    friend class Responder;
    friend class StreamResponder;

    enum class Phase : quint8 {
        Idle, //!< between requests
        Head, //!< a part of a header section has arrived
        Body,
        Busy, //!< a handler has the request
        Streaming, //!< an open-ended answer is being written
        Lingering, //!< the last answer was sent; what still comes is discarded until the peer closes
    };

    [[nodiscard]] ConnectionContext::Sender sender() { return {m_peer, *m_socket, m_group, m_isProxied}; }
    void readAvailable();
    bool readNow() override;
    void prefetchForRead(bool isNext) const override;
    [[nodiscard]] bool mayTake() const;
    qsizetype take(QByteArrayView bytes);
    void awaitBody(bool isMoreThere);
    void finishHead();
    void handleRequest();
    void handleKnown();
    void handleError();
    void handOver();
    bool answer(const Response &response, const Apart &apart);
    void reply(const Response &response, const Apart &apart);
    void setCostCenter(const CostCenter &costCenter)
    {
        m_accounting.setCostCenter(costCenter);
        if (ConnectionWatcher *const watcher = m_context.watcher())
            tellCostCenter(*watcher);
    }
    void tellCostCenter(ConnectionWatcher &watcher) const;
    void recordStray();
    void finishAnswer(bool closes);
    void abandon();
    void write(const QByteArray &bytes);
    void linger();
    void onBytesWritten();
    void onDisconnected();
    void enter(Phase phase)
    {
        m_phase = phase;
        m_since = base::coarseNow();
    }

    ConnectionContext &m_context;
    io::CountingSocket *m_socket; //!< its child; nullptr once it is handed over
    Responder *m_responder = nullptr; //!< the responder that owes the answer; updated when it is moved
    std::unique_ptr<OpenStream> m_stream; //!< while Streaming
    StreamResponder *m_streamResponder = nullptr; //!< writes m_stream; updated when it is moved
    std::function<void()> m_onAborted; //!< set while the request is parked
    std::unique_ptr<RequestParser> m_parser; //!< while a request arrives; otherwise the server has it
    std::unique_ptr<CachedRequest> m_cached; //!< the last request, if it is worth caching
    Peer m_peer;
    ConnectionAccounting m_accounting;
    std::chrono::steady_clock::time_point m_since; //!< when the present phase began
    qint64 m_lastBacklog = 0;
    std::chrono::steady_clock::time_point m_wroteLast;
    QString m_group; //!< of connections, that it joined last
    Framing m_framing;
    Phase m_phase = Phase::Idle;
    bool m_isProxied = false;
    bool m_isReading = false;
    bool m_isUpgrading = false; //!< the present request asks for another protocol
    bool m_isEnding = false; //!< takes no further request
};

} // namespace pushlab::http
