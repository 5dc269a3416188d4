// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/answerframer.h"
#include "server/http/hostguard.h"
#include "server/http/httplimits.h"
#include "server/http/peer.h"
#include "server/http/request.h"
#include "server/http/requestparser.h"
#include "server/http/response.h"
#include "server/http/router.h"
#include "server/http/upgradehandler.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace pushlab::io {
class CountingSocket;
class LinkConditioner;
}

namespace pushlab::http {

class Connection;
class ConnectionWatcher;
class TrafficObserver;
struct CachedRequest;

//! What the connections of a server share: what a request meets on its way to a handler and its answer on the way back. Knows
//! nobody who is connected. Owned by the HttpServer, outlives its connections; server's thread.
class ConnectionContext final
{
    Q_DISABLE_COPY_MOVE(ConnectionContext)

public:
    //! Whom a connection asks who is connected.
    struct Registry
    {
        std::function<void(Connection *)> remove; //!< it has ended
        //! The client behind the proxy that passed this request on, as whose the connection counts from now on.
        std::function<Peer(const Request &, const Connection &)> peerBehind;
        std::function<bool(const QHostAddress &)> hasTooMany; //!< connections
        std::function<io::LinkConditioner &()> conditioner;
    };
    //! The sender of a request, as its connection knows it.
    struct Sender
    {
        const Peer &peer;
        io::CountingSocket &socket;
        QString &group; //!< that the socket joined last
        bool isProxied = false;
    };

    //! \a observer must outlive it.
    ConnectionContext(const HttpLimits &limits, const QStringList &allowedHosts, TrafficObserver &observer, Registry registry);

    void setUpgradeHandler(UpgradeHandler *handler) { m_upgrades = handler; }
    void setLinkGroups(std::function<QString(const Request &)> groupOf) { m_groupOf = std::move(groupOf); }
    void setTls() { m_isTls = true; } //!< a request that came without is sent to https
    void setWatcher(ConnectionWatcher *watcher) { m_watcher = watcher; } //!< nullptr: nobody watches
    [[nodiscard]] ConnectionWatcher *watcher() const { return m_watcher; }
    void shutDown() { m_isShuttingDown = true; } //!< takes no more upgrades

    [[nodiscard]] Router &router() { return m_router; }
    [[nodiscard]] const HttpLimits &limits() const { return m_limits; }
    [[nodiscard]] TrafficObserver &observer() { return m_observer; }
    [[nodiscard]] const Registry &registry() const { return m_registry; }
    [[nodiscard]] QByteArray &scratch() { return m_scratch; } //!< to read into

    [[nodiscard]] QByteArray framed(const Response &response, const Framing &framing)
    {
        return m_framer.frame(response, framing);
    }
    //! Keeps no bytes of former requests and answers.
    void forgetBytes();
    //! A parser for a request that begins: most come in one piece, and leave it to the next.
    [[nodiscard]] std::unique_ptr<RequestParser> lendParser();
    void takeBackParser(std::unique_ptr<RequestParser> parser) { m_spareParser = std::move(parser); }

    [[nodiscard]] bool isUpgrade(const Request &request) const { return m_upgrades && m_upgrades->isUpgrade(request); }
    [[nodiscard]] std::variant<Takeover, Response> checkUpgrade(const Request &request, const Sender &sender, bool isComplete);
    //! Has \a socket join the group of connections that the request names; \a joined: the last.
    void joinGroup(const Request &request, io::CountingSocket &socket, QString &joined);
    //! Passes the request on to its handler.
    void handle(CachedRequest &cached, const Sender &sender, Responder responder);
    //! The answer that a request gets whatever its body; nothing when a handler is to see it.
    [[nodiscard]] std::optional<Response> refusal(const Request &request, const Sender &sender);

private:
    [[nodiscard]] std::optional<Response> wrongAddress(const Request &request, const Sender &sender);

    HttpLimits m_limits;
    HostGuard m_hostGuard;
    TrafficObserver &m_observer;
    const Registry m_registry;
    Router m_router;
    UpgradeHandler *m_upgrades = nullptr;
    ConnectionWatcher *m_watcher = nullptr;
    std::function<QString(const Request &)> m_groupOf;
    QByteArray m_scratch;
    AnswerFramer m_framer;
    std::unique_ptr<RequestParser> m_spareParser;
    bool m_isTls = false;
    bool m_isShuttingDown = false;
};

//! 429: the address has as many connections as it may.
[[nodiscard]] Response tooManyConnections();
//! Warns of a connection that cannot be slowed down.
void warnStaysFast();

} // namespace pushlab::http
