// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/backoff.h"
#include "client/session/clientstate.h"
#include "client/session/logcursor.h"
#include "client/session/roominforequest.h"
#include "client/transport/chattransport.h"
#include "server/protocol/technique.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pushlab::session {

//! The pace that the user chooses instead of the host's.
struct PaceOverride
{
    std::optional<std::chrono::milliseconds> pollInterval;
    std::optional<std::chrono::milliseconds> hold;
};

//! Keeps a transport running: asks the host about the room, starts the transport at the cursor, replaces it when technique or
//! pace change, and retries with back-off when it is lost. Owned by its client, in its thread; the manager and the cursor are
//! borrowed and must outlive it.
class ConnectionManager final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionManager)

public:
    ConnectionManager(const transport::Endpoint &endpoint, QNetworkAccessManager &network, const LogCursor &log,
                      const PaceOverride &paceOverride, protocol::Technique technique, QObject *parent = nullptr);
    ~ConnectionManager() override;

    void start();
    void stop();

    [[nodiscard]] protocol::Technique technique() const { return m_technique; }
    void useTechnique(protocol::Technique technique); //!< takes effect at once
    void use(protocol::Technique technique, const protocol::ClassSettings &settings); //!< as above, with the pace of \a settings
    void askRoom(); //!< while it runs; refreshed() follows
    void trust(const QByteArray &fingerprint) { m_endpoint.fingerprint = fingerprint; } //!< holds for later connections
    void retryNow(); //!< ends a back-off pause
    //! To be called after accessDenied(): shows the refusal and waits for retryNow(). When the class is only locked, asks again by
    //! itself.
    void denyAccess(const protocol::Refusal &refusal);
    void setToken(const QByteArray &token) { m_endpoint.token = token; } //!< holds for later transports
    void fail(const QString &reason); //!< the transport does not work properly: restart it after a pause

    [[nodiscard]] transport::ChatTransport *transport() const { return m_transport; } //!< null while there is none
    //! The time since the last transport that received an answer has ended; 0 when there was none. To be used after asking about
    //! the room again.
    [[nodiscard]] std::chrono::milliseconds timeAway() const;
    [[nodiscard]] const ClientState &state() const { return m_state; }

Q_SIGNALS:
    void joined(const pushlab::session::TimedInfo &info); //!< no transport runs, so the cursor may be moved
    void refreshed(const pushlab::session::TimedInfo &info); //!< the answer to askRoom(), while a transport runs
    void opened(); //!< a new transport has started; messages given to the former one may or may not have arrived
    void requestMade();
    void payloadCarried(qint64 up, qint64 down); //!< bytes, by the technique that is in use
    void welcomed(const pushlab::protocol::RoomInfo &info);
    void batchReceived(const pushlab::protocol::MessageBatch &batch);
    void acknowledged(const pushlab::protocol::Ack &ack);
    void refused(const pushlab::protocol::Refusal &refusal);
    void sendFailed(const QString &id);
    void stateChanged();
    //! The host refuses this client; nothing runs until denyAccess(), fail() or retryNow().
    void accessDenied(const pushlab::protocol::Refusal &refusal);

private:
    enum class Stage : quint8 { Stopped, Joining, Running, Pausing };

    void join();
    void knock();
    [[nodiscard]] bool isLockedOut() const;
    void takeInfo(const TimedInfo &timed);
    void takeFailure(const QString &reason);
    void takeDenial(const protocol::Refusal &refusal);
    void halt();
    void open();
    void follow(transport::ChatTransport *transport);
    void close();
    void prove();
    void takePhase(transport::ChatTransport::Phase phase, std::chrono::milliseconds length);
    void setState(ClientState::Kind kind, std::chrono::milliseconds length = {}, const QString &reason = {});

    transport::Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    const LogCursor &m_log;
    PaceOverride m_paceOverride;
    protocol::Technique m_technique;
    transport::Pace m_pace;
    RoomInfoRequest m_room;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_stable; // runs from a transport's first answer on
    ClientState m_state;
    transport::ChatTransport *m_transport = nullptr; // a child
    Stage m_stage = Stage::Stopped;
    QElapsedTimer m_left; // since the last transport that was answered has ended
    bool m_proven = false; // the transport has received an answer since the last failure
};

} // namespace pushlab::session
