// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/reliability/soak/stallingproxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <functional>

namespace pushlab::tests {

//! A connection through a StallingProxy. A child of its client's socket.
class StallingConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallingConnection)

public:
    //! Returns a random duration with the given mean.
    using Sampler = std::function<std::chrono::milliseconds(std::chrono::milliseconds)>;

    StallingConnection(QTcpSocket *client, quint16 hostPort, const StallPace &pace, Sampler sampler);
    ~StallingConnection() override;

    void resume(); //!< ends a stall for good

Q_SIGNALS:
    void stalled();

private:
    void stall();
    void pass();
    void move(QTcpSocket &from, QTcpSocket &to);

    QTcpSocket *m_client; // the parent
    QTcpSocket m_host;
    QTimer m_toStall;
    QTimer m_toPass;
    StallPace m_pace;
    Sampler m_sampler;
    bool m_hasConnected = false;
};

} // namespace pushlab::tests
