// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/roomlog.h"

#include "server/protocol/limits.h"
#include "server/protocol/withdrawal.h"

#include <QRandomGenerator>

namespace pushlab::room {

qsizetype RoomLog::weight(const Entry &entry)
{
    // Approximate memory of an entry besides its text: the entry and the headers of its byte arrays.
    constexpr qsizetype overhead = sizeof(Entry) + 32;
    return overhead + entry.encoded.json.size() + 2 * entry.key.size();
}

qint64 RoomLog::append(protocol::Message message, const QByteArray &key)
{
    message.seq = next() + 1;
    return append(protocol::encodeMessage(message), key);
}

qint64 RoomLog::append(protocol::ControlEntry entry, const QByteArray &key)
{
    entry.seq = next() + 1;
    return append(protocol::encodeControl(entry), key);
}

qint64 RoomLog::append(protocol::EncodedEntry encoded, const QByteArray &key)
{
    const qint64 seq = next() + 1;
    if (!encoded.isControl())
        m_newestMessage = seq;
    m_entries.push_back({std::move(encoded), key});
    m_bytes += weight(m_entries.back());
    if (!key.isEmpty())
        m_keys.insert(key, seq);
    while (m_entries.size() > 1 && (qsizetype(m_entries.size()) > m_bounds.entries || m_bytes > m_bounds.bytes))
        dropOldest();
    return seq;
}

bool RoomLog::withdraw(qint64 seq)
{
    if (!hasMessage(seq))
        return false;
    Entry &entry = m_entries[size_t(seq - m_oldest)];
    m_bytes -= weight(entry);
    entry.encoded = protocol::encodeControl(protocol::withdrawnMessage(seq));
    m_bytes += weight(entry);
    while (hasMessages() && at(m_newestMessage).isControl())
        --m_newestMessage;
    return true;
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

void RoomLog::clear(const QString &epoch)
{
    *this = RoomLog(epoch, m_bounds);
    m_isCleared = true;
}

QString generateEpoch()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36);
}

RoomLog newRoomLog()
{
    return {generateEpoch(), {protocol::maxLogMessages, protocol::maxLogBytes}};
}

} // namespace pushlab::room
