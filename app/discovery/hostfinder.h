// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/foundhosts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>

namespace pushlab::app {

//! Listens for hosts that announce themselves, from start() to stop(). What they say is not to be trusted: show it as
//! plain text. Lives in its creator's thread and never blocks it.
class HostFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostFinder)

public:
    explicit HostFinder(const QHostAddress &listenAt = QHostAddress(QHostAddress::AnyIPv4), quint16 port = announcementPort,
                        std::chrono::milliseconds lifetime = FoundHosts::defaultLifetime, QObject *parent = nullptr);

    //! False when the port cannot be had; then nothing is found. Several that listen on one machine share it.
    bool start();
    void stop();

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); } //!< 0 before start()
    [[nodiscard]] const QList<FoundHost> &hosts() const { return m_found.hosts(); }

Q_SIGNALS:
    void changed(); //!< hosts() is another one

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
