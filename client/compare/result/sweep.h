// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <optional>

namespace pushlab::compare {

//! A series of runs with different message rates: "rate=0.1..10".
struct Sweep
{
    double from = 0.1; //!< messages a second, as is \a to
    double to = 10;

    //! The rates, in equal ratios, from \a from to \a to.
    [[nodiscard]] QList<double> rates() const;
};

//! Returns nullopt when \a text is no sweep, or its rates are out of range or order.
[[nodiscard]] std::optional<Sweep> parseSweep(const QString &text);

//! Where long polling begins to need more requests than polling, in messages a second.
struct SweepResult
{
    struct Point
    {
        double rate = 0; //!< messages a second, as measured
        double polling = 0; //!< requests per minute and client
        double longPolling = 0;
    };
    QList<Point> points;
    std::optional<double> crossover; //!< measured, interpolated; nullopt when the curves do not cross
    std::optional<double> expected; //!< by theory
    double ruleOfThumb = 0; //!< 1/T
};

//! Evaluates runs at several rates, each of which has polling and long polling.
[[nodiscard]] SweepResult evaluateSweep(const QList<RunResult> &runs);

} // namespace pushlab::compare
