// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/keptpin.h"

#include "app/classfile.h"
#include "server/protocol/pin.h"

#include <QFile>

namespace pushlab::app {

namespace {

constexpr QFile::Permissions ownersAlone = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions anybodyElse = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
constexpr qint64 mostBytes = 64;

} // namespace

QString keptPin(const QString &database)
{
    QFile file(pinFileOf(database));
    if ((file.permissions() & anybodyElse) || !file.open(QFile::ReadOnly))
        return {};
    const QString pin = QString::fromLatin1(file.read(mostBytes)).trimmed();
    return protocol::isPin(pin) ? pin : QString();
}

bool keepPin(const QString &database, const QString &pin)
{
    // Created anew, so that it does not have the permissions of an older file.
    const QString name = pinFileOf(database);
    if (QFile::exists(name) && !QFile::remove(name))
        return false;
    if (pin.isEmpty())
        return true;
    QFile file(name);
    const QByteArray line = pin.toLatin1() + '\n';
    return file.open(QFile::WriteOnly | QFile::NewOnly, ownersAlone) && file.write(line) == line.size() && file.flush();
}

} // namespace pushlab::app
