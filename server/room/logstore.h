// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/room/cursors.h"
#include "server/room/receipt.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

namespace pushlab::room {

//! The log of one room in its store. The store numbers appended entries, rejects duplicate keys, commits, trims, and owns the
//! epoch. Owned by the room that opened it; server's thread.
//!
//! An entry's number is visible only after its commit: no number is ever seen with two contents, even if the host is killed at
//! any moment.
class OpenLog : public Cursors
{
public:
    //! Is told of changes to the log, made by this host or another.
    class Listener
    {
    public:
        //! entries() has grown. \a messages of the new entries are messages; the others are control entries.
        virtual void onAppended(int messages) = 0;
        //! The message \a seq was withdrawn, and its text is gone from entries(): who has encoded it has to forget that. Called before the
        //! order to withdraw it is in the log.
        virtual void onWithdrawn(qint64 seq) = 0;
        //! For its readers, entries() is another log from now on, whatever it contains.
        virtual void onEpochChanged() = 0;

    protected:
        ~Listener() = default;
    };

    virtual ~OpenLog() = default;
    Q_DISABLE_COPY_MOVE(OpenLog)

    //! The committed entries.
    [[nodiscard]] const RoomLog &entries() const { return m_entries; }

    //! Appends \a entry; the store sets its number and time of acceptance. If an entry with the same \a key is in the log, or
    //! about to be, that one is reported instead; an empty key is never a duplicate. \a receipt is called before this returns, or
    //! asked to provide a lasting receipt. With the order protocol::withdrawalOf(), the message's text goes from the log and from
    //! all that the store has kept of it; the receipt is called when it is gone.
    virtual void append(protocol::Entry &&entry, const QByteArray &key, Receipt &receipt) = 0;
    //! Whether an entry was appended that is neither committed nor refused yet.
    [[nodiscard]] virtual bool hasPending() const = 0;
    //! Deletes the log; one that is opened under this name later is another log. Must be the last call.
    virtual void forget() = 0;

protected:
    OpenLog(RoomLog entries, Listener &listener) : m_entries(std::move(entries)), m_listener(listener) {}

    RoomLog m_entries;
    Listener &m_listener;
};

//! The logs of all rooms. Must outlive its users; server's thread.
class LogStore
{
public:
    //! Is told of what concerns all logs.
    class Listener
    {
    public:
        //! Logs are no longer stored; they go on in memory, each under a new epoch.
        virtual void onStoreFailed(const QString &error) = 0;

    protected:
        ~Listener() = default;
    };

    LogStore() = default;
    virtual ~LogStore() = default;
    Q_DISABLE_COPY_MOVE(LogStore)

    //! nullptr removes the listener.
    virtual void setListener(Listener *listener) = 0;

    //! The rooms whose logs were stored before the start; each of them is to be opened.
    [[nodiscard]] virtual QStringList storedRooms() const = 0;
    //! Opens the log of a room, which must not be open; a new log unless it is stored. A store that reads asynchronously returns
    //! an empty log without an epoch, and changes its epoch once it is read. \a listener must outlive the log.
    [[nodiscard]] virtual std::unique_ptr<OpenLog> open(const QString &room, OpenLog::Listener &listener) = 0;
    //! Restarts all open logs, each empty and under a new epoch; entries about to be committed are committed in the new log. When
    //! logs are still there after a restart, what they contained is put aside.
    virtual void clear() = 0;

    //! Whether logs are still there after a restart: a room with messages is then not closed for being idle.
    [[nodiscard]] virtual bool isDurable() const = 0;
};

} // namespace pushlab::room
