// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/recenthosts.h"

#include <QSettings>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype maxRecentHosts = 8;
}

QList<RecentHost> recentHosts()
{
    QList<RecentHost> hosts;
    QSettings settings;
    const int size = settings.beginReadArray(u"join/recent"_s);
    for (int i = 0; i < size && hosts.size() < maxRecentHosts; ++i) {
        settings.setArrayIndex(i);
        const RecentHost host{settings.value(u"host"_s).toUrl(), settings.value(u"room"_s).toString()};
        if (host.host.isValid() && !host.room.isEmpty())
            hosts.append(host);
    }
    settings.endArray();
    return hosts;
}

void rememberHost(const RecentHost &host)
{
    QList<RecentHost> hosts = recentHosts();
    hosts.removeAll(host);
    hosts.prepend(host);
    if (hosts.size() > maxRecentHosts)
        hosts.resize(maxRecentHosts);
    QSettings settings;
    settings.beginWriteArray(u"join/recent"_s, int(hosts.size()));
    for (int i = 0; i < int(hosts.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"host"_s, hosts.at(i).host);
        settings.setValue(u"room"_s, hosts.at(i).room);
    }
    settings.endArray();
}

} // namespace pushlab::app
