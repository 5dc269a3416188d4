// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/ratemeter.h"
#include "server/host.h"

#include <QElapsedTimer>
#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace pushlab::app {

//! Address, uptime, connections, requests a second, kilobytes a second, the slow network if there is one, and whether the computer
//! may go to sleep.
class HostStatus final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostStatus)

public:
    explicit HostStatus(QWidget *parent = nullptr);

    void showRunning();
    void showStopped();
    void showMayFallAsleep(); //!< until it is stopped
    void setAddress(const QString &address);
    void setSnapshot(const server::HostSnapshot &snapshot);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showAll();
    void showWhatFits();
    void showUptime();
    void showNetwork();

    QLabel *m_address;
    QLabel *m_uptime;
    QLabel *m_connections;
    QLabel *m_requests;
    QLabel *m_bytes;
    QLabel *m_network; // visible while the network conditioner is on
    QLabel *m_awake; // visible while nothing keeps the computer awake
    QTimer m_tick;
    QElapsedTimer m_since; // invalid while the host is stopped
    QString m_addressText;
    bool m_mayFallAsleep = false;
    int m_open = 0;
    protocol::ClassSettings m_settings;
    RateMeter m_requestRate;
    RateMeter m_byteRate;
};

} // namespace pushlab::app
