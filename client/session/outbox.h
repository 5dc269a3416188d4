// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/message.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace pushlab::session {

//! The messages of this client from the moment they are written until they are seen in the room's log: kept in order,
//! taken one after another, requeued when nobody knows whether they arrived. A plain class, bounded.
class Outbox
{
public:
    static constexpr qsizetype maxMessages = 1000;
    static constexpr qsizetype maxTextUnits = 4 * 1024 * 1024; //!< UTF-16 units of all texts together

    //! False when too much waits; the oldest refused messages make room first.
    [[nodiscard]] bool add(const protocol::Outgoing &outgoing);

    //! The oldest message that waits, from now on sent; nothing when none waits. The pointer holds until the next
    //! call of anything else; through it the sender notes the technique and the time.
    [[nodiscard]] protocol::Outgoing *takeNext();
    [[nodiscard]] qsizetype count() const { return m_entries.size(); } //!< all that the host has not confirmed, refused ones too
    [[nodiscard]] int sentCount() const; //!< and neither confirmed nor refused

    void requeue(const QString &id); //!< waits again, at its old place
    void requeueAll();

    //! The host refused it: stays until retry(). False when it is not known.
    bool refuse(const QString &id);
    //! A refused message waits again, behind all others. False when there is no such.
    bool retry(const QString &id);

    //! The host has it; under \a seq, when it is still to be seen in the log. False when it was confirmed before.
    bool confirm(const QString &id, std::optional<qint64> seq);

    //! The id under which this client sent \a message of the log; empty when it is not its own. Asked once for each
    //! message; knows it before the acknowledgement, too, by name, text and time of sending. The name may be the host's for
    //! this client, \a givenName, in place of the one that it was sent under.
    [[nodiscard]] QString claim(const protocol::Message &message, const QString &givenName = {});

    //! The room began anew: numbers of the old log mean nothing now.
    void forgetNumbers() { m_confirmed.clear(); }

private:
    enum class State : quint8 { Queued, Sent, Failed };
    struct Entry
    {
        protocol::Outgoing outgoing;
        State state = State::Queued;
    };

    [[nodiscard]] qsizetype find(const QString &id) const;
    [[nodiscard]] bool hasRoomFor(qsizetype units) const;
    void remove(qsizetype index);
    bool dropOldestFailed();

    QList<Entry> m_entries;
    QMap<qint64, QString> m_confirmed; // by number: not yet seen in the log
    qsizetype m_units = 0;
};

} // namespace pushlab::session
