// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/writer.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/previousfile.h"
#include "server/protocol/technique.h"
#include "server/protocol/withdrawal.h"

#include <QFile>

#include <algorithm>
#include <map>
#include <utility>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A QByteArray that is not null, because that would be NULL to SQLite. Names are bound as bytes, too, and cast to TEXT: of a
//! QString, bound as UTF-16, SQLite drops U+FEFF at the beginning as a byte order mark.
QByteArray blob(const QString &text)
{
    return text.isEmpty() ? QByteArray("") : text.toUtf8();
}

//! Binds everything but the room and the key. A control entry has only the number and time of a message.
void bindEntry(QSqlQuery &query, const protocol::Entry &entry)
{
    const protocol::Message none;
    const auto *const control = std::get_if<protocol::ControlEntry>(&entry);
    const protocol::Message &message = control ? none : std::get<protocol::Message>(entry);
    query.bindValue(1, protocol::seqOf(entry));
    query.bindValue(2, blob(message.from));
    query.bindValue(3, blob(message.text));
    query.bindValue(4, message.sent);
    query.bindValue(5, control ? control->accepted : message.accepted);
    query.bindValue(6, message.via ? QVariant(QString::fromLatin1(protocol::techniqueName(*message.via))) : QVariant());
    query.bindValue(8, control ? QVariant(protocol::controlJson(*control)) : QVariant());
}

} // namespace

Writer::Writer(DatabaseConnection &connection, Told told, size_t groupSize)
    : m_connection(connection)
    , m_told(std::move(told))
    , m_groupSize(groupSize)
    , m_append(connection.prepared(u"INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
    , m_withdraw(connection.prepared(u"UPDATE messages SET author=x'', text=x'', sent=0, via=NULL, control=?"
                                     " WHERE room=? AND seq=? AND control IS NULL"_s))
    , m_trim(connection.prepared(u"DELETE FROM messages WHERE room=? AND seq<?"_s))
    , m_setQueue(connection.prepared(u"INSERT OR REPLACE INTO queues VALUES (?, CAST(? AS TEXT), ?)"_s))
    , m_closeQueue(connection.prepared(u"DELETE FROM queues WHERE room=? AND user=CAST(? AS TEXT)"_s))
{
    QSqlQuery rows = connection.query();
    if (rows.exec(u"SELECT name, id, epoch FROM rooms"_s)) {
        while (rows.next())
            m_rooms.insert(rows.value(0).toString(), {rows.value(1).toLongLong(), rows.value(2).toString()});
    }
}

bool Writer::write(const std::vector<StorageCommand> &commands)
{
    return !m_connection.fault() && writeEntries(commands) && writeTrimsAndQueues(commands);
}

bool Writer::writeEntries(const std::vector<StorageCommand> &commands)
{
    size_t open = 0; // commands in the present transaction
    for (const StorageCommand &command : commands) {
        const auto *const opened = std::get_if<OpenRoom>(&command);
        const auto *const append = std::get_if<AppendEntry>(&command);
        const auto *const forget = std::get_if<ForgetRoom>(&command);
        if (std::holds_alternative<ClearAll>(command)) {
            if ((std::exchange(open, 0) > 0 && !commit()) || !clear())
                return false;
            continue;
        }
        if (!opened && !append && !forget)
            continue;
        if (open++ == 0 && !m_connection.run(u"BEGIN IMMEDIATE"_s))
            return false;
        if (!(opened ? idOf(opened->log, true) != 0 : append ? execute(*append) : execute(*forget)))
            return false;
        if (open == m_groupSize && (open = 0, !commit()))
            return false;
    }
    return open == 0 || commit();
}

bool Writer::commit()
{
    if (!m_connection.run(u"COMMIT"_s))
        return false;
    if (std::exchange(m_hasWithdrawn, false))
        scrub(); // before it is reported
    if (std::vector<CommittedUpTo> committed = std::exchange(m_committed, {}); !committed.empty())
        m_told(std::move(committed));
    return true;
}

//! Removes every trace of what was withdrawn: copies of rows that SQLite has moved, from before it overwrote what it deleted, and
//! the write-ahead log. Should it fail, as on a full disk, the text is deleted nevertheless.
void Writer::scrub()
{
    m_connection.query().exec(u"VACUUM"_s);
    m_connection.query().exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    m_written = 0;
}

void Writer::checkpoint()
{
    m_written = 0;
    // Should it fail, everything is still in the write-ahead log.
    m_connection.query().exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

bool Writer::writeTrimsAndQueues(const std::vector<StorageCommand> &commands)
{
    // Only the last trim and the last position of each count.
    std::map<QString, const TrimLog *> trims;
    std::map<std::pair<QString, QString>, const MoveQueue *> moves;
    for (const StorageCommand &command : commands) {
        if (const auto *const trim = std::get_if<TrimLog>(&command))
            trims[trim->log.room] = trim;
        else if (const auto *const move = std::get_if<MoveQueue>(&command))
            moves[{move->log.room, move->user}] = move;
    }
    if (trims.empty() && moves.empty())
        return true;
    if (!m_connection.run(u"BEGIN IMMEDIATE"_s))
        return false;
    return std::all_of(trims.begin(), trims.end(), [this](const auto &trim) { return execute(*trim.second); })
        && std::all_of(moves.begin(), moves.end(), [this](const auto &move) { return execute(*move.second); }) && commit();
}

bool Writer::execute(const AppendEntry &append)
{
    const qint64 id = idOf(append.log, true);
    if (id == 0)
        return false;
    m_append.bindValue(0, id);
    bindEntry(m_append, append.entry);
    m_append.bindValue(7, append.key);
    if (!m_connection.run(m_append))
        return false;
    ++m_written;
    if (const qint64 withdrawn = protocol::withdrawnBy(append.entry); withdrawn != 0 && !withdraw(id, withdrawn))
        return false;
    const auto known = std::find_if(m_committed.begin(), m_committed.end(),
                                    [&append](const CommittedUpTo &committed) { return committed.log.room == append.log.room; });
    if (known == m_committed.end())
        m_committed.push_back({append.log, protocol::seqOf(append.entry)});
    else
        known->seq = protocol::seqOf(append.entry);
    return true;
}

bool Writer::withdraw(qint64 room, qint64 seq)
{
    m_withdraw.bindValue(0, protocol::controlJson(protocol::withdrawnMessage(seq)));
    m_withdraw.bindValue(1, room);
    m_withdraw.bindValue(2, seq);
    m_hasWithdrawn = true;
    return m_connection.run(m_withdraw);
}

//! What is there goes to a file beside the database, whole or not at all; then nothing is there.
bool Writer::clear()
{
    m_rooms.clear();
    return copyToPrevious() && m_connection.run(u"BEGIN IMMEDIATE"_s) && m_connection.run(u"DELETE FROM messages"_s)
        && m_connection.run(u"DELETE FROM queues"_s) && m_connection.run(u"DELETE FROM rooms"_s) && commit();
}

bool Writer::copyToPrevious()
{
    const QString previous = protocol::previousFile(m_connection.file());
    const QString copy = protocol::previousCopy(m_connection.file());
    QFile::remove(copy);
    QSqlQuery vacuum = m_connection.prepared(u"VACUUM INTO ?"_s);
    vacuum.bindValue(0, copy);
    if (!m_connection.run(vacuum))
        return false;
    QFile::setPermissions(copy, QFile::permissions(m_connection.file()));
    for (const QString &companion : {u"-wal"_s, u"-journal"_s, QString()}) // which SQLite would take for the copy's
        QFile::remove(previous + companion);
    return QFile::rename(copy, previous) || m_connection.fail(Fault::Kind::Failed);
}

bool Writer::execute(const ForgetRoom &forget)
{
    const qint64 id = idOf(forget.log, false);
    m_rooms.remove(forget.log.room);
    return m_connection.run(u"DELETE FROM messages WHERE room=%1"_s.arg(id))
        && m_connection.run(u"DELETE FROM queues WHERE room=%1"_s.arg(id))
        && m_connection.run(u"DELETE FROM rooms WHERE id=%1"_s.arg(id));
}

bool Writer::execute(const TrimLog &trim)
{
    m_trim.bindValue(0, idOf(trim.log, false));
    m_trim.bindValue(1, trim.oldest);
    return m_connection.run(m_trim);
}

bool Writer::execute(const MoveQueue &move)
{
    const qint64 id = idOf(move.log, false);
    if (id == 0)
        return true; // the room was removed meanwhile
    QSqlQuery &query = move.cursor < 0 ? m_closeQueue : m_setQueue;
    query.bindValue(0, id);
    query.bindValue(1, blob(move.user));
    if (move.cursor >= 0)
        query.bindValue(2, move.cursor);
    return m_connection.run(query);
}

//! The id of the log's row; 0 when there is none, or it could not be created.
qint64 Writer::idOf(const room::LogName &log, bool mayMake)
{
    const auto known = m_rooms.constFind(log.room);
    if (known != m_rooms.constEnd())
        return known->epoch == log.epoch ? known->id : 0;
    if (!mayMake)
        return 0;
    QSqlQuery insert = m_connection.prepared(u"INSERT INTO rooms (name, epoch) VALUES (CAST(? AS TEXT), ?)"_s);
    insert.bindValue(0, blob(log.room));
    insert.bindValue(1, log.epoch);
    if (!m_connection.run(insert))
        return 0;
    const qint64 id = insert.lastInsertId().toLongLong();
    m_rooms.insert(log.room, {id, log.epoch});
    return id;
}

} // namespace pushlab::storage
