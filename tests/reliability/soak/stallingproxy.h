// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QUrl>

#include <chrono>

namespace pushlab::tests {

//! Mean durations of passing bytes and of stalling; actual ones are random, up to twice the mean.
struct StallPace
{
    std::chrono::milliseconds passing;
    std::chrono::milliseconds stalled;
};

//! Stands between clients and a host, and sometimes passes nothing on a connection for a while, neither bytes nor the end of a
//! side. Some stalls are shorter than the timeouts of both sides, some longer. Lives in the test's thread.
class StallingProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallingProxy)

public:
    StallingProxy(quint16 hostPort, quint32 seed, const StallPace &pace);
    ~StallingProxy() override;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] qint64 stalls() const { return m_stalls; }
    void stopStalling(); //!< ends all stalls

Q_SIGNALS:
    void stallingStopped();

private:
    void accept();

    QTcpServer m_server;
    QRandomGenerator m_random;
    StallPace m_pace;
    quint16 m_hostPort;
    qint64 m_stalls = 0;
    bool m_isStalling = true;
};

} // namespace pushlab::tests
