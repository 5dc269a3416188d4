// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/personalorders.h"

#include <algorithm>

namespace pushlab::room {

using protocol::Technique;

bool PersonalOrders::setTechnique(const QByteArray &member, std::optional<Technique> technique)
{
    if (!technique) {
        m_techniques.remove(member);
        return true;
    }
    if (m_techniques.size() >= maxEntries && !m_techniques.contains(member))
        return false;
    m_techniques.insert(member, *technique);
    return true;
}

bool PersonalOrders::setName(const QByteArray &member, const QString &name)
{
    if (name.isEmpty()) {
        m_names.remove(member);
        return true;
    }
    if (m_names.size() >= maxEntries && !m_names.contains(member))
        return false;
    m_names.insert(member, name);
    return true;
}

void PersonalOrders::split(const QList<QByteArray> &members, const QList<Technique> &techniques)
{
    Q_ASSERT(!techniques.isEmpty());
    endSplit();
    m_among = techniques;
    for (const QByteArray &member : members)
        join(member);
}

void PersonalOrders::endSplit()
{
    m_parts.clear();
    m_sizes.clear();
    m_among.clear();
}

void PersonalOrders::join(const QByteArray &member)
{
    if (m_among.isEmpty() || m_parts.contains(member) || m_parts.size() >= maxParts)
        return;
    const auto smallest = std::min_element(m_among.cbegin(), m_among.cend(), [this](Technique one, Technique other) {
        return m_sizes.value(one) < m_sizes.value(other); // the first of those that are alike
    });
    ++m_sizes[*smallest];
    m_parts.insert(member, *smallest);
}

protocol::OwnOrders PersonalOrders::of(const QByteArray &member) const
{
    protocol::OwnOrders own;
    own.name = name(member);
    if (const auto ordered = m_techniques.constFind(member); ordered != m_techniques.cend()) {
        own.technique = *ordered;
    } else if (!m_among.isEmpty()) {
        own.technique = m_parts.value(member, m_among.first());
        own.isBySplit = true;
    }
    return own;
}

} // namespace pushlab::room
