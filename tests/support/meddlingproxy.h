// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace pushlab::tests {

//! A proxy such as schools have, between clients and a host. Lives in the test's thread.
class MeddlingProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeddlingProxy)

public:
    enum class Habit : quint8 {
        None,
        StripsUpgrade, //!< takes Upgrade out of requests
        CollectsStreams, //!< passes a stream of events on in one piece, when it is over
        AnswersItself, //!< ends what is held for longer than 300 ms with a 504
    };

    MeddlingProxy(quint16 hostPort, Habit habit, QObject *parent = nullptr);
    ~MeddlingProxy() override;

    [[nodiscard]] QUrl url() const;

private:
    void accept();
    void passRequest(QTcpSocket *client, QTcpSocket *host);
    void passAnswer(QTcpSocket *client, QTcpSocket *host);
    void giveUp(QTcpSocket *client, QTcpSocket *host);

    QTcpServer m_server;
    const quint16 m_hostPort;
    const Habit m_habit;
    QHash<QTcpSocket *, QByteArray> m_held; //!< by the host's side
    QHash<QTcpSocket *, int> m_answered; //!< pieces that came, by the host's side
};

} // namespace pushlab::tests
