// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/wholetexts.h"

#include "server/protocol/frame.h"

namespace pushlab::push {

namespace {

//! Whether the length is written in its shortest form; QWebSocket reports the faults of others.
bool isPlain(const protocol::FrameHeader &header)
{
    const bool isShort = header.headerLength == 6 && header.payloadLength <= 125;
    const bool isMiddling = header.headerLength == 8 && header.payloadLength > 125;
    return header.opcode == quint8(protocol::Opcode::Text) && header.isFinal && header.isMasked && header.reserved == 0
        && (isShort || isMiddling);
}

} // namespace

bool areWholeTexts(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        protocol::FrameDecoder decoder;
        const auto header = decoder.next(bytes);
        if (!header || !isPlain(*header) || header->payloadLength > quint64(bytes.size()))
            return false;
        bytes = bytes.sliced(qsizetype(header->payloadLength));
    }
    return true;
}

QByteArray takeWholeText(QByteArrayView &bytes)
{
    protocol::FrameDecoder decoder;
    const auto header = decoder.next(bytes);
    Q_ASSERT(header && header->payloadLength <= quint64(bytes.size()));
    QByteArray text = bytes.first(qsizetype(header->payloadLength)).toByteArray();
    bytes = bytes.sliced(text.size());
    char *const payload = text.data();
    for (qsizetype i = 0; i < text.size(); ++i)
        payload[i] ^= header->maskingKey[std::size_t(i % 4)];
    return text;
}

} // namespace pushlab::push
