// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

//! What is in force for a chat client: the class's settings, the teacher's orders for it alone, what gets through.

#include "client/session/chatclient.h"

#include "server/protocol/techniquetraits.h"

#include <utility>

namespace pushlab::session {

using protocol::Technique;

std::optional<Technique> ChatClient::classTechnique() const
{
    return m_classTechnique;
}

QList<Technique> ChatClient::offeredTechniques() const
{
    return m_offer.isEmpty() ? protocol::defaultTechniques() : m_offer;
}

const Obstacles &ChatClient::obstacles() const
{
    return m_selfTest.obstacles();
}

const protocol::OwnOrders &ChatClient::ownOrders() const
{
    return m_own;
}

bool ChatClient::isFrozen() const
{
    return m_isFrozen;
}

const protocol::Conditioner &ChatClient::conditioner() const
{
    return m_conditioner;
}

void ChatClient::applySettings()
{
    const protocol::ClassSettings now = m_settings.settings();
    if (std::exchange(m_conditioner, now.conditioner) != now.conditioner)
        Q_EMIT conditionerChanged();
    const bool isOtherOrder = std::exchange(m_own, m_settings.own()) != m_settings.own();
    if (std::exchange(m_isFrozen, now.isFrozen) != now.isFrozen || isOtherOrder)
        Q_EMIT ordersChanged();
    const std::optional<Technique> ordered = m_own.technique ? m_own.technique : now.technique;
    const bool isOtherOffer = std::exchange(m_offer, now.techniques) != now.techniques;
    if (std::exchange(m_classTechnique, ordered) != ordered || isOtherOffer)
        Q_EMIT classTechniqueChanged();
    const Technique before = m_connection.technique();
    const Technique wanted = ordered.value_or(protocol::closestOffered(before, now.techniques));
    m_connection.use(m_selfTest.passable(wanted, now.techniques), now);
    if (m_connection.technique() != before)
        Q_EMIT techniqueChanged(m_connection.technique());
}

//! Does nothing over a slow network that the host simulates, because that would be taken for an obstacle.
void ChatClient::testTechniques()
{
    const protocol::ClassSettings now = m_settings.settings();
    if (!m_options.testsTechniques || now.conditioner.isOn())
        return;
    QList<Technique> offered = now.techniques;
    if (now.technique && !offered.contains(*now.technique))
        offered.append(*now.technique);
    m_selfTest.start({m_options.host, m_options.room, m_member, m_name, m_options.fingerprint, m_network.token()}, offered);
}

//! An older host gives no name.
void ChatClient::useName(const QString &given)
{
    if (!given.isEmpty() && std::exchange(m_name, given) != given)
        Q_EMIT nameChanged();
}

} // namespace pushlab::session
