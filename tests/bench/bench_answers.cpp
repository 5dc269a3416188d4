// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/response.h"
#include "server/push/answercache.h"
#include "server/push/answers.h"
#include "server/push/websocket/framecache.h"
#include "server/room/roomlog.h"

#include <benchmark/benchmark.h>

namespace {

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;

constexpr double now = 1.7e12;
constexpr room::RoomLog::Bounds bounds{100, 1'000'000};

protocol::Message message()
{
    return {0, u"Mia"_s, QString(64, u'x'), now, now, protocol::Technique::WebSocket};
}

//! A log with one message of 64 bytes.
room::RoomLog logOfOne()
{
    room::RoomLog log(u"epoch"_s, bounds);
    log.append(message(), {});
    return log;
}

//! Encodes for the log, from which each technique makes its own format.
void appendToLog(benchmark::State &state)
{
    room::RoomLog log(u"epoch"_s, bounds);
    const protocol::Message sent = message();
    for (auto _ : state)
        benchmark::DoNotOptimize(log.append(sent, {}));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(appendToLog);

void frameOfWebSocket(benchmark::State &state)
{
    room::RoomLog log = logOfOne();
    push::FrameCache cache;
    qint64 after = 0;
    for (auto _ : state) {
        state.PauseTiming();
        after = log.next();
        log.append(message(), {});
        state.ResumeTiming();
        benchmark::DoNotOptimize(cache.stretch(log, after, push::FrameCache::Format::Api));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(frameOfWebSocket);

void frameOfWebSocketAgain(benchmark::State &state)
{
    const room::RoomLog log = logOfOne();
    push::FrameCache cache;
    for (auto _ : state)
        benchmark::DoNotOptimize(cache.stretch(log, 0, push::FrameCache::Format::Api).bytes);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(frameOfWebSocketAgain);

void answerOfPolling(benchmark::State &state)
{
    const room::RoomLog log = logOfOne();
    for (auto _ : state)
        benchmark::DoNotOptimize(push::messagesAnswer(log, 0, {}, now, false));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(answerOfPolling);

void emptyAnswerOfPolling(benchmark::State &state)
{
    const room::RoomLog log = logOfOne();
    for (auto _ : state)
        benchmark::DoNotOptimize(push::messagesAnswer(log, 1, {}, now, false));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(emptyAnswerOfPolling);

void answerOfLongPollingAgain(benchmark::State &state)
{
    const room::RoomLog log = logOfOne();
    push::AnswerCache cache;
    for (auto _ : state)
        benchmark::DoNotOptimize(cache.messages(log, 0, now, false).body);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(answerOfLongPollingAgain);

void answerOfTutorialQueue(benchmark::State &state)
{
    const room::RoomLog log = logOfOne();
    for (auto _ : state)
        benchmark::DoNotOptimize(push::queueAnswer(log.at(1)));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(answerOfTutorialQueue);

void headerOfAnswer(benchmark::State &state)
{
    const room::RoomLog log = logOfOne();
    const QByteArray body = push::messagesAnswer(log, 0, {}, now, false).body;
    for (auto _ : state)
        benchmark::DoNotOptimize(http::frame(http::Response::json(body), {}, "Fri, 20 Nov 2026 12:00:00 GMT"));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(headerOfAnswer);

} // namespace
