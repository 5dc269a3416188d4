// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/loader.h"

#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/storage/database.h"

#include <optional>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr room::RoomLog::Bounds bounds{protocol::maxLogMessages, protocol::maxLogBytes};

//! The control entry in \a row; nullopt when it is invalid.
std::optional<protocol::ControlEntry> controlOf(const QSqlQuery &row)
{
    const QVariant control = row.value(7);
    if (control.isNull())
        return std::nullopt;
    return protocol::ControlEntry{row.value(0).toLongLong(), row.value(4).toDouble(),
                                  protocol::parseJson(control.toByteArray()).object()};
}

protocol::Message messageOf(const QSqlQuery &row)
{
    protocol::Message message;
    message.seq = row.value(0).toLongLong();
    message.from = protocol::fromUtf8(row.value(1).toByteArray());
    message.text = protocol::fromUtf8(row.value(2).toByteArray());
    message.sent = row.value(3).toDouble();
    message.accepted = row.value(4).toDouble();
    message.via = protocol::techniqueFromName(row.value(5).toString().toLatin1());
    return message;
}

//! The name of the control column, or NULL for a read-only file of an earlier version, which lacks it.
QString controlColumn(DatabaseConnection &connection)
{
    const auto version = connection.value(u"PRAGMA user_version"_s);
    return version && version->toInt() < versionWithControl ? u"NULL"_s : u"control"_s;
}

bool loadLog(DatabaseConnection &connection, qint64 id, room::StoredRoom &room, const std::atomic<bool> &isCancelled)
{
    QSqlQuery rows = connection.prepared(
        u"SELECT seq, author, text, sent, accepted, via, key, %1 FROM messages WHERE room=? ORDER BY seq"_s.arg(
            controlColumn(connection)));
    rows.bindValue(0, id);
    if (!connection.run(rows))
        return false;
    for (bool isFirst = true; rows.next(); isFirst = false) {
        if (isCancelled)
            return connection.fail(Fault::Kind::Cancelled);
        const qint64 seq = rows.value(0).toLongLong();
        if (isFirst)
            room.log = room::RoomLog(room.log.epoch(), bounds, seq);
        if (seq != room.log.next() + 1)
            return connection.fail(Fault::Kind::Damaged); // a number is missing
        const QByteArray key = rows.value(6).toByteArray();
        if (std::optional<protocol::ControlEntry> control = controlOf(rows))
            room.log.append(*std::move(control), key);
        else
            room.log.append(messageOf(rows), key);
    }
    return true;
}

bool loadQueues(DatabaseConnection &connection, qint64 id, room::StoredRoom &room)
{
    QSqlQuery rows = connection.prepared(u"SELECT user, cursor FROM queues WHERE room=?"_s);
    rows.bindValue(0, id);
    if (!connection.run(rows))
        return false;
    while (rows.next())
        room.queues.emplace_back(rows.value(0).toString(), rows.value(1).toLongLong());
    return true;
}

} // namespace

Loaded loadRooms(DatabaseConnection &connection, const std::atomic<bool> &isCancelled)
{
    std::vector<room::StoredRoom> rooms;
    QSqlQuery rows = connection.prepared(u"SELECT id, name, epoch FROM rooms"_s);
    if (!connection.run(rows))
        return *connection.fault();
    while (rows.next()) {
        rooms.push_back({rows.value(1).toString(), room::RoomLog(rows.value(2).toString(), bounds), {}});
        const qint64 id = rows.value(0).toLongLong();
        if (!loadLog(connection, id, rooms.back(), isCancelled) || !loadQueues(connection, id, rooms.back()))
            return *connection.fault();
    }
    return rooms;
}

} // namespace pushlab::storage
