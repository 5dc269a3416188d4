// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/hostfinder.h"

namespace pushlab::app {

namespace {
constexpr int datagramsAtOnce = 64; // in one turn of the event loop; a flood must not block the window
}

HostFinder::HostFinder(const QHostAddress &listenAt, quint16 port, std::chrono::milliseconds lifetime, QObject *parent)
    : QObject(parent), m_listenAt(listenAt), m_port(port), m_found(lifetime)
{
    m_clock.start();
    m_sweep.setInterval(lifetime / 7);
    connect(&m_socket, &QUdpSocket::readyRead, this, &HostFinder::read);
    connect(&m_sweep, &QTimer::timeout, this, &HostFinder::expire);
}

bool HostFinder::start()
{
    stop();
    return m_socket.bind(m_listenAt, m_port, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint);
}

void HostFinder::stop()
{
    m_socket.close();
    m_sweep.stop();
    m_found.clear();
}

void HostFinder::read()
{
    bool isChanged = false;
    QByteArray datagram;
    QHostAddress sender;
    for (int i = 0; i < datagramsAtOnce && m_socket.hasPendingDatagrams(); ++i) {
        datagram.resize(maxAnnouncementBytes + 1); // one byte more, to recognise datagrams that are too long
        const qint64 size = m_socket.readDatagram(datagram.data(), datagram.size(), &sender);
        if (size < 0)
            break;
        datagram.resize(size);
        if (const auto announcement = decodeAnnouncement(datagram))
            isChanged = m_found.take({*announcement, sender}, now()) || isChanged;
    }
    if (!isChanged)
        return;
    if (!m_sweep.isActive())
        m_sweep.start();
    Q_EMIT changed();
}

void HostFinder::expire()
{
    if (!m_found.expire(now()))
        return;
    if (m_found.hosts().isEmpty())
        m_sweep.stop();
    Q_EMIT changed();
}

} // namespace pushlab::app
