// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a WebSocket as QWebSocket gets them: relabelled in the same way however they are split.

#include "tests/fuzz/fuzztarget.h"

#include "server/push/websocket/clientframes.h"

#include <algorithm>

using namespace pushlab::push;
using pushlab::tests::require;

namespace {

//! What QWebSocket gets, and the first binary messages.
QByteArray relabelled(QByteArrayView wire, qsizetype pieceSize)
{
    ClientFrames frames;
    QByteArray shown;
    while (!wire.isEmpty() && !frames.isFaulty()) {
        QByteArray piece = wire.first(std::min(pieceSize, wire.size())).toByteArray();
        wire = wire.sliced(piece.size());
        const QByteArray before = piece;
        const qsizetype changed = frames.take(piece);
        require(piece.size() == before.size(), "another length");
        require(changed >= 0 && changed <= piece.size(), "changed more than there is");
        require(piece.sliced(changed) == before.sliced(changed), "changed behind what it says");
        shown += piece;
    }
    if (frames.isFaulty())
        return "faulty";
    shown += QByteArray::number(frames.payload());
    for (int i = 0; i < 8; ++i) {
        shown += frames.takeWasText() ? 't' : 'b';
        shown += frames.takeWasClose() ? 'c' : 'p';
    }
    return shown;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView wire(data + 1, qsizetype(size - 1));
    const QByteArray whole = relabelled(wire, std::max<qsizetype>(wire.size(), 1));
    require(relabelled(wire, 1) == whole, "another reading byte by byte");
    require(relabelled(wire, 1 + data[0]) == whole, "another reading in pieces");
    require(answerToClose(wire).code >= 1000, "no answer to a Close");
    return 0;
}
