// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestparser.h"

#include <QByteArray>

#include <benchmark/benchmark.h>
#include <algorithm>

namespace {

using pushlab::http::RequestParser;

// The polling requests of a browser and of a minimal client.
constexpr char ofBrowser[] =
    "GET /api/rooms/lobby/messages?after=17&wait=10&member=a1b2c3&name=Mia HTTP/1.1\r\n"
    "Host: 192.168.1.10:8080\r\nConnection: keep-alive\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0\r\n"
    "Accept: */*\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n"
    "Referer: http://192.168.1.10:8080/rooms/lobby\r\nAccept-Encoding: gzip, deflate\r\n"
    "Accept-Language: en-GB,en;q=0.9,zh-CN;q=0.8\r\n\r\n";
constexpr char bare[] = "GET /get_msg/?name=u17 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
constexpr char send[] =
    "POST /send_msg/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 72\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    "content=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

void parse(benchmark::State &state, QByteArrayView bytes, qsizetype step)
{
    RequestParser parser;
    for (auto _ : state) {
        for (qsizetype at = 0; at < bytes.size(); at += step)
            benchmark::DoNotOptimize(parser.feed(bytes.sliced(at, std::min(step, bytes.size() - at))));
        if (parser.state() != RequestParser::State::Complete)
            state.SkipWithError("not a whole request");
        benchmark::DoNotOptimize(parser.takeRequest());
    }
    state.SetItemsProcessed(state.iterations());
    state.SetBytesProcessed(state.iterations() * bytes.size());
}

constexpr qsizetype whole = 1 << 20;

BENCHMARK_CAPTURE(parse, request_of_a_browser, QByteArrayView(ofBrowser), whole);
BENCHMARK_CAPTURE(parse, request_of_a_browser_64_bytes_at_a_time, QByteArrayView(ofBrowser), 64);
BENCHMARK_CAPTURE(parse, bare_request, QByteArrayView(bare), whole);
BENCHMARK_CAPTURE(parse, request_with_a_body, QByteArrayView(send), whole);

} // namespace
