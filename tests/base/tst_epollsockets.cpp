// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epollmain.h"

#include "server/base/loop/directreader.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/tcpserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <array>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Receives past Qt's buffer while it is switched on.
class Reader final : public pushlab::base::DirectReader
{
public:
    explicit Reader(pushlab::io::CountingSocket &socket) : m_socket(socket) { socket.setDirectReader(this); }

    bool readNow() override
    {
        ++asked;
        if (!takes)
            return false;
        QByteArray bytes(1000, Qt::Uninitialized);
        const qint64 size = m_socket.receive(bytes.data(), bytes.size());
        if (size <= 0)
            return false;
        received += bytes.first(size);
        return true;
    }

    QByteArray received;
    int asked = 0;
    bool takes = true;

private:
    pushlab::io::CountingSocket &m_socket;
};

} // namespace

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

    void directReaderIsAskedFirst()
    {
        std::unique_ptr<pushlab::io::CountingSocket> socket;
        pushlab::io::TcpServer server(
            [&socket](std::unique_ptr<pushlab::io::CountingSocket> accepted) { socket = std::move(accepted); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QTRY_VERIFY(socket && client.state() == QAbstractSocket::ConnectedState);
        Reader reader(*socket);
        QSignalSpy ready(socket.get(), &QIODevice::readyRead);
        QSignalSpy disconnected(socket.get(), &QAbstractSocket::disconnected);

        client.write(QByteArray(2500, 'a'));
        QTRY_COMPARE(reader.received, QByteArray(2500, 'a'));
        QCOMPARE(ready.size(), 0);
        QCOMPARE(socket->bytesIn(), 2500);
        QCOMPARE(socket->bytesAvailable(), 0);

        socket->putBack("back"); // of what it took: not counted again
        QCOMPARE(socket->bytesIn(), 2500);
        reader.takes = false;
        client.write("more");
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(socket->bytesIn(), 2504);
        QCOMPARE(socket->peekNewBytes(), QByteArray("more"));
        QCOMPARE(socket->readAll(), QByteArray("backmore"));
        socket->noteRead();
        socket->releaseBuffer();
        QCOMPARE(socket->bytesAvailable(), 0);
        QCOMPARE(socket->bytesIn(), 2504);

        socket->setDirectReader(nullptr);
        const int asked = reader.asked;
        client.write("last");
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(socket->readAll(), QByteArray("last"));
        socket->noteRead();
        QCOMPARE(reader.asked, asked);

        socket->setDirectReader(&reader);
        reader.takes = true;
        client.disconnectFromHost(); // the end is Qt's to find
        QTRY_COMPARE(disconnected.size(), 1);
    }

    void directReaderIsForgottenWithItsDescriptor()
    {
        std::unique_ptr<pushlab::io::CountingSocket> socket;
        pushlab::io::TcpServer server(
            [&socket](std::unique_ptr<pushlab::io::CountingSocket> accepted) { socket = std::move(accepted); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket first;
        first.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QTRY_VERIFY(socket && first.state() == QAbstractSocket::ConnectedState);
        Reader reader(*socket);
        const qintptr descriptor = socket->socketDescriptor();
        socket.reset();

        // The next file gets the lowest free number.
        std::unique_ptr<QSocketNotifier> notifier;
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe2(pipe.data(), O_NONBLOCK | O_CLOEXEC), 0);
        QCOMPARE(qintptr(pipe[0]), descriptor);
        notifier = std::make_unique<QSocketNotifier>(pipe[0], QSocketNotifier::Read);
        QSignalSpy activated(notifier.get(), &QSocketNotifier::activated);
        QCOMPARE(::write(pipe[1], "x", 1), ssize_t(1));
        QTRY_VERIFY(!activated.isEmpty());
        QCOMPARE(reader.asked, 0);
        notifier.reset();
        ::close(pipe[0]);
        ::close(pipe[1]);
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
