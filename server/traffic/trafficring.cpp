// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/trafficring.h"

namespace pushlab::traffic {

void TrafficRing::clear()
{
    m_records.clear();
    m_bytes = 0;
    m_dropped = 0;
}

wire::TrafficRecord *TrafficRing::find(quint64 number)
{
    return number >= oldest() && number <= m_last ? &m_records[size_t(number - oldest())] : nullptr;
}

} // namespace pushlab::traffic
