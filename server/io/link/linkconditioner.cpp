// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/linkconditioner.h"

#include "server/io/logging.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/streamdescriptor.h"

#include <algorithm>
#include <vector>

namespace pushlab::io {

LinkConditioner::LinkConditioner(QObject *parent) : QObject(parent), m_schedule(this) {}

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
    const auto now = RelaySchedule::Clock::now();
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
    auto *const relay = new LinkRelay(splice->network, splice->inner, socket.outerBytesSent(), socket.linkTag(), m_schedule,
                                      *this, this);
    m_relays.insert(relay);
    socket.setNetwork(relay->network());
    const auto now = RelaySchedule::Clock::now();
    relay->start(age == Age::New ? now + sampleHandshake() : now);
    return true;
}

//! SYN and SYN-ACK, each with a delay of its own; their few bytes cost no bandwidth.
RelaySchedule::Clock::duration LinkConditioner::sampleHandshake()
{
    RelaySchedule::Clock::duration sum{};
    for (int direction = 0; direction < 2; ++direction) {
        const double offset = double(m_conditions.jitter.count()) * (m_schedule.random().generateDouble() * 2 - 1);
        sum += m_conditions.delay + std::chrono::microseconds(qint64(offset * 1000));
    }
    return std::max(sum, RelaySchedule::Clock::duration::zero());
}

void LinkConditioner::onFinished(LinkRelay *relay)
{
    m_relays.erase(relay);
    relay->deleteLater();
}

} // namespace pushlab::io
