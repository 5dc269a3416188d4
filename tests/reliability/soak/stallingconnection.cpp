// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/stallingconnection.h"

#include <QHostAddress>

#include <utility>

namespace pushlab::tests {

namespace {

constexpr qint64 readBuffer = 64 * 1024; // what comes during a stall backs up into the kernel, and to the sender

bool isOpen(const QTcpSocket &socket)
{
    return socket.state() == QAbstractSocket::ConnectedState;
}

} // namespace

StallingConnection::StallingConnection(QTcpSocket *client, quint16 hostPort, const StallPace &pace, Sampler sampler)
    : QObject(client), m_client(client), m_pace(pace), m_sampler(std::move(sampler))
{
    for (QTcpSocket *socket : {m_client, &m_host}) {
        socket->setReadBufferSize(readBuffer);
        connect(socket, &QTcpSocket::readyRead, this, &StallingConnection::pass);
        connect(socket, &QTcpSocket::disconnected, this, &StallingConnection::pass);
        connect(socket, &QTcpSocket::errorOccurred, this, &StallingConnection::pass, Qt::QueuedConnection); // the state follows
    }
    connect(&m_host, &QTcpSocket::connected, this, [this] {
        m_hasConnected = true;
        pass();
    });
    m_toStall.setSingleShot(true);
    m_toPass.setSingleShot(true);
    connect(&m_toStall, &QTimer::timeout, this, &StallingConnection::stall);
    connect(&m_toPass, &QTimer::timeout, this, [this] {
        m_toStall.start(m_sampler(m_pace.passing));
        pass();
    });
    m_toStall.start(m_sampler(m_pace.passing));
    m_host.connectToHost(QHostAddress(QHostAddress::LocalHost), hostPort);
}

StallingConnection::~StallingConnection()
{
    m_host.disconnect(this); // it says goodbye while it is destroyed
}

void StallingConnection::resume()
{
    m_toStall.stop();
    m_toPass.stop();
    pass();
}

void StallingConnection::stall()
{
    m_toPass.start(m_sampler(m_pace.stalled));
    Q_EMIT stalled();
}

void StallingConnection::pass()
{
    if (m_toPass.isActive())
        return;
    const bool isConnecting = !m_hasConnected && m_host.state() != QAbstractSocket::UnconnectedState;
    move(*m_client, m_host);
    move(m_host, *m_client);
    if (isConnecting || (isOpen(*m_client) && isOpen(m_host)))
        return;
    for (QTcpSocket *socket : {m_client, &m_host})
        socket->disconnectFromHost(); // once it has written what it was given
    if (m_client->state() == QAbstractSocket::UnconnectedState && m_host.state() == QAbstractSocket::UnconnectedState) {
        m_toStall.stop();
        m_client->deleteLater();
    }
}

void StallingConnection::move(QTcpSocket &from, QTcpSocket &to)
{
    if (isOpen(to) && from.bytesAvailable() > 0)
        to.write(from.readAll());
}

} // namespace pushlab::tests
