// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/tcpserver.h"

#include "server/io/socket/countingsocket.h"

#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>
#include <vector>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using pushlab::io::CountingSocket;
using pushlab::io::TcpServer;

namespace {

using Sockets = std::vector<std::unique_ptr<CountingSocket>>;

#ifdef Q_OS_UNIX

//! Clients as plain descriptors, so that connecting does not need the event loop under test.
class Clients final
{
    Q_DISABLE_COPY_MOVE(Clients)

public:
    Clients() = default;
    ~Clients() { closeAll(); }

    //! Starts to connect without waiting; false when that fails at once.
    bool start(quint16 port)
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (descriptor < 0)
            return false;
        m_descriptors.push_back(descriptor);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 || errno == EINPROGRESS;
    }

    //! The number of connections that the server has closed or reset.
    [[nodiscard]] int closedCount() const
    {
        int count = 0;
        for (const int descriptor : m_descriptors) {
            char c = 0;
            const ssize_t size = ::recv(descriptor, &c, 1, MSG_PEEK | MSG_DONTWAIT);
            count += size == 0 || (size < 0 && errno != EAGAIN) ? 1 : 0;
        }
        return count;
    }

    void closeAll()
    {
        for (const int descriptor : m_descriptors)
            ::close(descriptor);
        m_descriptors.clear();
    }

private:
    std::vector<int> m_descriptors;
};

//! The limit at which the process can open \a spare further descriptors; used numbers may have gaps.
int limitFor(int spare)
{
    int limit = 0;
    for (int found = 0; found < spare; ++limit)
        found += ::fcntl(limit, F_GETFD) < 0 ? 1 : 0;
    return limit;
}

//! Limits the process to descriptors below \a limit while it exists.
class DescriptorLimit final
{
    Q_DISABLE_COPY_MOVE(DescriptorLimit)

public:
    explicit DescriptorLimit(int limit)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_old);
        rlimit low = m_old;
        low.rlim_cur = rlim_t(limit);
        ::setrlimit(RLIMIT_NOFILE, &low);
    }
    ~DescriptorLimit() { ::setrlimit(RLIMIT_NOFILE, &m_old); }

private:
    rlimit m_old{};
};

#endif

} // namespace

class TestTcpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void handsOverTunedSockets()
    {
        Sockets accepted;
        TcpServer server([&](std::unique_ptr<CountingSocket> socket) { accepted.push_back(std::move(socket)); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        client.write("early");
        QTRY_COMPARE(accepted.size(), std::size_t(1));
        CountingSocket &socket = *accepted.front();
        QVERIFY(!socket.parent());
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(socket.peerPort(), client.localPort());
        QCOMPARE(socket.socketOption(QAbstractSocket::LowDelayOption).toInt(), 1);
        QVERIFY(socket.socketOption(QAbstractSocket::SendBufferSizeSocketOption).toInt() <= 2 * CountingSocket::sendBufferBytes);
        QTRY_COMPARE(socket.bytesIn(), 5);
        QVERIFY(!server.hasPendingConnections());
    }

    void handlerMayCloseTheServer()
    {
        Sockets accepted;
        std::unique_ptr<TcpServer> server;
        server = std::make_unique<TcpServer>([&](std::unique_ptr<CountingSocket> socket) {
            accepted.push_back(std::move(socket));
            server->close();
        });
        QVERIFY(server->listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server->serverPort());
        QTRY_COMPARE(accepted.size(), std::size_t(1));
        QVERIFY(!server->isListening());
    }

#ifdef Q_OS_UNIX
    void burstOfAClassIsServedWhole()
    {
        constexpr int count = 1000;
        rlimit limit{};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
        if (limit.rlim_cur < 2 * count + 100)
            QSKIP("too few descriptors");

        Sockets accepted;
        TcpServer server([&](std::unique_ptr<CountingSocket> socket) { accepted.push_back(std::move(socket)); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Clients clients;
        for (int i = 0; i < count; ++i) // all of them before the server's loop has a turn
            QVERIFY(clients.start(server.serverPort()));
        QTRY_COMPARE_WITH_TIMEOUT(accepted.size(), std::size_t(count), 20'000);
        QCOMPARE(clients.closedCount(), 0);
    }

    void othersHaveTheirTurnInAFlood()
    {
        constexpr int count = 256;
        std::size_t accepted = 0;
        TcpServer server([&accepted](const std::unique_ptr<CountingSocket> &) { ++accepted; });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Clients clients;
        for (int i = 0; i < count; ++i)
            QVERIFY(clients.start(server.serverPort()));
        std::size_t mostATurn = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&, before = std::size_t(0)]() mutable {
            mostATurn = std::max(mostATurn, accepted - std::exchange(before, accepted));
        });
        other.start(0);
        QTRY_COMPARE(accepted, std::size_t(count));
        QTRY_VERIFY(mostATurn > 0);
        QVERIFY2(mostATurn < count / 2, qPrintable(QString::number(mostATurn)));
    }

    void listensAgainOnItsPort()
    {
        Sockets accepted;
        TcpServer server([&](std::unique_ptr<CountingSocket> socket) { accepted.push_back(std::move(socket)); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        Clients clients;
        QVERIFY(clients.start(port));
        QTRY_COMPARE(accepted.size(), std::size_t(1));
        server.close();
        QVERIFY(!server.isListening());
        QVERIFY(server.listen(QHostAddress::LocalHost, port)); // beside the connection that is still open
        QVERIFY(clients.start(port));
        QTRY_COMPARE(accepted.size(), std::size_t(2));
        QCOMPARE(clients.closedCount(), 0);
    }

    void bothKindsOfAddressOnOnePort()
    {
        Sockets accepted;
        TcpServer server([&](std::unique_ptr<CountingSocket> socket) { accepted.push_back(std::move(socket)); });
        QVERIFY(server.listen(QHostAddress::Any));
        for (const auto special : {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
            QTcpSocket client;
            client.connectToHost(QHostAddress(special), server.serverPort());
            if (special == QHostAddress::LocalHostIPv6 && !client.waitForConnected())
                QSKIP("no IPv6 here");
            QTRY_COMPARE(accepted.size(), std::size_t(1));
            QVERIFY(accepted.back()->peerAddress().isEqual(QHostAddress(special)));
            accepted.clear();
        }
    }

    void goesOnWithoutDescriptors()
    {
        Sockets accepted;
        TcpServer server([&](std::unique_ptr<CountingSocket> socket) { accepted.push_back(std::move(socket)); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int shed = 0; // no spy: the vptr sanitizer needs descriptors when it meets one
        connect(&server, &TcpServer::connectionsShed, this, [&shed](int count) { shed += count; });

        Clients clients;
        // Once the server has seen that no connection waits, QTcpServer reports no other error.
        QVERIFY(clients.start(server.serverPort()));
        QTRY_COMPARE(accepted.size(), std::size_t(1));
        accepted.clear();
        clients.closeAll();
        {
            constexpr int count = 300; // more than are shed in one turn
            constexpr int room = 10;
            const DescriptorLimit limit(limitFor(count + room));
            for (int i = 0; i < count; ++i)
                QVERIFY(clients.start(server.serverPort()));
            QTRY_COMPARE(shed, count - room);
            QCOMPARE(accepted.size(), std::size_t(room));
            QTRY_COMPARE(clients.closedCount(), count - room);
            QVERIFY(server.isListening());

            accepted.clear(); // room again, under the same limit
            QVERIFY(clients.closedCount() >= count - room);
            clients.closeAll();
            QVERIFY(clients.start(server.serverPort()));
            QTRY_COMPARE(accepted.size(), std::size_t(1));
        }
        QVERIFY(clients.start(server.serverPort()));
        QTRY_COMPARE(accepted.size(), std::size_t(2));
    }

    void waitsWhenTheReserveIsLost()
    {
        // All numbers below the future limit are used: releasing the reserve, which is above it, does not help.
        constexpr int limitToCome = 64;
        std::vector<int> taken;
        while (taken.empty() || taken.back() < limitToCome)
            taken.push_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        Sockets accepted;
        TcpServer server([&](std::unique_ptr<CountingSocket> socket) { accepted.push_back(std::move(socket)); });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int errors = 0;
        connect(&server, &QTcpServer::acceptError, this, [&errors] { ++errors; });
        Clients clients;
        QVERIFY(clients.start(server.serverPort()));
        {
            const DescriptorLimit limit(limitToCome);
            QTRY_VERIFY(errors >= 3); // tries again and again
            QVERIFY(errors < 100); // at its leisure
            QVERIFY(accepted.empty());
        }
        QTRY_COMPARE(accepted.size(), std::size_t(1));
        for (const int descriptor : taken)
            ::close(descriptor);
    }
#endif
};

QTEST_GUILESS_MAIN(TestTcpServer)
#include "tst_tcpserver.moc"
