// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/parameters.h"
#include "server/protocol/technique.h"

#include <vector>

//! The results of a simulated client.
struct Simulated
{
    std::vector<double> delays; //!< seconds, one per message, in order
    double length = 0; //!< seconds
    qint64 requests = 0;
    qint64 empty = 0;

    [[nodiscard]] double mean() const;
    [[nodiscard]] double standardDeviation() const;
    [[nodiscard]] double requestsPerMinute() const { return double(requests) * 60 / length; }
    [[nodiscard]] double emptyShare() const { return requests ? double(empty) / double(requests) : 0; }
};

//! Simulates one client with \a messages Poisson messages, event by event, by the rules of the technique and not by the formulas.
[[nodiscard]] Simulated simulate(pushlab::protocol::Technique technique, const pushlab::theory::Parameters &parameters,
                                 int messages, quint64 seed);

//! As simulate(), for long polling with one message per answer.
[[nodiscard]] Simulated simulateTutorialQueue(const pushlab::theory::Parameters &parameters, int messages, quint64 seed);
