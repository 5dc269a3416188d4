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

//! The hosts heard of lately, in the order in which they came; bounded. The time is given, so that nothing waits.
class FoundHosts final
{
public:
    using Time = std::chrono::milliseconds; //!< of any steady clock

    static constexpr qsizetype maxHosts = 50;
    static constexpr std::chrono::milliseconds defaultLifetime{7000}; //!< three announcements and some

    explicit FoundHosts(std::chrono::milliseconds lifetime = defaultLifetime);

    //! Takes what came from \a address. True when hosts() is another one now. A host keeps its first address while it is
    //! heard from there: one that comes over several adapters does not jump, and nobody else can take its place.
    bool take(const FoundHost &host, Time now);

    //! Drops whoever was silent for too long. True when somebody was.
    bool expire(Time now);

    [[nodiscard]] const QList<FoundHost> &hosts() const { return m_hosts; }
    void clear();

private:
    std::chrono::milliseconds m_lifetime;
    QList<FoundHost> m_hosts;
    QList<Time> m_heard; // when, of each
};

} // namespace pushlab::app
