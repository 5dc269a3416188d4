// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/message.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace pushlab::room {

//! A log as a storage knows it: a room that begins anew has another epoch.
struct LogName
{
    QString room;
    QString epoch;
};

//! A room as a storage gives it back at a start.
struct StoredRoom
{
    QString name;
    RoomLog log;
    std::vector<std::pair<QString, qint64>> queues; //!< by user: number of the last message that left it
};

//! Where logs and queues outlive the host. Commands are carried out in the order in which they are given and answered by
//! the listener on a later turn of the event loop; no call blocks. Server's thread.
class Storage
{
public:
    //! Is told what became of the commands.
    class Listener
    {
    public:
        //! All messages of \a room up to \a seq will be there after a crash.
        virtual void onCommitted(const QString &room, qint64 seq) = 0;
        //! Nothing more can be committed; what was not said to be committed may be lost. Nothing follows.
        virtual void onStorageFailed(const QString &error) = 0;

    protected:
        ~Listener() = default;
    };

    Storage() = default;
    virtual ~Storage() = default;
    Q_DISABLE_COPY_MOVE(Storage)

    //! Before the first command; nullptr: nobody is told any more.
    virtual void setListener(Listener *listener) = 0;

    //! A room whose log is empty has been opened.
    virtual void open(const LogName &log) = 0;
    //! \a message carries its number: the one after the last of that log.
    virtual void append(const LogName &log, const protocol::Message &message, const QByteArray &key) = 0;
    //! What is below \a oldest is needed no longer. May be carried out late, or by half.
    virtual void trim(const LogName &log, qint64 oldest) = 0;
    virtual void forget(const LogName &log) = 0;
    //! \a cursor: number of the last message that left the queue of that user.
    virtual void setQueue(const LogName &log, const QString &user, qint64 cursor) = 0;
    virtual void closeQueue(const LogName &log, const QString &user) = 0;
};

//! Waits for a message to be committed. Owned by its room.
class Receipt
{
public:
    Receipt() = default;
    virtual ~Receipt() = default;
    Q_DISABLE_COPY_MOVE(Receipt)

    virtual void committed(qint64 seq) = 0;
};

} // namespace pushlab::room
