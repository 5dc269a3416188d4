// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/connectionmanager.h"

#include "client/transport/transportfactory.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/techniquetraits.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace pushlab::session {

using namespace std::chrono_literals;
using transport::ChatTransport;

namespace {

constexpr std::chrono::milliseconds stability = 5s; // after this time, a failure counts as the first one again
constexpr std::chrono::milliseconds minPause = 10ms; // of the user's choice
constexpr std::chrono::milliseconds leastKnock = 2500ms; // between two questions whether the class is still locked,
constexpr std::chrono::milliseconds mostKnock = 4s; // at random, so that not all clients of a class ask at once

transport::Pace paceOf(const protocol::ClassSettings &settings, const PaceOverride &paceOverride)
{
    return {std::max(paceOverride.pollInterval.value_or(settings.pollInterval), minPause),
            std::max(paceOverride.hold.value_or(settings.hold), minPause)};
}

} // namespace

ConnectionManager::ConnectionManager(const transport::Endpoint &endpoint, QNetworkAccessManager &network, const LogCursor &log,
                                     const PaceOverride &paceOverride, protocol::Technique technique, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_network(network)
    , m_log(log)
    , m_paceOverride(paceOverride)
    , m_technique(technique)
    , m_room(endpoint, network)
{
    m_retry.setSingleShot(true);
    m_stable.setSingleShot(true);
    connect(&m_room, &RoomInfoRequest::answered, this, &ConnectionManager::takeInfo);
    connect(&m_room, &RoomInfoRequest::accessDenied, this, &ConnectionManager::takeDenial);
    connect(&m_room, &RoomInfoRequest::failed, this, &ConnectionManager::takeFailure);
    connect(&m_retry, &QTimer::timeout, this, [this] { isLockedOut() ? knock() : join(); });
    connect(&m_stable, &QTimer::timeout, this, [this] { m_backoff.reset(); });
}

ConnectionManager::~ConnectionManager() = default;

void ConnectionManager::start()
{
    if (m_stage != Stage::Stopped)
        return;
    m_backoff.reset();
    join();
}

void ConnectionManager::stop()
{
    if (m_stage == Stage::Stopped)
        return;
    halt();
    m_stage = Stage::Stopped;
    setState(ClientState::Kind::Stopped);
}

void ConnectionManager::useTechnique(protocol::Technique technique)
{
    if (technique == m_technique)
        return;
    m_technique = technique;
    if (m_stage == Stage::Running)
        open();
}

void ConnectionManager::use(protocol::Technique technique, const protocol::ClassSettings &settings)
{
    const transport::Pace pace = paceOf(settings, m_paceOverride);
    const bool isOtherPace = pace.pollInterval != m_pace.pollInterval || pace.hold != m_pace.hold;
    const bool isPaced = traitsOf(technique).isPaced;
    const bool isOther = technique != m_technique || (isOtherPace && isPaced);
    m_pace = pace;
    m_technique = technique;
    if (isOther && m_stage == Stage::Running)
        open();
}

void ConnectionManager::askRoom()
{
    if (m_stage == Stage::Running)
        m_room.ask();
}

std::chrono::milliseconds ConnectionManager::timeAway() const
{
    return std::chrono::milliseconds(m_left.isValid() ? m_left.elapsed() : 0);
}

void ConnectionManager::retryNow()
{
    if (m_stage != Stage::Pausing)
        return;
    m_state.kind = ClientState::Kind::Connecting; // whatever it was, it is said that it is tried
    join();
}

void ConnectionManager::fail(const QString &reason)
{
    if (m_stage == Stage::Stopped)
        return;
    halt();
    const std::chrono::milliseconds pause = m_backoff.next();
    m_retry.start(pause);
    setState(ClientState::Kind::Retrying, pause, reason);
}

//! Stops everything that runs; it can be started again.
void ConnectionManager::halt()
{
    close();
    m_room.stop();
    m_retry.stop();
    m_stable.stop();
    if (std::exchange(m_proven, false))
        m_left.start();
    m_stage = Stage::Pausing;
}

void ConnectionManager::takeDenial(const protocol::Refusal &refusal)
{
    if (m_stage == Stage::Stopped)
        return;
    halt();
    Q_EMIT accessDenied(refusal);
}

void ConnectionManager::denyAccess(const protocol::Refusal &refusal)
{
    if (m_stage == Stage::Stopped)
        return;
    halt();
    const bool wasLockedOut = isLockedOut();
    m_state.code = refusal.code;
    if (refusal.code == protocol::lockedCode)
        m_retry.start(
            std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(leastKnock.count()), int(mostKnock.count()))));
    if (!wasLockedOut || !isLockedOut())
        setState(ClientState::Kind::AccessDenied, {}, refusal.error);
}

bool ConnectionManager::isLockedOut() const
{
    return m_state.kind == ClientState::Kind::AccessDenied && m_state.code == protocol::lockedCode;
}

//! Asks without a word whether the class is still locked.
void ConnectionManager::knock()
{
    m_stage = Stage::Joining;
    m_room.ask();
}

void ConnectionManager::join()
{
    m_retry.stop();
    m_stage = Stage::Joining;
    m_room.ask();
    setState(ClientState::Kind::Connecting);
}

void ConnectionManager::takeInfo(const TimedInfo &timed)
{
    m_state.everConnected = true;
    if (m_stage == Stage::Joining) {
        Q_EMIT joined(timed);
        if (m_stage == Stage::Joining) // unless a receiver of the signal has stopped it
            open();
        return;
    }
    Q_EMIT refreshed(timed);
}

void ConnectionManager::takeFailure(const QString &reason)
{
    if (m_stage != Stage::Pausing) // until the host has answered, the teacher's settings are unknown
        fail(reason);
}

void ConnectionManager::open()
{
    close();
    m_stage = Stage::Running;
    m_transport = transport::makeTransport(m_technique, m_endpoint, m_network).release();
    m_transport->setParent(this);
    follow(m_transport);
    ChatTransport *const opening = m_transport;
    opening->start(m_log.position(), m_pace);
    if (m_transport == opening) // unless a receiver of opened() has replaced it
        Q_EMIT opened();
}

void ConnectionManager::follow(ChatTransport *transport)
{
    connect(transport, &ChatTransport::batchReceived, this, [this](const protocol::MessageBatch &batch) {
        prove();
        Q_EMIT batchReceived(batch);
    });
    connect(transport, &ChatTransport::welcomed, this, [this](const protocol::RoomInfo &info) {
        prove();
        Q_EMIT welcomed(info);
    });
    connect(transport, &ChatTransport::acknowledged, this, &ConnectionManager::acknowledged);
    connect(transport, &ChatTransport::refused, this, &ConnectionManager::refused);
    connect(transport, &ChatTransport::sendFailed, this, &ConnectionManager::sendFailed);
    connect(transport, &ChatTransport::phaseChanged, this, &ConnectionManager::takePhase);
    connect(transport, &ChatTransport::requestMade, this, &ConnectionManager::requestMade);
    connect(transport, &ChatTransport::payloadCarried, this, &ConnectionManager::payloadCarried);
    connect(transport, &ChatTransport::accessDenied, this, &ConnectionManager::takeDenial);
    connect(transport, &ChatTransport::lost, this, &ConnectionManager::fail);
}

void ConnectionManager::close()
{
    if (ChatTransport *transport = std::exchange(m_transport, nullptr)) {
        transport->disconnect(this);
        transport->stop();
        transport->deleteLater();
    }
}

void ConnectionManager::prove()
{
    if (m_proven)
        return;
    m_proven = true;
    m_stable.start(stability);
}

void ConnectionManager::takePhase(ChatTransport::Phase phase, std::chrono::milliseconds length)
{
    switch (phase) {
    case ChatTransport::Phase::Connecting:
        setState(ClientState::Kind::Connecting);
        return;
    case ChatTransport::Phase::Waiting:
        setState(ClientState::Kind::Waiting);
        return;
    case ChatTransport::Phase::Pausing:
        setState(ClientState::Kind::Pausing, length);
        return;
    case ChatTransport::Phase::Connected:
        setState(ClientState::Kind::Connected);
        return;
    }
}

void ConnectionManager::setState(ClientState::Kind kind, std::chrono::milliseconds length, const QString &reason)
{
    m_state.kind = kind;
    m_state.since.start();
    m_state.until = QDeadlineTimer(length);
    m_state.reason = reason;
    Q_EMIT stateChanged();
}

} // namespace pushlab::session
