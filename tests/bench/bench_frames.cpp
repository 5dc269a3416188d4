// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"

#include <QByteArray>

#include <benchmark/benchmark.h>

namespace {

using namespace pushlab::protocol;

void encodeFrame(benchmark::State &state)
{
    const QByteArray payload(state.range(0), 'x');
    QByteArray bytes;
    for (auto _ : state) {
        bytes.clear();
        appendFrame(bytes, Opcode::Text, payload);
        benchmark::DoNotOptimize(bytes.constData());
    }
    state.SetItemsProcessed(state.iterations());
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(encodeFrame)->Arg(64)->Arg(4096)->Arg(65536);

//! A hundred frames in one piece, as they arrive under load. A decoder looks at headers only.
void decodeFrames(benchmark::State &state)
{
    QByteArray bytes;
    constexpr int count = 100;
    for (int i = 0; i < count; ++i)
        appendFrame(bytes, Opcode::Text, QByteArray(state.range(0), 'x'));
    for (auto _ : state) {
        FrameDecoder decoder;
        QByteArrayView rest = bytes;
        int found = 0;
        while (!rest.isEmpty())
            found += decoder.next(rest) ? 1 : 0;
        if (found != count)
            state.SkipWithError("frames were lost");
    }
    state.SetItemsProcessed(state.iterations() * count);
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(decodeFrames)->Arg(64)->Arg(4096);

} // namespace
