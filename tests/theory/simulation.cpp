// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/theory/simulation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace pushlab::protocol;
using namespace pushlab::theory;
using pushlab::theory::Parameters;

namespace {

std::vector<double> sampleArrivals(double rate, int messages, std::mt19937_64 &random)
{
    std::exponential_distribution<double> gap(rate);
    std::vector<double> arrivals(static_cast<size_t>(messages));
    double now = 0;
    for (double &arrival : arrivals)
        arrival = now += gap(random);
    return arrivals;
}

Simulated simulatePolling(const Parameters &parameters, const std::vector<double> &arrivals, double phase)
{
    Simulated result;
    size_t next = 0;
    const double period = pollCycle(parameters).count();
    double request = phase * period; // time of arrival at the host
    while (next < arrivals.size()) {
        const size_t first = next;
        for (; next < arrivals.size() && arrivals[next] <= request; ++next)
            result.delays.push_back(request - arrivals[next] + parameters.oneWay.count());
        ++result.requests;
        result.empty += next == first;
        request += period;
    }
    result.length = request;
    return result;
}

Simulated simulateLongPolling(const Parameters &parameters, const std::vector<double> &arrivals, size_t batch)
{
    Simulated result;
    size_t next = 0;
    double request = 0;
    while (next < arrivals.size()) {
        const double answer = std::clamp(arrivals[next], request, request + parameters.hold.count());
        const size_t first = next;
        for (; next < arrivals.size() && next - first < batch && arrivals[next] <= answer; ++next)
            result.delays.push_back(answer - arrivals[next] + parameters.oneWay.count());
        ++result.requests;
        result.empty += next == first;
        request = answer + roundTrip(parameters).count();
    }
    result.length = request;
    return result;
}

} // namespace

double Simulated::mean() const
{
    return std::accumulate(delays.begin(), delays.end(), 0.) / double(delays.size());
}

double Simulated::standardDeviation() const
{
    const double centre = mean();
    double squares = 0;
    for (const double delay : delays)
        squares += (delay - centre) * (delay - centre);
    return std::sqrt(squares / double(delays.size()));
}

Simulated simulate(Technique technique, const Parameters &parameters, int messages, quint64 seed)
{
    std::mt19937_64 random(seed);
    const std::vector<double> arrivals = sampleArrivals(parameters.rate, messages, random);
    switch (technique) {
    case Technique::Polling:
        return simulatePolling(parameters, arrivals, std::uniform_real_distribution<double>()(random));
    case Technique::LongPolling:
        return simulateLongPolling(parameters, arrivals, std::numeric_limits<size_t>::max());
    case Technique::WebSocket:
    case Technique::Sse:
        break;
    }
    return {std::vector<double>(arrivals.size(), parameters.oneWay.count()), arrivals.back(), 0, 0};
}

Simulated simulateTutorialQueue(const Parameters &parameters, int messages, quint64 seed)
{
    std::mt19937_64 random(seed);
    return simulateLongPolling(parameters, sampleArrivals(parameters.rate, messages, random), 1);
}
