// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classfile.h"

#include "server/protocol/paths.h"
#include "server/protocol/previousfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestName = 100; // far below the limits of file systems

constexpr std::array companions{"-wal"_L1, "-journal"_L1, QLatin1StringView()}; // the database itself last

constexpr qsizetype digestLength = 40; // of SHA-1, in hexadecimal

QString pathInClassFolder(const QByteArray &name)
{
    return classFolder() + u'/' + QString::fromLatin1(name) + u".sqlite"_s;
}

//! The text that \a name begins with, though it may end within an escape or a character.
QString beginningOf(QByteArray name)
{
    if (const qsizetype escape = name.lastIndexOf('%'); escape > name.size() - 3)
        name.truncate(escape);
    QString text = QUrl::fromPercentEncoding(name);
    while (text.endsWith(QChar::ReplacementCharacter))
        text.chop(1);
    return text + u'…';
}

bool isDigest(QByteArrayView text)
{
    return text.size() == digestLength
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

QString classFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/classes"_s;
}

QString classFile(const QString &room)
{
    QByteArray name = QUrl::toPercentEncoding(room);
    if (name.size() > longestName)
        name = name.first(longestName) + '-' + QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    return pathInClassFolder(name);
}

QString roomOfClassFile(const QString &file)
{
    const QByteArray name = QFileInfo(file).completeBaseName().toLatin1();
    if (pathInClassFolder(name) != file)
        return {};
    if (name.size() == longestName + 1 + digestLength && name.at(longestName) == '-'
        && isDigest(QByteArrayView(name).last(digestLength)))
        return beginningOf(name.first(longestName));
    const QString room = QUrl::fromPercentEncoding(name);
    return classFile(room) == file && protocol::isRoomName(room) ? room : QString();
}

QString pinFileOf(const QString &database)
{
    return database + u".pin"_s;
}

QStringList filesBeside(const QString &database)
{
    const QString previous = previousOf(database);
    const QString copied = protocol::previousCopy(database); // of a host that was killed while it cleared
    QStringList files{pinFileOf(database)};
    for (const QString &each : {copied, previous, database}) {
        for (const QLatin1StringView companion : {"-wal"_L1, "-shm"_L1, "-journal"_L1})
            files += QString(each + companion);
        if (each != database)
            files += each;
    }
    return files;
}

QString previousOf(const QString &database)
{
    return protocol::previousFile(database);
}

bool moveAside(const QString &database)
{
    if (!QFile::exists(database))
        return true;
    for (const QLatin1StringView companion : companions) {
        const QString from = database + companion;
        const QString to = previousOf(database) + companion;
        if (QFile::exists(to) && !QFile::remove(to))
            return false;
        if (QFile::exists(from) && !QFile::rename(from, to))
            return false;
    }
    return true;
}

} // namespace pushlab::app
