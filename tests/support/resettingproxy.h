// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QUrl>

#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace pushlab::tests {

//! Stands between clients and a host, passes bytes, and resets connections after a random number of bytes, also in the middle of
//! requests, answers and frames. Lives in the test's thread.
class ResettingProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResettingProxy)

public:
    //! Each connection is reset after at most \a maxBytes in both directions together.
    ResettingProxy(quint16 hostPort, quint32 seed, qint64 maxBytes, QObject *parent = nullptr);
    ~ResettingProxy() override;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int resets() const { return m_resets; }
    void stopResetting() { m_resetting = false; }

private:
    struct Pair
    {
        QPointer<QTcpSocket> client;
        QPointer<QTcpSocket> host;
        qint64 left = 0; // bytes to pass before the reset
    };

    void accept();
    void pass(const std::shared_ptr<Pair> &pair, QTcpSocket *from, QTcpSocket *to);
    void end(const std::shared_ptr<Pair> &pair);

    QTcpServer m_server;
    QRandomGenerator m_random;
    quint16 m_hostPort;
    qint64 m_maxBytes;
    int m_resets = 0;
    bool m_resetting = true;
};

} // namespace pushlab::tests
