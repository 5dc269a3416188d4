// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entrycodec.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>

namespace pushlab::room {

//! The log of a room: append-only, numbered from 1 without gaps, trimmed at its old end when full. All techniques read it by the
//! same numbers. An entry is a message or a control entry. A plain class; server's thread.
class RoomLog
{
public:
    struct Bounds
    {
        qsizetype entries = 0;
        qsizetype bytes = 0;
    };

    //! \a oldest: number that the first appended entry gets.
    RoomLog(QString epoch, Bounds bounds, qint64 oldest = 1)
        : m_epoch(std::move(epoch)), m_bounds(bounds), m_oldest(oldest), m_newestMessage(oldest - 1)
    {
    }

    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    [[nodiscard]] qint64 oldest() const { return m_oldest; } //!< next() + 1 when the log is empty
    [[nodiscard]] qint64 next() const { return m_oldest + qint64(m_entries.size()) - 1; } //!< newest number, 0 in a new room
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

    //! The greatest number that a reader sees with, or without, control entries; 0 or more.
    [[nodiscard]] qint64 newest(bool withControl) const { return withControl ? next() : m_newestMessage; }

    [[nodiscard]] bool hasMessages() const { return m_newestMessage >= m_oldest; }

    //! Appends under the number next() + 1, ignoring the entry's own, and returns the number. \a key identifies the entry for
    //! seqOf(); empty for none. Trims the old end to the bounds, but never the new entry.
    qint64 append(protocol::Message message, const QByteArray &key);
    qint64 append(protocol::ControlEntry entry, const QByteArray &key);
    //! Appends an entry that was encoded with this number.
    qint64 append(protocol::EncodedEntry encoded, const QByteArray &key);

    //! The number of the entry appended under \a key; 0 when there is none, or it was trimmed.
    [[nodiscard]] qint64 seqOf(const QByteArray &key) const { return m_keys.value(key, 0); }

    //! The key under which the entry \a seq, from oldest() to next(), was appended.
    [[nodiscard]] const QByteArray &keyAt(qint64 seq) const { return m_entries[size_t(seq - m_oldest)].key; }

    //! The entry \a seq, from oldest() to next().
    [[nodiscard]] const protocol::EncodedEntry &at(qint64 seq) const { return m_entries[size_t(seq - m_oldest)].encoded; }

    [[nodiscard]] bool hasMessage(qint64 seq) const { return seq >= m_oldest && seq <= next() && !at(seq).isControl(); }
    //! Removes the text of the message \a seq, whose number and key stay. Returns false when there is no such message.
    bool withdraw(qint64 seq);

    //! Removes the oldest entry; the log must not be empty.
    void dropOldest();

    //! From now on this is another log for its readers, whatever it contains.
    void changeEpoch(const QString &epoch)
    {
        m_epoch = epoch;
        m_isCleared = false;
    }

    //! From now on this is another log for its readers, empty and numbered from the start.
    void clear(const QString &epoch);
    [[nodiscard]] bool isCleared() const { return m_isCleared; } //!< whether the present epoch began with clear()

private:
    struct Entry
    {
        protocol::EncodedEntry encoded;
        QByteArray key;
    };

    [[nodiscard]] static qsizetype weight(const Entry &entry);

    QString m_epoch;
    Bounds m_bounds;
    std::deque<Entry> m_entries;
    QHash<QByteArray, qint64> m_keys;
    qint64 m_oldest;
    qint64 m_newestMessage;
    qsizetype m_bytes = 0;
    bool m_isCleared = false;
};

//! A random epoch, unique to one log.
[[nodiscard]] QString generateEpoch();

//! An empty log with the bounds of a room.
[[nodiscard]] RoomLog newRoomLog();

} // namespace pushlab::room
