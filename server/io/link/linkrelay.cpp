// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/linkrelay.h"

#include "server/io/socket/streamdescriptor.h"

#include <utility>

namespace pushlab::io {

LinkRelay::LinkRelay(int network, int inner, qint64 bytesSent, std::shared_ptr<const LinkTag> tag, RelaySchedule &schedule,
                     Owner &owner, QObject *parent)
    : QObject(parent)
    , m_owner(owner)
    , m_tag(std::move(tag))
    , m_network(std::make_shared<RelayedNetwork>(RelayedNetwork{network, bytesSent, {}}))
    , m_inner(inner)
    , m_up(network, inner, schedule, *this)
    , m_down(inner, network, schedule, *this)
{
}

LinkRelay::~LinkRelay()
{
    finish(false);
}

const LinkConditions &LinkRelay::conditions() const
{
    return m_owner.conditionsOf(*m_tag);
}

void LinkRelay::start(RelayDirection::Clock::time_point notBefore)
{
    m_up.start(notBefore);
    m_down.start(notBefore);
}

void LinkRelay::reschedule(RelayDirection::Clock::time_point now)
{
    m_up.reschedule(now);
    m_down.reschedule(now);
}

void LinkRelay::onSent(RelayDirection &direction, qint64 size)
{
    if (&direction == &m_down)
        m_network->bytesSent += size;
}

void LinkRelay::onSourceEnded(RelayDirection &direction)
{
    if (&direction != &m_down)
        return;
    // Not for urgent data: an exception notifier is also activated by a hang-up, while the host may still be reading.
    m_hangUp = std::make_unique<QSocketNotifier>(m_inner, QSocketNotifier::Exception);
    connect(m_hangUp.get(), &QSocketNotifier::activated, this, &LinkRelay::onHangUp);
}

void LinkRelay::onHangUp()
{
    if (!hasHungUp(m_inner))
        return;
    m_hangUp->setEnabled(false);
    m_isHostGone = true;
    finishWhenDone();
}

void LinkRelay::onPassed(RelayDirection &direction, RelayDirection::Ending ending)
{
    if (ending == RelayDirection::Ending::Reset)
        finish(&direction == &m_down);
    else
        endWriting(&direction == &m_down ? m_network->descriptor : m_inner);
}

void LinkRelay::onDrained(RelayDirection &)
{
    finishWhenDone();
}

void LinkRelay::onBroken(RelayDirection &direction)
{
    // As the broken end would do: a reset in the opposite direction.
    (&direction == &m_up ? m_down : m_up).breakOff();
}

void LinkRelay::finishWhenDone()
{
    const bool isUpDone = m_up.hasPassedEnd() || m_isHostGone;
    if (m_down.hasPassedEnd() && isUpDone && m_up.isEmpty() && m_down.isEmpty())
        finish(false);
}

void LinkRelay::finish(bool resets)
{
    if (m_network->descriptor < 0)
        return;
    m_up.stop();
    m_down.stop();
    if (m_hangUp)
        m_hangUp->setEnabled(false);
    m_network->segments = base::readTcpSegments(m_network->descriptor).value_or(base::TcpSegments());
    if (resets)
        resetStream(m_network->descriptor);
    else
        closeStream(m_network->descriptor);
    closeStream(m_inner);
    m_network->descriptor = -1;
    m_owner.onFinished(this);
}

} // namespace pushlab::io
