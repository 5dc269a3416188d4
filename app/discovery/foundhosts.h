// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/announcement.h"

#include <QHostAddress>
#include <QList>

#include <chrono>

namespace pushlab::app {

//! A host that has announced itself.
struct FoundHost
{
    Announcement announcement;
    QHostAddress address; //!< the sender's

    friend bool operator==(const FoundHost &, const FoundHost &) = default;
};

//! The hosts from which announcements came recently, in order of their first one; bounded. Has no clock of its own: the time is
//! passed.
class FoundHosts final
{
public:
    using Time = std::chrono::milliseconds; //!< of any clock that never runs backwards

    static constexpr qsizetype maxHosts = 50;
    static constexpr std::chrono::milliseconds defaultLifetime{7000}; //!< slightly more than three announcements

    explicit FoundHosts(std::chrono::milliseconds lifetime = defaultLifetime);

    //! Takes an announcement. Returns true when hosts() has changed. A host keeps its first address while announcements come from
    //! there, so that one with several adapters does not alternate, and nobody else can take its place.
    bool take(const FoundHost &host, Time now);

    //! Removes hosts that were silent for too long. Returns true when there were any.
    bool expire(Time now);

    [[nodiscard]] const QList<FoundHost> &hosts() const { return m_hosts; }
    void clear();

private:
    std::chrono::milliseconds m_lifetime;
    QList<FoundHost> m_hosts;
    QList<Time> m_heard; // time of the last announcement of each host
};

} // namespace pushlab::app
