// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/clock.h"
#include "server/room/locallog.h"
#include "server/room/memorystorage.h"
#include "server/room/room.h"
#include "server/room/shard.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

//! Appending and broadcasting: the cost of a message per reader, without sending.
namespace {

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

protocol::Outgoing outgoing()
{
    protocol::Outgoing message;
    message.text = QString(64, u'x');
    message.via = protocol::Technique::WebSocket;
    return message;
}

class Reader final : public room::Subscriber
{
public:
    bool deliver() override { return ++told > 0; }
    void onEpochChanged() override {}
    qint64 told = 0;
};

//! A waiter that answers at once.
class Poll final : public room::Waiter
{
public:
    bool wake() override { return true; }
    void expire() override {}
};

//! Runs the event loop until all is delivered, in slices of a thousand per turn. Sends all posted events, because those of a
//! single object would leave empty entries in Qt's list.
void broadcastAll(qint64 readers)
{
    for (qint64 told = 0; told <= readers; told += 1000)
        QCoreApplication::sendPostedEvents();
}

void appendAndTellSubscribers(benchmark::State &state)
{
    const base::SystemClock clock;
    room::MemoryStorage storage;
    room::LocalLog log(clock, storage);
    room::Shard shard(clock, log, u"lobby"_s);
    room::Room *const lobby = shard.find(u"lobby"_s);
    std::vector<std::unique_ptr<Reader>> readers;
    for (qint64 i = 0; i < state.range(0); ++i)
        lobby->enter(readers.emplace_back(std::make_unique<Reader>()).get());
    const protocol::Outgoing message = outgoing();
    room::NoReceipt receipt;
    for (auto _ : state) {
        lobby->append(message, receipt);
        broadcastAll(state.range(0));
    }
    if (readers.front()->told < qint64(state.iterations()))
        state.SkipWithError("a message was not told");
    for (const auto &reader : readers)
        lobby->leave(reader.get());
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(appendAndTellSubscribers)->Arg(1)->Arg(100)->Arg(1000)->Arg(10000);

void parkAndWake(benchmark::State &state)
{
    const base::SystemClock clock;
    room::MemoryStorage storage;
    room::LocalLog log(clock, storage);
    room::Shard shard(clock, log, u"lobby"_s);
    room::Room *const lobby = shard.find(u"lobby"_s);
    const protocol::Outgoing message = outgoing();
    room::NoReceipt receipt;
    for (auto _ : state) {
        for (qint64 i = 0; i < state.range(0); ++i)
            lobby->waiting().park(std::make_unique<Poll>(), clock.steady() + 10s);
        lobby->append(message, receipt);
        broadcastAll(state.range(0));
        if (!lobby->waiting().isEmpty())
            state.SkipWithError("somebody still waits");
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(parkAndWake)->Arg(1)->Arg(100)->Arg(1000)->Arg(10000);

} // namespace
