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

//! A room's log as its store keeps it: the store numbers what is appended, refuses a key twice, commits, trims, and owns the
//! epoch. Whoever opened it owns this end of it; server's thread.
//!
//! An entry has no number that anybody could see before it is committed: no number is ever seen with two contents, though the
//! host may be killed at any moment.
class OpenLog : public Cursors
{
public:
    //! Told what happens to the log, by this host's doing or another's.
    class Listener
    {
    public:
        //! entries() has grown. \a messages: how many of the new ones are messages; the others are control entries.
        virtual void onAppended(int messages) = 0;
        //! To its readers entries() is another log from now on, whatever it holds.
        virtual void onEpochChanged() = 0;

    protected:
        ~Listener() = default;
    };

    virtual ~OpenLog() = default;
    Q_DISABLE_COPY_MOVE(OpenLog)

    //! What is committed.
    [[nodiscard]] const RoomLog &entries() const { return m_entries; }

    //! Takes \a entry, whose number and time of acceptance are the store's to give. An entry with the same \a key that is in
    //! the log, or about to be, answers for it; an empty key is never the same. \a receipt is told before this returns, or
    //! asked for another one.
    virtual void append(protocol::Entry &&entry, const QByteArray &key, Receipt &receipt) = 0;
    //! Whether something was taken that is neither committed nor refused yet.
    [[nodiscard]] virtual bool hasPending() const = 0;
    //! Nobody needs its entries any more; a log that is opened under this name later is another one. Comes last.
    virtual void forget() = 0;

protected:
    OpenLog(RoomLog entries, Listener &listener) : m_entries(std::move(entries)), m_listener(listener) {}

    RoomLog m_entries;
    Listener &m_listener;
};

//! Where the logs of all rooms are. Outlives those who use it; server's thread.
class LogStore
{
public:
    //! Told what concerns all logs.
    class Listener
    {
    public:
        //! Nothing outlives the host any more; the logs go on in memory, each under a new epoch.
        virtual void onStoreFailed(const QString &error) = 0;

    protected:
        ~Listener() = default;
    };

    LogStore() = default;
    virtual ~LogStore() = default;
    Q_DISABLE_COPY_MOVE(LogStore)

    //! nullptr: nobody is told any more.
    virtual void setListener(Listener *listener) = 0;

    //! The rooms whose logs are there at a start, each to be opened by then.
    [[nodiscard]] virtual QStringList storedRooms() const = 0;
    //! The log of that room, which is not open; a new one unless it is stored. A store that has to ask elsewhere gives an
    //! empty one without an epoch, which changes its epoch as soon as it is there. \a listener must outlive it.
    [[nodiscard]] virtual std::unique_ptr<OpenLog> open(const QString &room, OpenLog::Listener &listener) = 0;
    //! All open logs begin anew, each empty under a new epoch; what is about to be committed is, in the new one. Where logs
    //! outlive the host, what they held is put aside.
    virtual void clear() = 0;

    //! Whether logs outlive the host: a room with messages is then not to go for being idle.
    [[nodiscard]] virtual bool isDurable() const = 0;
};

} // namespace pushlab::room
