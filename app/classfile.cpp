// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classfile.h"

#include "server/protocol/previousfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>
#include <QUrl>

#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestName = 100; // far below the limits of file systems

constexpr std::array companions{"-wal"_L1, "-journal"_L1, QLatin1StringView()}; // the database itself last

} // namespace

QString classFile(const QString &room)
{
    QByteArray name = QUrl::toPercentEncoding(room);
    if (name.size() > longestName)
        name = name.first(longestName) + '-' + QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/classes/"_s + QString::fromLatin1(name)
        + u".sqlite"_s;
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
