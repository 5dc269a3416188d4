// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/seconds.h"

#include <QtGlobal>

#include <random>

namespace pushlab::theory {

//! How the gaps between messages are distributed.
enum class ArrivalKind : quint8 {
    Poisson, //!< exponential gaps, as theory assumes
    Constant //!< equal gaps
};

//! The times of one sender's messages, counted from its start. The same seed gives the same times on every machine and standard
//! library. A plain class for one thread.
class ArrivalSchedule final
{
public:
    //! \a rate in messages per second, finite, >= 0; 0 means no messages. \a seed is ignored for Constant.
    ArrivalSchedule(ArrivalKind kind, double rate, quint64 seed);

    //! The time of the next message: later than the one before, or equal within a double's precision. Infinite at rate
    //! 0. With Constant the k-th call, from 1, is exactly k / rate: no error adds up.
    [[nodiscard]] Seconds next();

private:
    ArrivalKind m_kind;
    double m_rate;
    quint64 m_drawn = 0;
    Seconds m_last{0};
    std::mt19937_64 m_random;
};

//! A seed of its own for stream number \a stream of a run with \a seed, e.g. one a sender or a repeat.
[[nodiscard]] quint64 streamSeed(quint64 seed, quint64 stream);

//! A random time, uniform in [0, period), for example the start of a client's polling; \a period finite, >= 0.
[[nodiscard]] Seconds randomPhase(Seconds period, quint64 seed);

} // namespace pushlab::theory
