// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

#include <QHash>
#include <QList>
#include <QString>

namespace pushlab::tests {

//! The name under which member \a sender of a soak writes.
[[nodiscard]] QString soakName(int sender);
//! The one text that this member writes as its message number \a count, so that whoever reads it can tell that it is whole.
[[nodiscard]] QString soakText(int sender, int count);

//! What all members of a soak together know of the room's log: which message stands under which number. A plain class.
class SoakBook
{
public:
    //! A member has received it; each number is to have one content, each message one number.
    void take(const protocol::Message &message);
    //! The host has acknowledged it.
    void confirm(int sender, int count, qint64 seq);
    //! Holds the host's \a log, from number 1 on, against what was received and acknowledged.
    void audit(const QList<protocol::Entry> &log);

    [[nodiscard]] qint64 last() const { return m_last; } //!< greatest number received or acknowledged
    [[nodiscard]] qint64 wrong() const { return m_wrong; } //!< texts that nobody wrote, numbers with two contents
    [[nodiscard]] qint64 repeated() const { return m_repeated; } //!< messages under two numbers
    [[nodiscard]] qint64 lost() const { return m_lost; } //!< by audit(): acknowledged or received, and not there

private:
    struct Entry
    {
        QString from;
        QString text;
    };

    QHash<qint64, Entry> m_entries; // by number
    QHash<quint64, qint64> m_numbers; // by sender and count
    QHash<quint64, qint64> m_confirmed; // likewise
    qint64 m_last = 0;
    qint64 m_wrong = 0;
    qint64 m_repeated = 0;
    qint64 m_lost = 0;
};

} // namespace pushlab::tests
