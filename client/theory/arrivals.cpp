// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/arrivals.h"

#include <cmath>
#include <limits>

namespace pushlab::theory {

namespace {

//! Uniform in [0, 1). The standard's distributions differ between libraries, its engines do not.
double uniform(std::mt19937_64 &random)
{
    return double(random() >> 11) * 0x1p-53;
}

} // namespace

ArrivalSchedule::ArrivalSchedule(ArrivalKind kind, double rate, quint64 seed) : m_kind(kind), m_rate(rate), m_random(seed)
{
    Q_ASSERT(std::isfinite(rate) && rate >= 0);
}

Seconds ArrivalSchedule::next()
{
    if (m_rate <= 0)
        return Seconds(std::numeric_limits<double>::infinity());
    ++m_drawn;
    switch (m_kind) {
    case ArrivalKind::Poisson:
        m_last += Seconds(-std::log1p(-uniform(m_random)) / m_rate);
        break;
    case ArrivalKind::Constant:
        m_last = Seconds(double(m_drawn) / m_rate);
        break;
    }
    return m_last;
}

quint64 streamSeed(quint64 seed, quint64 stream)
{
    // SplitMix64: neighbouring seeds and streams give unrelated numbers
    quint64 mixed = seed + (stream + 1) * 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

Seconds randomPhase(Seconds period, quint64 seed)
{
    std::mt19937_64 random(seed);
    return period * uniform(random);
}

} // namespace pushlab::theory
