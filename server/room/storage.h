// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/room/cursors.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

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
    QueueCursors queues;
};

//! Where LocalLog has its logs and queues written. Commands are carried out in the order in which they are given and answered
//! by the listener on a later turn of the event loop; no call blocks. Server's thread.
class Storage
{
public:
    //! Is told what became of the commands.
    class Listener
    {
    public:
        //! All entries of \a log up to \a seq will be there after a crash.
        virtual void onCommitted(const LogName &log, qint64 seq) = 0;
        //! Nothing more can be kept; what was not said to be committed may be lost. Nothing follows.
        virtual void onStorageFailed(const QString &error) = 0;

    protected:
        ~Listener() = default;
    };

    Storage() = default;
    virtual ~Storage() = default;
    Q_DISABLE_COPY_MOVE(Storage)

    //! Before the first command; nullptr: nobody is told any more.
    virtual void setListener(Listener *listener) = 0;
    //! Whether what it commits outlives the host.
    [[nodiscard]] virtual bool isDurable() const = 0;

    //! A room whose log is empty has been opened.
    virtual void open(const LogName &log) = 0;
    //! \a entry carries its number: the one after the last of that log. True: it is committed already, and with it all before
    //! it; else onCommitted() follows.
    [[nodiscard]] virtual bool append(const LogName &log, const protocol::Entry &entry, const QByteArray &key) = 0;
    //! What is below \a oldest is needed no longer. May be carried out late, or by half.
    virtual void trim(const LogName &log, qint64 oldest) = 0;
    virtual void forget(const LogName &log) = 0;
    //! Everything that was kept is put aside, as protocol::previousFile() says, and no log is known any more.
    virtual void clear() = 0;
    //! \a cursor: number of the last entry that left the queue of that user.
    virtual void setQueue(const LogName &log, const QString &user, qint64 cursor) = 0;
    virtual void closeQueue(const LogName &log, const QString &user) = 0;
};

} // namespace pushlab::room
