// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/foundhosts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>

namespace pushlab::app {

//! Receives the announcements of hosts, from start() to stop(). Their texts are not trustworthy: show them as plain text. Lives
//! in its creator's thread and never blocks it.
class HostFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostFinder)

public:
    explicit HostFinder(const QHostAddress &listenAt = QHostAddress(QHostAddress::AnyIPv4), quint16 port = announcementPort,
                        std::chrono::milliseconds lifetime = FoundHosts::defaultLifetime, QObject *parent = nullptr);

    //! Returns false when the port is not available; then no host is found. Several programs on one machine can share the port.
    bool start();
    void stop();

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); } //!< 0 before start()
    [[nodiscard]] const QList<FoundHost> &hosts() const { return m_found.hosts(); }

Q_SIGNALS:
    void changed(); //!< hosts() has changed

private:
    void read();
    void expire();
    [[nodiscard]] FoundHosts::Time now() const { return FoundHosts::Time(m_clock.elapsed()); }

    const QHostAddress m_listenAt;
    const quint16 m_port;
    FoundHosts m_found;
    QElapsedTimer m_clock;
    QUdpSocket m_socket;
    QTimer m_sweep;
};

} // namespace pushlab::app
