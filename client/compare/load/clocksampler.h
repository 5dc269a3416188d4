// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/hostclock.h"
#include "client/compare/load/httpchannel.h"

#include <functional>
#include <optional>

namespace pushlab::compare {

//! Asks a host for its time several times, to find the offset of its clock. Owned by its round, in the load's thread.
class ClockSampler final
{
    Q_DISABLE_COPY_MOVE(ClockSampler)

public:
    struct Reading
    {
        HostClock clock;
        double shortestRoundTrip = 0; //!< ms
    };
    using Done = std::function<void(std::optional<Reading>)>; //!< nullopt: the host did not answer

    ClockSampler(const Target &target, Done done);

private:
    void ask();
    void take(const HttpAnswer &answer);

    const Target &m_target;
    HttpChannel m_channel;
    Traffic m_traffic; // not counted for any technique
    Done m_done;
    session::ClockOffset m_offset;
    double m_asked = 0;
    double m_shortest = 1e9;
    int m_samples = 0;
};

//! The clock of a host on this machine, which is the system's.
[[nodiscard]] HostClock ownClock();

} // namespace pushlab::compare
