// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/eventcache.h"

#include <algorithm>

namespace pushlab::push {

namespace {

void addMessage(EventCache::Stretch &stretch, const protocol::EncodedEntry &message)
{
    stretch.piece.addOverhead(QByteArray("id: " + QByteArray::number(stretch.last) + "\ndata: "));
    stretch.piece.addPayload(message.json); // a single line, because JSON escapes control characters
    stretch.piece.addOverhead("\n\n");
    ++stretch.count;
}

//! Adds a control entry; all of its bytes count as control.
void addControl(EventCache::Stretch &stretch, const protocol::EncodedEntry &entry)
{
    stretch.piece.addPayload(QByteArray("event: control\nid: " + QByteArray::number(stretch.last) + "\ndata: " + entry.json + "\n\n"));
}

} // namespace

const EventCache::Stretch &EventCache::stretch(const room::RoomLog &log, qint64 after, bool withControl)
{
    Kept &kept = m_kept[size_t(withControl)];
    if (kept.after == after && kept.end == log.next() && kept.epoch == log.epoch())
        return kept.stretch;
    kept = {log.epoch(), after, log.next(), {}};
    Stretch &stretch = kept.stretch;
    stretch.after = std::max(after, log.oldest() - 1);
    stretch.last = stretch.after;
    while (stretch.last < log.next() && stretch.piece.payload() < stretchBytes) {
        const protocol::EncodedEntry &entry = log.at(stretch.last + 1);
        const bool isLeftOut = entry.isControl() && !withControl;
        if (!isLeftOut && !stretch.piece.isEmpty() && entry.isControl() != (stretch.count == 0))
            break; // the next entry is of the other kind
        ++stretch.last;
        if (isLeftOut)
            continue;
        if (entry.isControl())
            addControl(stretch, entry);
        else
            addMessage(stretch, entry);
    }
    stretch.piece.seal();
    return stretch;
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
