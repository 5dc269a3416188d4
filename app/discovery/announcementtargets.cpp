// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcementtargets.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

// The broadcast address of loopback reaches all listeners of this machine, on systems that have it; the plain address works
// everywhere, but reaches only one of several listeners that share the port.
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
    // A broadcast also arrives at its own machine. Sent from loopback, it would have a source address at which a host bound to
    // another address does not listen.
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
