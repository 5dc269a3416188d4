// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/framecache.h"

#include "server/protocol/frame.h"

#include <algorithm>

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
    stretch.after = std::max(after, log.oldest() - 1);
    stretch.last = stretch.after;
    while (stretch.last < log.next() && stretch.bytes.size() < stretchBytes) {
        const protocol::EncodedEntry &one = log.at(stretch.last + 1);
        if (one.isControl() && format != Format::ApiWithControl) {
            ++stretch.last;
            continue;
        }
        if (!stretch.bytes.isEmpty() && one.isControl() != stretch.isControl)
            break;
        ++stretch.last;
        stretch.isControl = one.isControl();
        const auto &payload = one.isControl() ? one.json
            : format == Format::Tutorial      ? protocol::tutorialFrame(one)
                                              : protocol::messageFrame(one);
        protocol::appendFrame(stretch.bytes, protocol::Opcode::Text, payload);
        stretch.payload += payload.size();
        stretch.count += !one.isControl();
    }
    entry.stretch = std::move(stretch);
    return entry.stretch;
}

} // namespace pushlab::push
