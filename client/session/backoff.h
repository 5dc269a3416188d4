// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>

namespace pushlab::session {

//! The pauses between attempts: 1, 2, 4, 8, 16 and from then on 30 s, each ± 20 %, so that a class that lost its host does
//! not come back all at once.
class Backoff
{
public:
    //! Samples a number from 0 to 1.
    using Random = std::function<double()>;

    Backoff(); //!< with Qt's generator
    explicit Backoff(Random random);

    //! The pause before the next attempt; the one after it is longer.
    [[nodiscard]] std::chrono::milliseconds next();
    void reset() { m_failures = 0; }

private:
    Random m_random;
    int m_failures = 0;
};

} // namespace pushlab::session
