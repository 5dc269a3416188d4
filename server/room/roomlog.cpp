// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/roomlog.h"

namespace pushlab::room {

qsizetype RoomLog::weight(const Entry &entry)
{
    // What an entry costs besides its text: the entry itself and the headers of its byte arrays.
    constexpr qsizetype overhead = sizeof(Entry) + 32;
    return overhead + entry.message.json.size() + 2 * entry.key.size();
}

qint64 RoomLog::append(protocol::Message message, const QByteArray &key)
{
    message.seq = next() + 1;
    m_entries.push_back({protocol::encodeMessage(message), key});
    m_bytes += weight(m_entries.back());
    if (!key.isEmpty())
        m_keys.insert(key, message.seq);
    while (m_entries.size() > 1 && (qsizetype(m_entries.size()) > m_bounds.messages || m_bytes > m_bounds.bytes))
        dropOldest();
    return message.seq;
}

void RoomLog::dropOldest()
{
    const Entry &entry = m_entries.front();
    m_bytes -= weight(entry);
    if (!entry.key.isEmpty())
        m_keys.remove(entry.key);
    m_entries.pop_front();
    ++m_oldest;
}

} // namespace pushlab::room
