// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/streampiece.h"

#include <algorithm>

namespace pushlab::http {

StreamPiece StreamPiece::last()
{
    StreamPiece piece;
    piece.m_bytes = QByteArrayLiteral("0\r\n\r\n");
    return piece;
}

void StreamPiece::addPayload(QByteArrayView bytes)
{
    const qsizetype begin = m_bytes.size();
    m_bytes.append(bytes);
    m_ranges.append({begin, m_bytes.size()});
    m_payload += bytes.size();
}

void StreamPiece::seal()
{
    m_bodySize = m_bytes.size();
    if (m_bodySize == 0)
        return; // a chunk of no bytes would be the last
    const QByteArray size = QByteArray::number(m_bodySize, 16) + "\r\n";
    m_bodyBegin = size.size();
    for (Range &range : m_ranges)
        range = {range.begin + m_bodyBegin, range.end + m_bodyBegin};
    m_bytes = size + m_bytes + "\r\n";
}

qint64 StreamPiece::payloadIn(qint64 count, bool isChunked) const
{
    const qint64 end = isChunked ? count : count + m_bodyBegin;
    qint64 payload = 0;
    for (const Range &range : m_ranges) {
        if (range.begin >= end)
            break;
        payload += std::min<qint64>(range.end, end) - range.begin;
    }
    return payload;
}

} // namespace pushlab::http
