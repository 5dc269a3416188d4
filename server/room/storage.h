// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/room/cursors.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

namespace pushlab::room {

//! The identity of a log for a storage: a room whose log is restarted has another epoch.
struct LogName
{
    QString room;
    QString epoch;
};

//! A room as a storage loads it at a start.
struct StoredRoom
{
    QString name;
    RoomLog log;
    QueueCursors queues;
};

//! Stores the logs and queues of LocalLog. Commands are carried out in the order in which they are given; results are reported to
//! the listener on a later turn of the event loop, and no call blocks. Server's thread.
class Storage
{
public:
    //! Is told the results of commands.
    class Listener
    {
    public:
        //! All entries of \a log up to \a seq are stored durably.
        virtual void onCommitted(const LogName &log, qint64 seq) = 0;
        //! Nothing more can be stored; entries not reported as committed may be lost. This is the last call.
        virtual void onStorageFailed(const QString &error) = 0;

    protected:
        ~Listener() = default;
    };

    Storage() = default;
    virtual ~Storage() = default;
    Q_DISABLE_COPY_MOVE(Storage)

    //! To be called before the first command; nullptr removes the listener.
    virtual void setListener(Listener *listener) = 0;
    //! Whether committed entries are there after a restart.
    [[nodiscard]] virtual bool isDurable() const = 0;

    //! A new, empty log was opened.
    virtual void open(const LogName &log) = 0;
    //! Stores \a entry, whose number follows the last one of that log. Returns true when it is committed already, with all
    //! entries before it; otherwise onCommitted() follows. The order protocol::withdrawalOf() removes the text of that message from
    //! all files before it is reported as committed.
    [[nodiscard]] virtual bool append(const LogName &log, const protocol::Entry &entry, const QByteArray &key) = 0;
    //! Entries below \a oldest are no longer needed. May be carried out late, or in part.
    virtual void trim(const LogName &log, qint64 oldest) = 0;
    virtual void forget(const LogName &log) = 0;
    //! Everything that was kept is put aside, as protocol::previousFile() says, and no log is known any more.
    virtual void clear() = 0;
    //! \a cursor: number of the last entry that left the queue of that user.
    virtual void setQueue(const LogName &log, const QString &user, qint64 cursor) = 0;
    virtual void closeQueue(const LogName &log, const QString &user) = 0;
};

} // namespace pushlab::room
