// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/standingconnection.h"

#include <QDateTime>

#include <utility>

namespace pushlab::compare {

namespace {

constexpr std::chrono::milliseconds pauseAfterLoss = 250ms;

} // namespace

StandingConnection::StandingConnection(SocketUser &user, ClientContext &context) : m_context(context), m_socket(user)
{
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { open(); });
}

void StandingConnection::prepare(std::function<void(bool)> done)
{
    m_done = std::move(done);
    open();
}

void StandingConnection::open()
{
    m_opening = {};
    m_opening.started = double(QDateTime::currentMSecsSinceEpoch());
    m_beganAt = session::localMilliseconds();
    m_socket.open(m_context.target.address, m_context.target.port);
}

void StandingConnection::sendOpening(const QByteArray &request)
{
    m_context.metrics.counters.asking.up.handshake += request.size();
    const double opened = session::localMilliseconds();
    m_socket.send(request);
    if (!m_recording)
        return;
    m_opening.connect = opened - m_beganAt;
    m_beganAt = session::localMilliseconds();
    m_opening.send = m_beganAt - opened;
    m_opening.request = request;
}

void StandingConnection::keepAnswer(QByteArrayView bytes)
{
    if (m_recording)
        m_opening.answer.append(bytes);
}

void StandingConnection::endAnswer()
{
    if (!m_recording)
        return;
    m_opening.wait = session::localMilliseconds() - m_beganAt;
    m_recording->add(m_opening);
}

void StandingConnection::reportLost()
{
    ++m_context.metrics.counters.failures;
    if (const auto done = std::exchange(m_done, nullptr))
        done(false);
    else
        m_retry.start(pauseAfterLoss);
}

void StandingConnection::reportReady()
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(true);
}

void StandingConnection::stop()
{
    m_retry.stop();
    m_socket.close();
    m_done = nullptr;
}

} // namespace pushlab::compare
