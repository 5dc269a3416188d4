// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace pushlab::session {

//! The offset of the host's clock, from samples of its time. Uses the sample with the shortest round trip; the uncertainty of a
//! sample grows with its age, because the clocks drift. All times in ms; local times are of a clock that is never set.
class ClockOffset
{
public:
    //! Adds a sample: the host's time was \a hostNow at some moment between \a sent and \a received.
    void addSample(double sent, double received, double hostNow);

    //! Adds a bound: the host's time was \a hostNow at some moment before \a received.
    void addBound(double received, double hostNow);

    //! The host's time at the local time \a local; nullopt before the first sample.
    [[nodiscard]] std::optional<double> hostTime(double local) const;

    //! How much hostTime(\a local) may be wrong in either direction; nullopt before the first sample.
    [[nodiscard]] std::optional<double> uncertainty(double local) const;

    //! The round trip of the sample in use; nullopt before the first sample.
    [[nodiscard]] std::optional<double> roundTrip() const;

private:
    struct Sample
    {
        double offset = 0; // host's time minus local time
        double half = 0; // half of the round trip
        double taken = 0; // local time of the sample
    };
    std::optional<Sample> m_best;
};

//! ms of a local clock that is never set.
[[nodiscard]] double localMilliseconds();

} // namespace pushlab::session
