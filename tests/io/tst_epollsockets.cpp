// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epollmain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

//! Qt's own network classes on the epoll dispatcher, over loopback.
class TestEpollSockets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void manySocketsBothWays()
    {
        constexpr int count = 200;
        constexpr qint64 bytes = 200'000;
        QTcpServer server;
        server.setListenBacklogSize(4096);
        server.setMaxPendingConnections(count);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            while (QTcpSocket *peer = server.nextPendingConnection())
                connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
        });

        const QByteArray sent(bytes, 'x');
        int complete = 0;
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        std::vector<qint64> received(count);
        for (int i = 0; i < count; ++i) {
            auto *client = clients.emplace_back(std::make_unique<QTcpSocket>()).get();
            connect(client, &QTcpSocket::connected, client, [client, &sent] { client->write(sent); });
            connect(client, &QTcpSocket::readyRead, client, [client, &complete, &total = received[std::size_t(i)]] {
                total += client->readAll().size();
                complete += total == bytes ? 1 : 0;
            });
            client->connectToHost(QHostAddress::LocalHost, server.serverPort());
        }
        QTRY_COMPARE_WITH_TIMEOUT(complete, count, 30'000);
    }

    void refusedConnectionsFail()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        int refused = 0;
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 50; ++i) {
            auto *client = clients.emplace_back(std::make_unique<QTcpSocket>()).get();
            connect(client, &QTcpSocket::errorOccurred, this, [&refused](QAbstractSocket::SocketError error) {
                refused += error == QAbstractSocket::ConnectionRefusedError ? 1 : 0;
            });
            client->connectToHost(QHostAddress::LocalHost, port);
        }
        QTRY_COMPARE(refused, 50);
    }

    void descriptorsComeAndGo()
    {
        QTcpServer server;
        server.setListenBacklogSize(4096);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            while (QTcpSocket *peer = server.nextPendingConnection()) {
                connect(peer, &QTcpSocket::readyRead, peer, [peer] {
                    peer->write(peer->readAll());
                    peer->disconnectFromHost();
                });
                connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
            }
        });
        constexpr int rounds = 1500;
        int started = 0;
        int answered = 0;
        const std::function<void()> startOne = [&] {
            if (started == rounds)
                return;
            ++started;
            auto *client = new QTcpSocket(&server);
            connect(client, &QTcpSocket::connected, client, [client] { client->write("ping"); });
            connect(client, &QTcpSocket::disconnected, client, [&, client] {
                answered += client->readAll() == "ping" ? 1 : 0;
                client->deleteLater();
                startOne();
            });
            client->connectToHost(QHostAddress::LocalHost, server.serverPort());
        };
        for (int i = 0; i < 20; ++i)
            startOne();
        QTRY_COMPARE_WITH_TIMEOUT(answered, rounds, 30'000);
    }

    void networkAccessManagerWorks()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            while (QTcpSocket *peer = server.nextPendingConnection()) {
                connect(peer, &QTcpSocket::readyRead, peer, [peer] {
                    if (peer->readAll().contains("\r\n\r\n"))
                        peer->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
                });
            }
        });
        QNetworkAccessManager manager;
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
        for (int i = 0; i < 20; ++i) {
            const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(url)));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            QTRY_COMPARE(finished.size(), 1);
            QCOMPARE(reply->readAll(), QByteArray("hello"));
        }
    }

    void webSocketsWork()
    {
        QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QWebSocketServer::newConnection, this, [&server] {
            QWebSocket *peer = server.nextPendingConnection();
            peer->setParent(&server);
            connect(peer, &QWebSocket::textMessageReceived, peer, &QWebSocket::sendTextMessage);
        });
        QWebSocket client;
        QSignalSpy connected(&client, &QWebSocket::connected);
        QSignalSpy received(&client, &QWebSocket::textMessageReceived);
        QSignalSpy disconnected(&client, &QWebSocket::disconnected);
        client.open(server.serverUrl());
        QTRY_COMPARE(connected.size(), 1);
        const QString large(300'000, u'x');
        client.sendTextMessage(u"one"_s);
        client.sendTextMessage(large);
        QTRY_COMPARE(received.size(), 2);
        QCOMPARE(received.at(0).first().toString(), u"one"_s);
        QCOMPARE(received.at(1).first().toString(), large);
        client.close();
        QTRY_COMPARE(disconnected.size(), 1);
    }
};

int main(int argc, char **argv)
{
    return pushlab::tests::runOnEpoll<TestEpollSockets>(argc, argv);
}
#include "tst_epollsockets.moc"
