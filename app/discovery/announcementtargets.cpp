// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcementtargets.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

// Loopback's broadcast address reaches all that listen on this machine, where the system knows it; its plain address
// works everywhere, but reaches only one of several that share the port.
void appendThisMachine(QList<QHostAddress> &targets)
{
    targets << QHostAddress(u"127.255.255.255"_s) << QHostAddress(QHostAddress::LocalHost);
}

bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4);
}

} // namespace

QList<QHostAddress> announcementTargets(const QHostAddress &bind, const QList<QNetworkAddressEntry> &adapters)
{
    QList<QHostAddress> targets;
    if (!isAny(bind) && bind.protocol() != QAbstractSocket::IPv4Protocol)
        return targets;
    if (!bind.isLoopback()) {
        for (const QNetworkAddressEntry &adapter : adapters) {
            if ((isAny(bind) || adapter.ip() == bind) && !adapter.broadcast().isNull() && !targets.contains(adapter.broadcast()))
                targets << adapter.broadcast();
        }
    }
    // A broadcast comes back to its own machine; one from loopback would name an address at which a host that is bound
    // to another does not listen.
    if (isAny(bind) || bind.isLoopback())
        appendThisMachine(targets);
    return targets;
}

QList<QNetworkAddressEntry> broadcastAdapters()
{
    QList<QNetworkAddressEntry> adapters;
    constexpr auto wanted = QNetworkInterface::IsUp | QNetworkInterface::IsRunning | QNetworkInterface::CanBroadcast;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        if (!interface.flags().testFlags(wanted))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                adapters << entry;
        }
    }
    return adapters;
}

} // namespace pushlab::app
