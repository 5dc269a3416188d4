// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/framecache.h"

#include "server/protocol/frame.h"

namespace pushlab::push {

const FrameCache::Stretch &FrameCache::stretch(const room::RoomLog &log, qint64 after, Format format)
{
    Entry &entry = m_entries[size_t(format)];
    if (entry.after == after && entry.end == log.next() && entry.epoch == log.epoch())
        return entry.stretch;
    entry.epoch = log.epoch();
    entry.after = after;
    entry.end = log.next();
    Stretch stretch;
    stretch.last = std::max(after, log.oldest() - 1);
    while (stretch.last < log.next() && stretch.bytes.size() < stretchBytes) {
        const protocol::EncodedEntry &message = log.at(++stretch.last);
        const auto &payload = format == Format::Api ? protocol::messageFrame(message) : protocol::tutorialFrame(message);
        protocol::appendFrame(stretch.bytes, protocol::Opcode::Text, payload);
        stretch.payload += payload.size();
        ++stretch.count;
    }
    entry.stretch = std::move(stretch);
    return entry.stretch;
}

} // namespace pushlab::push
