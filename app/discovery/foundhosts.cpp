// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/foundhosts.h"

#include <algorithm>

namespace pushlab::app {

FoundHosts::FoundHosts(std::chrono::milliseconds lifetime) : m_lifetime(lifetime) {}

bool FoundHosts::take(const FoundHost &host, Time now)
{
    const auto known = std::find_if(m_hosts.cbegin(), m_hosts.cend(),
                                    [&host](const FoundHost &other) { return other.announcement.id == host.announcement.id; });
    if (known == m_hosts.cend()) {
        if (m_hosts.size() >= maxHosts)
            return false;
        m_hosts.append(host);
        m_heard.append(now);
        return true;
    }
    const qsizetype place = known - m_hosts.cbegin();
    if (known->address != host.address && now - m_heard.at(place) < m_lifetime)
        return false;
    m_heard[place] = now;
    if (*known == host)
        return false;
    m_hosts[place] = host;
    return true;
}

bool FoundHosts::expire(Time now)
{
    const qsizetype before = m_hosts.size();
    for (qsizetype i = before - 1; i >= 0; --i) {
        if (now - m_heard.at(i) < m_lifetime)
            continue;
        m_hosts.removeAt(i);
        m_heard.removeAt(i);
    }
    return m_hosts.size() != before;
}

void FoundHosts::clear()
{
    m_hosts.clear();
    m_heard.clear();
}

} // namespace pushlab::app
