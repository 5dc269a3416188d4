// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/truth/twowaymean.h"

#include "client/theory/statistics.h"

#include <cmath>
#include <numeric>

namespace pushlab::tests {

namespace {

constexpr qsizetype runLength = 4; // messages

double squaredError(const QList<double> &means)
{
    const theory::Summary summary = theory::summarize(means);
    return summary.n > 1 ? summary.standardDeviation * summary.standardDeviation / double(summary.n) : 0;
}

} // namespace

TwoWayMean twoWayMean(const QList<QList<double>> &delays)
{
    if (delays.isEmpty() || delays.first().isEmpty())
        return {};
    const qsizetype messages = delays.first().size();
    QList<double> ofMembers;
    QList<double> ofMessages(messages, 0);
    for (const QList<double> &own : delays) {
        ofMembers.append(std::accumulate(own.cbegin(), own.cend(), 0.) / double(messages));
        for (qsizetype i = 0; i < messages; ++i)
            ofMessages[i] += own.at(i) / double(delays.size());
    }
    QList<double> ofRuns;
    for (qsizetype begin = 0; begin + runLength <= messages; begin += runLength)
        ofRuns.append(std::accumulate(ofMessages.cbegin() + begin, ofMessages.cbegin() + begin + runLength, 0.) / runLength);
    return {delays.size() * messages, theory::summarize(ofMembers).mean, std::sqrt(squaredError(ofMembers) + squaredError(ofRuns))};
}

} // namespace pushlab::tests
