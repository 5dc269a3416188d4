// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a WebSocket: the frames found do not depend on how the bytes are split.

#include "tests/fuzz/fuzztarget.h"

#include "server/protocol/frame.h"

#include <QByteArray>

#include <algorithm>

using namespace pushlab::protocol;

namespace {

QByteArray read(QByteArrayView wire, qsizetype pieceSize)
{
    FrameDecoder decoder;
    QByteArray log;
    while (!wire.isEmpty()) {
        QByteArrayView piece = wire.first(std::min(pieceSize, wire.size()));
        wire = wire.sliced(piece.size());
        while (!piece.isEmpty()) {
            const auto header = decoder.next(piece);
            pushlab::tests::require(header || piece.isEmpty(), "the decoder stands still");
            if (header) {
                // Compared without text, because formatting a number is slower than decoding a frame.
                log += char(header->opcode);
                log += char(header->headerLength);
                log += char(header->reserved);
                log += char(header->isFinal << 1 | int(header->isMasked));
                log.append(reinterpret_cast<const char *>(&header->payloadLength), sizeof header->payloadLength);
                log.append(reinterpret_cast<const char *>(header->maskingKey.data()), qsizetype(header->maskingKey.size()));
            }
        }
    }
    return log;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView wire(data + 1, qsizetype(size - 1));
    const QByteArray whole = read(wire, std::max<qsizetype>(wire.size(), 1));
    pushlab::tests::require(read(wire, 1) == whole, "other frames byte by byte");
    pushlab::tests::require(read(wire, 1 + data[0]) == whole, "other frames in pieces");
    return 0;
}
