// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/meddlingproxy.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <utility>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Without the fields that ask for another protocol.
QByteArray withoutUpgrade(const QByteArray &request)
{
    QByteArray kept;
    for (const QByteArray &line : request.split('\n')) {
        if (!line.startsWith("Upgrade:") && !(line.startsWith("Connection:") && line.contains("pgrade")))
            kept += line + '\n';
    }
    kept.chop(1);
    return kept;
}

} // namespace

MeddlingProxy::MeddlingProxy(quint16 hostPort, Habit habit, QObject *parent)
    : QObject(parent), m_hostPort(hostPort), m_habit(habit)
{
    connect(&m_server, &QTcpServer::newConnection, this, &MeddlingProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

MeddlingProxy::~MeddlingProxy()
{
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this); // they say goodbye while they are destroyed
}

QUrl MeddlingProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void MeddlingProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *host = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, this, [=, this] { passRequest(client, host); });
        connect(host, &QTcpSocket::connected, this, [=, this] { passRequest(client, host); });
        connect(host, &QTcpSocket::readyRead, this, [=, this] { passAnswer(client, host); });
        connect(client, &QTcpSocket::disconnected, this, [=] { host->disconnectFromHost(); });
        connect(host, &QTcpSocket::disconnected, this, [=] { client->disconnectFromHost(); });
        host->connectToHost(QHostAddress(QHostAddress::LocalHost), m_hostPort);
    }
}

void MeddlingProxy::passRequest(QTcpSocket *client, QTcpSocket *host)
{
    if (host->state() != QAbstractSocket::ConnectedState || client->bytesAvailable() == 0)
        return;
    const QByteArray request = client->readAll();
    host->write(m_habit == Habit::StripsUpgrade ? withoutUpgrade(request) : request);
    if (m_habit == Habit::AnswersItself)
        giveUp(client, host);
}

void MeddlingProxy::passAnswer(QTcpSocket *client, QTcpSocket *host)
{
    const QByteArray answer = host->readAll();
    ++m_answered[host];
    QByteArray &held = m_held[host];
    if (m_habit != Habit::CollectsStreams || (held.isEmpty() && !answer.contains("text/event-stream"))) {
        client->write(answer);
        return;
    }
    held += answer;
    if (held.endsWith("\r\n0\r\n\r\n"))
        client->write(std::exchange(held, {}));
}

void MeddlingProxy::giveUp(QTcpSocket *client, QTcpSocket *host)
{
    const int before = m_answered.value(host);
    QTimer::singleShot(300ms, client, [=, this] {
        if (m_answered.value(host) != before)
            return;
        client->write("HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
    });
}

} // namespace pushlab::tests
