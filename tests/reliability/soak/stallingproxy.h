// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QUrl>

#include <chrono>

namespace pushlab::tests {

//! How long connections pass bytes, and how long then none: means, of which up to the double is sampled.
struct StallPace
{
    std::chrono::milliseconds passing;
    std::chrono::milliseconds stalled;
};

//! Stands between clients and a host and, now and then, passes nothing for a while on one connection: neither bytes nor the
//! news that a side has gone. Some stalls are shorter than the patience of both sides, some longer. Lives in the test's thread.
class StallingProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallingProxy)

public:
    StallingProxy(quint16 hostPort, quint32 seed, const StallPace &pace);
    ~StallingProxy() override;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] qint64 stalls() const { return m_stalls; }
    void stopStalling(); //!< and lets go on what stalls

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
