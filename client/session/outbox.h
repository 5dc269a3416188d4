// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/message.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace pushlab::session {

//! The messages of this client from writing until they are seen in the room's log: kept in order, sent one after another, and
//! sent again when it is unknown whether they arrived. A plain class, bounded.
class Outbox
{
public:
    static constexpr qsizetype maxMessages = 1000;
    static constexpr qsizetype maxTextUnits = 4 * 1024 * 1024; //!< UTF-16 units of all texts together

    //! Adds a message. Returns false when too much is queued; the oldest refused messages are dropped first.
    [[nodiscard]] bool add(const protocol::Outgoing &outgoing);

    //! The oldest waiting message, which counts as sent from now on; nullptr when none waits. The pointer is valid until the next
    //! call; the caller sets the technique and the time in the message.
    [[nodiscard]] protocol::Outgoing *takeNext();
    //! Messages that the host has not confirmed, including refused ones.
    [[nodiscard]] qsizetype count() const { return m_entries.size(); }
    [[nodiscard]] int sentCount() const; //!< messages that are sent, and neither confirmed nor refused

    void requeue(const QString &id); //!< the message waits again, in its former place
    void requeueAll();

    //! The host refused the message: it stays until retry(). Returns false when the id is unknown.
    bool refuse(const QString &id);
    //! A refused message waits again, behind all others. Returns false when there is none with that id.
    bool retry(const QString &id);

    //! The host has confirmed the message; \a seq is set when the message is yet to be seen in the log. Returns false when it was
    //! confirmed before.
    bool confirm(const QString &id, std::optional<qint64> seq);

    //! The id under which this client sent \a message, which is in the log; empty when the message is not its own. To be called
    //! once for each message. Before its acknowledgement, an own message is recognised by name, text and time of sending; the name
    //! may be \a givenName, the host's for this client, instead of the one that it was sent under.
    [[nodiscard]] QString claim(const protocol::Message &message, const QString &givenName = {});

    //! The room's log was restarted: numbers of the former log are meaningless now.
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
    QMap<qint64, QString> m_confirmed; // indexed by number: confirmed, but not seen in the log yet
    qsizetype m_units = 0;
};

} // namespace pushlab::session
