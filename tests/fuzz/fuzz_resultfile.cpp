// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of the comparison that are read again, and the answers that its virtual clients get.

#include "tests/fuzz/fuzztarget.h"

#include "client/compare/responseparser.h"
#include "client/compare/resultcodec.h"

#include <algorithm>

using namespace pushlab::compare;
using pushlab::tests::require;

namespace {

//! \a pieceSize 0: all in one.
QByteArray readAnswers(QByteArrayView wire, qsizetype pieceSize)
{
    ResponseParser parser;
    QByteArray log;
    while (!wire.isEmpty()) {
        QByteArrayView piece = pieceSize == 0 ? wire : wire.first(std::min(pieceSize, wire.size()));
        wire = wire.sliced(piece.size());
        while (!piece.isEmpty()) {
            const ResponseParser::State state = parser.feed(piece);
            if (state == ResponseParser::State::Malformed)
                return log; // in pieces it may be seen only later
            require(state == ResponseParser::State::Complete || piece.isEmpty(), "the parser stands still");
            if (state == ResponseParser::State::Complete) {
                const HttpAnswer answer = parser.take();
                log += QByteArray::number(answer.status) + ' ' + QByteArray::number(answer.headerBytes) + ' ' + answer.body + '\n';
            }
        }
    }
    return log;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    if (input.startsWith("HTTP")) {
        const QByteArray whole = readAnswers(input, 0);
        const QByteArray pieces = readAnswers(input, 1);
        require(pieces.startsWith(whole), "other answers byte by byte");
        return 0;
    }
    if (const auto result = decodeResult(input.toByteArray())) {
        const auto again = decodeResult(encodeResult(*result));
        require(again.has_value(), "what was read is written so that it cannot be read");
        require(encodeResult(*again) == encodeResult(*result), "reading and writing changes it");
    }
    return 0;
}
