// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleresult.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab::compare;

namespace {

VariantResult variant(Variant which, double delay)
{
    VariantResult result;
    result.variant = which;
    result.clients = 20;
    result.repeats = 3;
    result.seconds = 90;
    result.rate = 1.25;
    result.sent = 100;
    result.samples = 100;
    result.expected = 2000;
    result.delivered = 2000;
    result.requests = 900;
    result.empty = 12;
    result.connections = 25;
    result.messages = 2000;
    result.handshakeBytes = 500;
    result.headerBytes = 585;
    result.messageBytes = 200;
    result.asking = {{0, 300'000, 0}, {400'000, 200'000, 10'000}};
    result.sending = {{20'000, 40'000, 0}, {1'000, 9'000, 0}};
    result.segmentBytes = 90'000;
    result.requestsPerMinute = {30, 30.1, 0.5};
    result.emptyShare = {0.0133, 0.0132, 0.001};
    result.bytesPerMinute = {41'550, 41'500.5, {}};
    result.bytesPerMessage = {455, 450, 3};
    result.mean = {delay, delay * 1.01, 2};
    result.p50 = {delay, delay, 2};
    result.p95 = {2 * delay, 2 * delay, 2};
    result.p99 = {2.1 * delay, {}, {}};
    result.max = {2.2 * delay, 0.3, {}, false};
    result.cpuPerMessage = 0.02;
    result.bytesRatio = 3;
    result.delayRatio = 1;
    result.fit = Fit{2000, 0.01, 0.8};
    for (int i = 1; i <= 100; ++i)
        result.delays.add(std::chrono::microseconds(int(delay * 20) * i));
    result.expectedDelays = {{1ms, 0}, {2s, 1}};
    result.timeline = {{30, 17'650}, {31, 18'000}, {29, 17'000}};
    return result;
}

} // namespace

RunResult sampleResult()
{
    RunResult result;
    result.options.variants = {Variant::Polling, Variant::WebSocket};
    result.options.seed = 12'345'678'901'234'567'890U;
    result.options.delay = 150ms;
    result.options.rateBitsPerSecond = 1'000'000;
    result.options.preset = u"busy"_s;
    result.provenance = {u"0.1.0"_s, u"linux 6.1"_s, u"A CPU, 2 threads"_s, u"pushlab compare --seed 1"_s, u"2026-11-20T12:00:00Z"_s};
    result.hostAddress = u"http://127.0.0.1:8000"_s;
    result.roundTrip = 300.5;
    result.clockUncertainty = 0.05;
    result.loadBusy = 0.25;
    result.findings = {{Variant::WebSocket, Variant::Polling, pushlab::theory::Verdict::FirstFaster}};
    result.variants = {variant(Variant::Polling, 1000), variant(Variant::WebSocket, 0.4)};
    return result;
}

RunResult olderResult()
{
    RunResult result = sampleResult();
    result.findings.clear();
    result.statedVerdict = u"WebSocket <was> faster | by far."_s;
    result.statedNotes = {u"A note & more."_s};
    return result;
}
