// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/linkconditioner.h"

#include "server/io/link/linkrelay.h"
#include "server/io/logging.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/streamdescriptor.h"

#include <algorithm>
#include <vector>

namespace pushlab::io {

using namespace std::chrono_literals;

namespace {

// Timers count in milliseconds and fire late rather than early: what is due within the next half goes with the rest, so that
// on average nothing is early or late.
constexpr auto tolerance = 500us;
constexpr int releasedATurn = 1000; // before others have theirs
constexpr qsizetype linkScratchBytes = 64 * 1024;

} // namespace

LinkConditioner::LinkConditioner(QObject *parent)
    : QObject(parent), m_timer(this), m_random(QRandomGenerator::global()->generate())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LinkConditioner::releaseDue);
}

LinkConditioner::~LinkConditioner()
{
    for (LinkRelay *const relay : std::vector<LinkRelay *>(m_relays.begin(), m_relays.end()))
        delete relay;
}

const LinkConditions &LinkConditioner::conditionsOf(const LinkTag &tag) const
{
    const auto own = m_groups.constFind(tag.group);
    return own == m_groups.cend() ? m_conditions : *own;
}

void LinkConditioner::setConditions(const LinkConditions &conditions, const Groups &groups)
{
    if (conditions == m_conditions && groups == m_groups)
        return;
    if (!isSupported) {
        qCWarning(lcIo, "The network conditioner does not work on this system");
        return;
    }
    m_conditions = conditions;
    m_groups = groups;
    const auto now = Clock::now();
    for (LinkRelay *const relay : m_relays)
        relay->reschedule(now);
}

bool LinkConditioner::assign(CountingSocket &socket, const QString &group)
{
    if (socket.linkTag()->group != group)
        socket.linkTag()->group = group;
    return apply(socket);
}

bool LinkConditioner::apply(CountingSocket &socket)
{
    return !conditionsOf(*socket.linkTag()).isOn() || take(socket, Age::Old);
}

bool LinkConditioner::take(CountingSocket &socket, Age age)
{
    const qintptr outer = socket.outerDescriptor();
    if (socket.isRelayed() || outer < 0)
        return true;
    const std::optional<Splice> splice = spliceIn(outer);
    if (!splice)
        return false;
    if (m_scratch.isEmpty())
        m_scratch.resize(linkScratchBytes);
    auto *const relay = new LinkRelay(splice->network, splice->inner, socket.outerBytesSent(), socket.linkTag(), *this);
    m_relays.insert(relay);
    socket.setNetwork(relay->network());
    const auto now = Clock::now();
    relay->start(age == Age::New ? now + sampleHandshake() : now);
    return true;
}

//! SYN and SYN-ACK, each with a delay of its own; their few bytes cost no bandwidth.
LinkConditioner::Clock::duration LinkConditioner::sampleHandshake()
{
    Clock::duration sum{};
    for (int direction = 0; direction < 2; ++direction) {
        const double offset = double(m_conditions.jitter.count()) * (m_random.generateDouble() * 2 - 1);
        sum += m_conditions.delay + std::chrono::microseconds(qint64(offset * 1000));
    }
    return std::max(sum, Clock::duration::zero());
}

void LinkConditioner::schedule(RelayDirection &direction, std::optional<Clock::time_point> due)
{
    if (direction.m_scheduled == due)
        return;
    if (direction.m_scheduled)
        m_schedule.erase({*direction.m_scheduled, &direction});
    direction.m_scheduled = due;
    if (!due)
        return; // the timer may fire for nothing, once
    m_schedule.insert({*due, &direction});
    if (!m_armedFor || *due < *m_armedFor)
        armTimer();
}

void LinkConditioner::armTimer()
{
    m_armedFor.reset();
    if (m_schedule.empty())
        return;
    m_armedFor = m_schedule.begin()->first;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*m_armedFor - dueBy());
    m_timer.start(std::max(wait, 0ms));
}

LinkConditioner::Clock::time_point LinkConditioner::dueBy()
{
    return Clock::now() + tolerance;
}

void LinkConditioner::releaseDue()
{
    const auto now = dueBy();
    m_armedFor = now; // what is scheduled meanwhile is seen to at the end
    for (int count = 0; count < releasedATurn && !m_schedule.empty(); ++count) {
        const auto [due, direction] = *m_schedule.begin();
        if (due > now)
            break;
        m_schedule.erase(m_schedule.begin());
        direction->m_scheduled.reset();
        direction->release(now);
    }
    armTimer();
}

void LinkConditioner::remove(LinkRelay *relay)
{
    m_relays.erase(relay);
    relay->deleteLater();
}

} // namespace pushlab::io
