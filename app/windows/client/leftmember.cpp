// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/leftmember.h"

#include <QDateTime>
#include <QSettings>

#include <chrono>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString leftKey = u"client/left"_s;
constexpr std::chrono::minutes leftLife{5}; // the host, too, keeps the name of who is away for that time

//! Who it is, as the user sees it.
QStringList placeOf(const session::ClientOptions &options)
{
    return {options.host.toString(), options.room, options.name};
}

} // namespace

void noteLeftMember(const session::ClientOptions &options, const QString &id)
{
    QSettings().setValue(leftKey, placeOf(options) + QStringList{id, QString::number(QDateTime::currentMSecsSinceEpoch())});
}

session::ClientOptions asLeftMember(session::ClientOptions options)
{
    QSettings settings;
    const QStringList left = settings.value(leftKey).toStringList();
    if (!options.member.isEmpty() || left.size() != 5 || left.first(3) != placeOf(options))
        return options;
    settings.remove(leftKey);
    settings.sync(); // another window may open at once
    const std::chrono::milliseconds away(QDateTime::currentMSecsSinceEpoch() - left.at(4).toLongLong());
    if (away >= std::chrono::milliseconds(0) && away < leftLife)
        options.member = left.at(3);
    return options;
}

} // namespace pushlab::app
