// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/eventcache.h"

#include <algorithm>

namespace pushlab::push {

const EventCache::Stretch &EventCache::stretch(const room::RoomLog &log, qint64 after)
{
    if (m_after == after && m_end == log.next() && m_epoch == log.epoch())
        return m_stretch;
    m_epoch = log.epoch();
    m_after = after;
    m_end = log.next();
    m_stretch = {};
    m_stretch.after = std::max(after, log.oldest() - 1);
    m_stretch.last = m_stretch.after;
    while (m_stretch.last < log.next() && m_stretch.piece.payload() < stretchBytes) {
        const protocol::EncodedEntry &message = log.at(++m_stretch.last);
        if (message.isControl())
            continue;
        m_stretch.piece.addOverhead(QByteArray("id: " + QByteArray::number(m_stretch.last) + "\ndata: "));
        m_stretch.piece.addPayload(message.json); // one line: control characters are escaped in JSON
        m_stretch.piece.addOverhead("\n\n");
        ++m_stretch.count;
    }
    m_stretch.piece.seal();
    return m_stretch;
}

http::StreamPiece eventOf(QByteArrayView type, QByteArrayView data, QByteArrayView fields)
{
    http::StreamPiece piece;
    piece.addOverhead("event: ");
    piece.addOverhead(type);
    piece.addOverhead("\n");
    piece.addOverhead(fields);
    piece.addOverhead("data: ");
    piece.addPayload(data);
    piece.addOverhead("\n\n");
    piece.seal();
    return piece;
}

} // namespace pushlab::push
