// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resettingproxy.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <sys/socket.h>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

// A reset, not an end of file: bytes that were not read yet are lost.
void reset(QTcpSocket *socket)
{
    const linger hard{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

} // namespace

ResettingProxy::ResettingProxy(quint16 hostPort, quint32 seed, qint64 maxBytes, QObject *parent)
    : QObject(parent), m_random(seed), m_hostPort(hostPort), m_maxBytes(maxBytes)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ResettingProxy::accept);
    m_server.setListenBacklogSize(1024);
    m_server.listen(QHostAddress::LocalHost);
}

ResettingProxy::~ResettingProxy()
{
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this); // they say goodbye while they are destroyed
}

QUrl ResettingProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void ResettingProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *host = new QTcpSocket(client);
        const auto pair = std::make_shared<Pair>(Pair{client, host, m_random.bounded(qint64(1), m_maxBytes)});
        connect(client, &QTcpSocket::readyRead, this, [=, this] { pass(pair, client, host); });
        connect(host, &QTcpSocket::connected, this, [=, this] { pass(pair, client, host); });
        connect(host, &QTcpSocket::readyRead, this, [=, this] { pass(pair, host, client); });
        connect(client, &QTcpSocket::disconnected, this, [=, this] { end(pair); });
        connect(host, &QTcpSocket::disconnected, this, [=, this] { end(pair); });
        connect(host, &QTcpSocket::errorOccurred, this, [=, this] { end(pair); });
        host->connectToHost(QHostAddress(QHostAddress::LocalHost), m_hostPort);
    }
}

void ResettingProxy::pass(const std::shared_ptr<Pair> &pair, QTcpSocket *from, QTcpSocket *to)
{
    if (to->state() != QAbstractSocket::ConnectedState)
        return;
    QByteArray bytes = from->readAll();
    const bool last = m_resetting && bytes.size() >= pair->left;
    if (last)
        bytes.truncate(pair->left);
    pair->left -= bytes.size();
    to->write(bytes);
    if (!last)
        return;
    ++m_resets;
    to->flush(); // a part arrives
    if (!pair->client || !pair->host)
        return; // the other side had gone, and said so just now
    QTcpSocket *const client = pair->client;
    QTcpSocket *const host = pair->host;
    client->disconnect(this);
    host->disconnect(this);
    pair->client = nullptr;
    reset(host);
    reset(client);
    client->deleteLater();
}

void ResettingProxy::end(const std::shared_ptr<Pair> &pair)
{
    if (!pair->client)
        return;
    QTcpSocket *const client = pair->client;
    pair->client = nullptr;
    for (QTcpSocket *socket : {client, pair->host.data()}) {
        socket->disconnect(this);
        socket->disconnectFromHost();
    }
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    if (client->state() == QAbstractSocket::UnconnectedState)
        client->deleteLater();
}

} // namespace pushlab::tests
