// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/trafficring.h"

#include <algorithm>

namespace pushlab::traffic {

void TrafficRing::clear()
{
    m_slots = {};
    m_count = 0;
    m_bytes = 0;
    m_dropped = 0;
}

void TrafficRing::grow()
{
    m_slots.resize(std::min(std::max(slotOf(m_last) + 1, 2 * m_slots.size()), size_t(m_limits.records)));
}

} // namespace pushlab::traffic
