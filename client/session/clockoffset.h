// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace pushlab::session {

//! What the host's clock says, seen from here. Keeps the sample with the shortest round trip; a sample loses its worth as
//! the two clocks drift apart. All times in milliseconds; local ones from a clock that never steps.
class ClockOffset
{
public:
    //! The host said \a hostNow at some moment between \a sent and \a received.
    void addSample(double sent, double received, double hostNow);

    //! The host said \a hostNow at some moment before \a received: host time here can only be later.
    void addBound(double received, double hostNow);

    //! Nothing before the first sample.
    [[nodiscard]] std::optional<double> hostTime(double local) const;

    //! By how much hostTime(\a local) may be wrong, either way; nothing before the first sample.
    [[nodiscard]] std::optional<double> uncertainty(double local) const;

    //! The shortest round trip seen, as far as it still counts; nothing before the first sample.
    [[nodiscard]] std::optional<double> roundTrip() const;

private:
    struct Sample
    {
        double offset = 0; // host time - local time
        double half = 0; // of the round trip
        double taken = 0; // local
    };
    std::optional<Sample> m_best;
};

//! Milliseconds of a clock of this machine that never steps.
[[nodiscard]] double localMilliseconds();

} // namespace pushlab::session
