// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/database.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of SQLite's file format: https://sqlite.org/fileformat2.html
constexpr QByteArrayView magic("SQLite format 3\0", 16);
constexpr qint64 idOffset = 68; // in the first page
constexpr qint64 logHeader = 32;
constexpr qint64 pageSizeOffset = 8; // in that
constexpr qint64 frameHeader = 24; // of each page in the log, begins with the page's number

std::optional<quint32> numberAt(QFile &file, qint64 offset)
{
    if (!file.seek(offset))
        return std::nullopt;
    const QByteArray bytes = file.read(qint64(sizeof(quint32)));
    return bytes.size() == qsizetype(sizeof(quint32)) ? std::optional(qFromBigEndian<quint32>(bytes.constData())) : std::nullopt;
}

//! Whether a host was killed before it had copied the first page, where the id is, from the log to the database.
bool isOwnLog(const QString &name)
{
    QFile log(name);
    if (QFileInfo(name).isSymLink() || !log.open(QIODevice::ReadOnly))
        return false;
    const qint64 page = numberAt(log, pageSizeOffset).value_or(0);
    for (qint64 frame = logHeader; page > 0; frame += frameHeader + page) {
        const auto number = numberAt(log, frame);
        if (!number)
            break;
        if (*number == 1)
            return numberAt(log, frame + frameHeader + idOffset) == quint32(applicationId);
    }
    return false;
}

bool isPlainFile(const QString &name)
{
    const QFileInfo info(name);
    return info.isFile() && !info.isSymLink();
}

} // namespace

bool isOwnDatabase(const QString &name)
{
    QFile file(name);
    if (!isPlainFile(name) || !file.open(QIODevice::ReadOnly) || file.read(magic.size()) != magic)
        return false;
    const auto id = numberAt(file, idOffset);
    return id == quint32(applicationId) || (id == 0U && isOwnLog(name + u"-wal"_s));
}

std::optional<Fault> removeDatabase(const QString &file, const QStringList &besides)
{
    DatabaseConnection connection(file);
    // Nobody can open it until it is gone. Without its write-ahead log, SQLite touches no file when it closes.
    const bool isLocked = connection.open() && connection.run(u"PRAGMA locking_mode=EXCLUSIVE"_s)
        && connection.value(u"PRAGMA journal_mode=DELETE"_s) && connection.run(u"BEGIN EXCLUSIVE"_s);
    if (!isLocked)
        return *connection.fault();
    for (const QString &name : besides + QStringList{file}) {
        QFile each(name);
        if (isPlainFile(name) && !each.remove())
            return faultOf(Fault::Kind::ReadOnly, name, each.errorString());
    }
    return std::nullopt;
}

} // namespace pushlab::storage
