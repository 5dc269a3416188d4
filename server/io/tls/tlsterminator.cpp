// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/tls/tlsterminator.h"

#include "server/io/socket/countingsocket.h"
#include "server/io/socket/streamdescriptor.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pushlab::io {

namespace {

constexpr qsizetype tlsScratchBytes = 16 * 1024; // the greatest size of a record
constexpr int innerBufferBytes = 64 * 1024; // bytes that wait between socket and relay

} // namespace

TlsTerminator::TlsTerminator(std::shared_ptr<const TlsContext> context, CostObserver observer, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_observer(std::move(observer))
    , m_limits(limits)
    , m_sweepTimer(this)
    , m_scratch(tlsScratchBytes, Qt::Uninitialized)
{
    connect(&m_sweepTimer, &QTimer::timeout, this, &TlsTerminator::sweep);
    const auto shortest = std::min({limits.handshakeTime, limits.stuckTime, limits.lingerTime});
    m_sweepTimer.setInterval(
        std::clamp<std::chrono::milliseconds>(shortest / 4, std::chrono::milliseconds(10), std::chrono::milliseconds(500)));
}

TlsTerminator::~TlsTerminator()
{
    for (TlsRelay *const relay : std::vector<TlsRelay *>(m_relays.begin(), m_relays.end()))
        delete relay;
}

bool TlsTerminator::take(CountingSocket &socket)
{
    const std::optional<Splice> splice = spliceIn(socket.socketDescriptor());
    if (!splice)
        return false;
    boundSendBuffer(int(socket.socketDescriptor()), innerBufferBytes);
    boundSendBuffer(splice->inner, innerBufferBytes);
    if (int(m_shaking.size()) >= m_limits.maxHandshakes)
        m_shaking.front()->giveUp();
    auto *const relay = new TlsRelay(splice->network, splice->inner, *this, this);
    m_relays.insert(relay);
    relay->start(m_shaking.insert(m_shaking.end(), relay));
    socket.setTls(relay->layer());
    if (!m_sweepTimer.isActive())
        m_sweepTimer.start();
    return true;
}

void TlsTerminator::sweep()
{
    const auto now = Clock::now();
    while (!m_shaking.empty() && now - m_shaking.front()->since() > m_limits.handshakeTime)
        m_shaking.front()->giveUp();
    const std::vector<TlsRelay *> relays(m_relays.begin(), m_relays.end()); // a copy: a relay that times out removes itself
    for (TlsRelay *const relay : relays)
        relay->checkClock(now, m_limits.lingerTime, m_limits.stuckTime);
}

void TlsTerminator::onFinished(TlsRelay *relay)
{
    m_relays.erase(relay);
    relay->deleteLater();
    if (m_relays.empty())
        m_sweepTimer.stop();
}

} // namespace pushlab::io
