// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace pushlab::app {

//! A host that was joined before.
struct RecentHost
{
    QUrl host; //!< http://ADDRESS:PORT or https://…
    QString room;

    friend bool operator==(const RecentHost &, const RecentHost &) = default;
};

//! The most recent hosts, newest first, from QSettings.
[[nodiscard]] QList<RecentHost> recentHosts();

//! Stores \a host as the newest one; the list is bounded.
void rememberHost(const RecentHost &host);

} // namespace pushlab::app
