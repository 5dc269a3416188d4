// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <optional>

namespace pushlab::compare {

//! A series of runs over the rate of messages: "rate=0.1..10".
struct Sweep
{
    double from = 0.1; //!< messages a second
    double to = 10;

    //! Rates in equal ratios, \a from and \a to included.
    [[nodiscard]] QList<double> rates() const;
};

//! Nothing when \a text is no sweep, or its rates are out of range or order.
[[nodiscard]] std::optional<Sweep> parseSweep(const QString &text);

//! Where long polling's requests overtake polling's, in messages a second.
struct SweepResult
{
    struct Point
    {
        double rate = 0; //!< as it came
        double polling = 0; //!< requests a minute and client
        double longPolling = 0;
    };
    QList<Point> points;
    std::optional<double> crossover; //!< measured, between two points; nothing when they do not cross
    std::optional<double> expected; //!< theory's
    double ruleOfThumb = 0; //!< 1/T
};

//! What runs at several rates show; each has polling and long polling.
[[nodiscard]] SweepResult evaluateSweep(const QList<RunResult> &runs);

} // namespace pushlab::compare
