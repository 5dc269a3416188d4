// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/stallingproxy.h"

#include "tests/reliability/soak/stallingconnection.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

StallingProxy::StallingProxy(quint16 hostPort, quint32 seed, const StallPace &pace)
    : m_random(seed), m_pace(pace), m_hostPort(hostPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &StallingProxy::accept);
    m_server.setListenBacklogSize(1024);
    m_server.listen(QHostAddress::LocalHost);
}

StallingProxy::~StallingProxy()
{
    qDeleteAll(m_server.findChildren<StallingConnection *>()); // before the clients' sockets, which say goodbye
}

QUrl StallingProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void StallingProxy::stopStalling()
{
    m_isStalling = false;
    Q_EMIT stallingStopped();
}

void StallingProxy::accept()
{
    const auto sampler = [this](std::chrono::milliseconds mean) {
        return std::chrono::milliseconds(m_random.bounded(qint64(1), qint64(2 * mean.count())));
    };
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *connection = new StallingConnection(client, m_hostPort, m_pace, sampler);
        connect(connection, &StallingConnection::stalled, this, [this] { ++m_stalls; });
        connect(this, &StallingProxy::stallingStopped, connection, &StallingConnection::resume);
        if (!m_isStalling)
            connection->resume();
    }
}

} // namespace pushlab::tests
