// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a connection: the parser finds the same requests and the same fault however they are split.

#include "tests/fuzz/fuzztarget.h"

#include "server/http/requestparser.h"
#include "server/http/requesttarget.h"

#include <algorithm>

using namespace pushlab::http;
using State = RequestParser::State;

namespace {

void describe(const Request &request, QByteArray &log)
{
    log += request.method().toByteArray() + ' ' + request.path().toByteArray() + '?' + request.query().toByteArray() + " at "
        + request.host().toByteArray() + ' ' + QByteArray::number(request.minorVersion()) + ' '
        + QByteArray::number(int(request.keepAlive())) + QByteArray::number(int(request.expectsContinue())) + ' '
        + request.field("Content-Type").toByteArray() + ' ' + QByteArray::number(request.fieldCount("Cookie")) + ' '
        + request.body() + '\n';
}

//! Parses as a connection does; the lengths of pieces come from \a cuts in turn, or there is one piece.
QByteArray read(QByteArrayView wire, QByteArrayView cuts)
{
    RequestParser parser;
    QByteArray log;
    qsizetype turn = 0;
    while (!wire.isEmpty()) {
        const qsizetype length = cuts.isEmpty() ? wire.size() : 1 + uchar(cuts[turn++ % cuts.size()]) % 64;
        QByteArrayView piece = wire.first(std::min(length, wire.size()));
        wire = wire.sliced(piece.size());
        while (!piece.isEmpty()) {
            const qsizetype taken = parser.feed(piece);
            pushlab::tests::require(taken >= 0 && taken <= piece.size(), "the parser takes what it was not given");
            if (parser.state() == State::Error) {
                const Request partial = parser.partialRequest(); // cut differently, more of it may be known
                pushlab::tests::require(partial.fieldCount("Accept") <= 100 && partial.path().size() <= partial.head().size(),
                                        "what is known is a part of the head");
                return log + QByteArray::number(parser.error().status) + ' ' + parser.error().code;
            }
            pushlab::tests::require(taken == piece.size() || parser.state() == State::Complete, "the parser stands still");
            piece = piece.sliced(taken);
            if (parser.state() == State::Complete)
                describe(parser.takeRequest(), log);
        }
    }
    if (parser.state() == State::Body)
        describe(parser.request(), log);
    return log + (parser.isMidRequest() ? "goes on" : "ends");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qsizetype cutBytes = 4;
    const QByteArrayView input(data, qsizetype(size));
    if (input.size() < cutBytes)
        return 0;
    // One byte more than needed: a field's line is checked when the next byte shows that it has ended.
    const QByteArray wire = input.sliced(cutBytes).toByteArray() + 'X';
    const QByteArray whole = read(wire, {});
    pushlab::tests::require(read(wire, input.first(cutBytes)) == whole, "another reading when it comes in pieces");
    (void)splitTarget("GET", wire);
    (void)isHostAndPort(wire);
    return 0;
}
