// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcer.h"

#include "app/discovery/announcementtargets.h"

#include <QSysInfo>

namespace pushlab::app {

Announcer::Announcer(quint16 port, std::chrono::milliseconds interval, QObject *parent) : QObject(parent), m_port(port)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::announce);
}

void Announcer::start(const QHostAddress &bind, quint16 port, const QString &room, const QString &scheme)
{
    stop();
    m_bind = bind;
    m_datagram = encodeAnnouncement(
        {port, room, announcedMachineName(QSysInfo::machineHostName()), newAnnouncementId(), scheme == u"https"});
    // Receivers join the sender's address, so it has to be the host's.
    const bool isOneAddress = bind.protocol() == QAbstractSocket::IPv4Protocol;
    if (m_socket.bind(isOneAddress ? bind : QHostAddress(QHostAddress::AnyIPv4), 0)) {
        m_timer.start();
        announce();
    }
}

void Announcer::stop()
{
    m_timer.stop();
    m_socket.close();
}

void Announcer::announce()
{
    // Determined each time, because adapters change while a class runs.
    for (const QHostAddress &target :
         announcementTargets(m_bind, m_bind.isLoopback() ? QList<QNetworkAddressEntry>() : broadcastAdapters()))
        m_socket.writeDatagram(m_datagram, target, m_port);
}

} // namespace pushlab::app
