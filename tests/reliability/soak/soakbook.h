// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace pushlab::tests {

//! The name of member \a sender.
[[nodiscard]] QString soakName(int sender);
//! The text of message number \a count of member \a sender, so that readers can check that it is complete.
[[nodiscard]] QString soakText(int sender, int count);

//! The combined knowledge of all members about the room's log: which message has which number. A plain class.
class SoakBook
{
public:
    //! Notes that a member has received \a message; each number must have one content, and each message one number.
    void take(const protocol::Message &message);
    //! Notes that the host has acknowledged a message.
    void confirm(int sender, int count, qint64 seq);
    //! Notes that a member has received the control entry \a seq.
    void pass(qint64 seq);
    //! Compares the host's \a log, which begins with number 1, with what was received and acknowledged, and with the numbers of the
    //! messages that were withdrawn.
    void audit(const QList<protocol::Entry> &log, const QSet<qint64> &withdrawn = {});

    [[nodiscard]] qint64 last() const { return m_last; } //!< greatest number received or acknowledged
    [[nodiscard]] qint64 wrong() const { return m_wrong; } //!< texts that nobody wrote, numbers with two contents
    [[nodiscard]] qint64 repeated() const { return m_repeated; } //!< messages under two numbers
    [[nodiscard]] qint64 lost() const { return m_lost; } //!< found by audit(): acknowledged or received, but missing
    //! Found by audit(): messages of members, withdrawn ones included, and numbers that were withdrawn and still have a text.
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] qint64 notWithdrawn() const { return m_notWithdrawn; }
    //! The number of a member's message, the one that \a chance chooses; 0: none was received yet.
    [[nodiscard]] qint64 some(quint32 chance) const;

private:
    struct Entry
    {
        QString from;
        QString text;
    };

    QHash<qint64, Entry> m_entries; // indexed by number
    QHash<quint64, qint64> m_numbers; // indexed by sender and count
    QHash<quint64, qint64> m_confirmed; // indexed by sender and count
    QList<qint64> m_received; // numbers of members' messages
    qint64 m_last = 0;
    qint64 m_wrong = 0;
    qint64 m_repeated = 0;
    qint64 m_lost = 0;
    qint64 m_written = 0;
    qint64 m_notWithdrawn = 0;
};

} // namespace pushlab::tests
