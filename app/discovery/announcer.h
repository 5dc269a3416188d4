// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/announcement.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>

#include <chrono>

namespace pushlab::app {

//! Announces a host to the network every 2 s, from start() to stop(). Owned by the owner of the host; lives in its thread and
//! never blocks it. When the network does not take a datagram, the next one may succeed.
class Announcer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Announcer)

public:
    //! Sends to \a port at all addresses of announcementTargets().
    explicit Announcer(quint16 port = announcementPort, std::chrono::milliseconds interval = std::chrono::seconds(2),
                       QObject *parent = nullptr);

    //! Announces the host that listens at \a bind and \a port from now on, under a new id. \a scheme: http or https.
    void start(const QHostAddress &bind, quint16 port, const QString &room, const QString &scheme = QStringLiteral("http"));
    void stop();

private:
    void announce();

    const quint16 m_port;
    QHostAddress m_bind;
    QByteArray m_datagram;
    QUdpSocket m_socket;
    QTimer m_timer;
};

} // namespace pushlab::app
