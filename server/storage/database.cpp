// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 smallestDatabase = 512; // bytes, the smallest page

// A commit that finds this many pages in the write-ahead log copies them to the database, and everybody waits for the disk. The
// storage thread does that earlier, when nobody waits.
constexpr int mostPagesInLog = 2000;

// Texts are BLOBs of UTF-8, byte for byte as they were delivered, because SQLite would convert invalid characters. Control
// entries are in the table of messages, with whose numbers they share a sequence; "control" is their object, NULL for a message.
QStringList newSchema()
{
    return {
        u"CREATE TABLE rooms (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL)"_s,
        u"CREATE TABLE messages (room INTEGER NOT NULL, seq INTEGER NOT NULL, author BLOB NOT NULL, text BLOB NOT NULL,"
        " sent REAL NOT NULL, accepted REAL NOT NULL, via TEXT, key BLOB, control BLOB, PRIMARY KEY (room, seq))"_s,
        u"CREATE TABLE queues (room INTEGER NOT NULL, user TEXT NOT NULL, cursor INTEGER NOT NULL, PRIMARY KEY (room, user))"
        " WITHOUT ROWID"_s,
        u"CREATE TABLE starts (count INTEGER NOT NULL)"_s,
        u"INSERT INTO starts VALUES (0)"_s,
        u"PRAGMA application_id=%1"_s.arg(applicationId),
        u"PRAGMA user_version=%1"_s.arg(schemaVersion),
    };
}

//! The statements that upgrade a file of an earlier \a version to the present one. Adding a column does not rewrite rows.
QStringList upgradeFrom(int version)
{
    QStringList statements;
    if (version < versionWithControl)
        statements << u"ALTER TABLE messages ADD COLUMN control BLOB"_s << u"PRAGMA user_version=%1"_s.arg(versionWithControl);
    return statements;
}

//! The version that a file has.
struct FoundSchema
{
    int version = 0;
    bool isNew = false;
};

//! Whether the file is a database of PushLab. An error is recorded in the connection.
bool isOurs(DatabaseConnection &connection, FoundSchema &found)
{
    const auto tables = connection.value(u"SELECT count(*) FROM sqlite_master"_s);
    const auto application = tables ? connection.value(u"PRAGMA application_id"_s) : std::nullopt;
    const auto version = application ? connection.value(u"PRAGMA user_version"_s) : std::nullopt;
    if (!version)
        return false;
    found = {version->toInt(), tables->toInt() == 0 && application->toInt() == 0};
    if (!found.isNew && application->toInt() != applicationId)
        return connection.fail(Fault::Kind::Foreign);
    if (found.version > schemaVersion)
        return connection.fail(Fault::Kind::Newer);
    return true;
}

bool isWhole(DatabaseConnection &connection)
{
    const auto answer = connection.value(u"PRAGMA integrity_check(1)"_s);
    return answer && (answer->toString() == "ok"_L1 || connection.fail(Fault::Kind::Damaged));
}

//! Creates or upgrades the tables in one transaction, so that a killed start leaves nothing incomplete. A file that cannot be
//! written is thereby noticed now, not at the first message.
bool prepare(DatabaseConnection &connection, const FoundSchema &found)
{
    const QStringList statements = found.isNew ? newSchema() : upgradeFrom(found.version);
    const auto run = [&connection](const QString &statement) { return connection.run(statement); };
    if (!run(u"BEGIN IMMEDIATE"_s) || !std::all_of(statements.begin(), statements.end(), run))
        return false;
    return connection.run(u"UPDATE starts SET count=count+1"_s) && connection.run(u"COMMIT"_s);
}

bool openConnection(DatabaseConnection &connection, const DatabaseOptions &options)
{
    FoundSchema found;
    // Exclusive mode: the lock of the first access is held until the process ends, in whatever way.
    return connection.open() && connection.run(u"PRAGMA locking_mode=EXCLUSIVE"_s) && isOurs(connection, found)
        && connection.value(u"PRAGMA journal_mode=WAL"_s)
        && connection.run(options.isPowerSafe ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s)
        && connection.value(u"PRAGMA secure_delete=ON"_s) // what is deleted is overwritten
        && connection.value(u"PRAGMA journal_size_limit=16777216"_s)
        && connection.value(u"PRAGMA wal_autocheckpoint=%1"_s.arg(mostPagesInLog))
        && connection.value(u"PRAGMA max_page_count=%1"_s.arg(options.maxPages)) && isWhole(connection)
        && prepare(connection, found);
}

//! Whether the file is shorter than any database: SQLite would take it for empty and overwrite it.
bool isTooShort(const QFileInfo &file)
{
    return file.size() > 0 && file.size() < smallestDatabase;
}

//! Whether the file and its folder are writable; SQLite keeps a log in the folder.
bool mayBeWritten(const QFileInfo &file)
{
    return file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
}

//! Opens a copy of the database at \a path with the logs that a killed host left beside it, which SQLite then merges.
std::variant<ReadableDatabase, Fault> openCopy(const QString &file, const QString &path)
{
    ReadableDatabase opened{std::make_unique<QTemporaryDir>(), nullptr};
    const QString copy = opened.copy->filePath(u"copy.sqlite"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-journal"_s}) {
        QFile from(path + suffix);
        if (suffix.isEmpty() || from.exists()) {
            if (!from.copy(copy + suffix))
                return faultOf(Fault::Kind::NotCopied, file, from.errorString());
            QFile::setPermissions(copy + suffix, QFile::ReadOwner | QFile::WriteOwner); // a copy has those of the original
        }
    }
    opened.connection = std::make_unique<DatabaseConnection>(file, copy, QString());
    if (!openConnection(*opened.connection, {file}))
        return *opened.connection->fault();
    return opened;
}

//! Opens a file that nobody can change meanwhile, for which SQLite needs neither locks nor a log.
std::variant<ReadableDatabase, Fault> openImmutable(const QString &file, const QString &path)
{
    const QString uri = u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + u"?immutable=1"_s;
    ReadableDatabase opened{nullptr, std::make_unique<DatabaseConnection>(file, uri, u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s)};
    DatabaseConnection &connection = *opened.connection;
    FoundSchema found;
    if (connection.open() && isOurs(connection, found) && (!found.isNew || connection.fail(Fault::Kind::NoDatabase))
        && isWhole(connection))
        return opened;
    return *connection.fault();
}

} // namespace

std::variant<std::unique_ptr<DatabaseConnection>, Fault> openDatabase(const DatabaseOptions &options)
{
    const QFileInfo file(options.file);
    if (isTooShort(file))
        return faultOf(Fault::Kind::NoDatabase, options.file);
    // SQLite would only say that it cannot open the log beside the file.
    if (file.exists() && !mayBeWritten(file))
        return faultOf(Fault::Kind::ReadOnly, options.file);
    auto connection = std::make_unique<DatabaseConnection>(options.file);
    if (openConnection(*connection, options))
        return connection;
    return *connection->fault();
}

std::variant<ReadableDatabase, Fault> openToRead(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists() || mayBeWritten(info)) {
        auto opened = openDatabase({file});
        if (const Fault *const fault = std::get_if<Fault>(&opened))
            return *fault;
        return ReadableDatabase{nullptr, std::get<std::unique_ptr<DatabaseConnection>>(std::move(opened))};
    }
    if (isTooShort(info))
        return faultOf(Fault::Kind::NoDatabase, file);
    if (isInUse(file)) // a host may be writing to it; its locks are visible through a read-only mount, too
        return faultOf(Fault::Kind::Locked, file);
    const QString path = info.canonicalFilePath(); // SQLite keeps its logs beside this path
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0 || QFileInfo(path + u"-journal"_s).size() > 0;
    return hasLog ? openCopy(file, path) : openImmutable(file, path);
}

bool isInUse(const QString &file)
{
    if (!QFileInfo::exists(file))
        return false;
    DatabaseConnection connection(file);
    const bool isRead = connection.open() && connection.value(u"SELECT count(*) FROM sqlite_master"_s);
    return !isRead && connection.fault()->kind == Fault::Kind::Locked;
}

} // namespace pushlab::storage
