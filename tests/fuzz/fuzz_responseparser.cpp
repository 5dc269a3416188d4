// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The answers that virtual clients receive: parsed in the same way however they are split.

#include "tests/fuzz/fuzztarget.h"

#include "server/protocol/wire/responseparser.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

using namespace pushlab::compare;
using pushlab::tests::require;

namespace {

QByteArray read(QByteArrayView wire, qsizetype pieceSize)
{
    ResponseParser parser;
    QByteArray log;
    while (!wire.isEmpty()) {
        QByteArrayView piece = wire.first(std::min(pieceSize, wire.size()));
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
    const QByteArray whole = read(input, std::max<qsizetype>(input.size(), 1));
    require(read(input, 1).startsWith(whole), "other answers byte by byte");
    return 0;
}
