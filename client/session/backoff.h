// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>

namespace pushlab::session {

//! The pauses between attempts to connect: 1, 2, 4, 8, 16 and then always 30 s, each ± 20 %, so that the members of a class that
//! lost its host do not all reconnect at the same time.
class Backoff
{
public:
    //! Returns a random number from 0 to 1.
    using Random = std::function<double()>;

    Backoff(); //!< uses Qt's random generator
    explicit Backoff(Random random);

    //! The pause before the next attempt; each call returns a longer one until reset().
    [[nodiscard]] std::chrono::milliseconds next();
    void reset() { m_failures = 0; }

private:
    Random m_random;
    int m_failures = 0;
};

} // namespace pushlab::session
