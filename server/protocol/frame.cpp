// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"

#include <QtEndian>

#include <algorithm>

namespace pushlab::protocol {

void appendFrame(QByteArray &bytes, Opcode opcode, QByteArrayView payload)
{
    const auto length = quint64(payload.size());
    bytes += char(0x80 | quint8(opcode));
    if (length <= 125) {
        bytes += char(length);
    } else if (length <= 0xffff) {
        const quint16 wire = qToBigEndian(quint16(length));
        bytes.append(char(126)).append(reinterpret_cast<const char *>(&wire), sizeof wire);
    } else {
        const quint64 wire = qToBigEndian(length);
        bytes.append(char(127)).append(reinterpret_cast<const char *>(&wire), sizeof wire);
    }
    bytes += payload;
}

std::optional<FrameHeader> FrameDecoder::next(QByteArrayView &bytes)
{
    const auto skipped = qsizetype(std::min<quint64>(m_payloadLeft, quint64(bytes.size())));
    m_payloadLeft -= quint64(skipped);
    bytes = bytes.sliced(skipped);
    while (!bytes.isEmpty()) {
        m_head[size_t(m_have++)] = uchar(bytes.front());
        bytes = bytes.sliced(1);
        if (m_have < 2 || m_have < headerLength())
            continue;
        const FrameHeader header = parse();
        m_have = 0;
        m_payloadLeft = header.payloadLength;
        return header;
    }
    return std::nullopt;
}

qsizetype FrameDecoder::headerLength() const
{
    const int length = m_head[1] & 0x7f;
    return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (m_head[1] & 0x80 ? 4 : 0);
}

FrameHeader FrameDecoder::parse() const
{
    FrameHeader header;
    header.isFinal = m_head[0] & 0x80;
    header.reserved = m_head[0] >> 4 & 7;
    header.opcode = m_head[0] & 0x0f;
    header.isMasked = m_head[1] & 0x80;
    header.headerLength = quint8(m_have);
    header.payloadLength = m_head[1] & 0x7f;
    if (header.payloadLength == 126)
        header.payloadLength = qFromBigEndian<quint16>(m_head.data() + 2);
    else if (header.payloadLength == 127)
        header.payloadLength = qFromBigEndian<quint64>(m_head.data() + 2);
    if (header.isMasked)
        std::copy_n(m_head.begin() + m_have - 4, 4, header.maskingKey.begin());
    return header;
}

} // namespace pushlab::protocol
