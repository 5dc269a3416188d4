// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/linkconditioner.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/tcpserver.h"

#ifdef Q_OS_LINUX
#include "server/base/loop/epolldispatcher.h"
#endif

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

#ifdef Q_OS_LINUX
#include <dirent.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#endif
#include <sys/socket.h>

using namespace pushlab::io;
using namespace std::chrono_literals;

namespace {

constexpr double slack = 40; // ms that a busy machine may add

//! Bytes that show their position in the stream.
QByteArray pattern(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(i * 31 % 251);
    return bytes;
}

int openDescriptors()
{
#ifdef Q_OS_LINUX
    int count = 0;
    DIR *const directory = ::opendir("/proc/self/fd");
    while (::readdir(directory))
        ++count;
    ::closedir(directory);
    return count;
#else
    return 0;
#endif
}

} // namespace

//! A client and a conditioned server, with what they have received.
class TestLinkConditioner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();
    void offLeavesEverythingAsItWas();
    void delaysBothWays();
    void openingCostsARoundTrip();
    void bytesAreExact();
    void jitterSpreads();
    void rateHoldsBothWays();
    void connectionsHaveTheirOwnRate();
    void clientClosesBehindItsBytes();
    void clientHalfCloses();
    void clientResets();
    void hostClosesBehindItsBytes();
    void hostClosesWhileTheClientSends();
    void hostAborts();
    void hostHalfClosesAndThenLeaves();
    void turnsOnAndOffUnderWay();
    void slowReadersHoldUpTheWriter();
    void manyConnections();

private:
    void serve(const LinkConditions &conditions);
    void connectClient();
    //! Checks every 0.2 ms, because QTRY_VERIFY would round times up to 50 ms.
    template <typename Condition>
    static bool comesTrue(Condition condition)
    {
        const QDeadlineTimer deadline(8s);
        while (!condition() && !deadline.hasExpired()) {
            QCoreApplication::processEvents();
            std::this_thread::sleep_for(200us);
        }
        return condition();
    }
    double elapsed() const { return double(m_clock.nsecsElapsed()) / 1e6; }
    void compareAbout(double expected, double more = slack) const
    {
        QVERIFY2(elapsed() > expected - 2 && elapsed() < expected + more, QByteArray::number(elapsed()));
    }

    std::unique_ptr<TcpServer> m_server;
    std::unique_ptr<CountingSocket> m_served;
    std::unique_ptr<QTcpSocket> m_client;
    QElapsedTimer m_clock;
    int m_descriptors = 0;
};

void TestLinkConditioner::init()
{
    m_descriptors = openDescriptors();
}

void TestLinkConditioner::cleanup()
{
    m_client.reset();
    m_served.reset();
    m_server.reset();
    QCOMPARE(openDescriptors(), m_descriptors);
}

void TestLinkConditioner::serve(const LinkConditions &conditions)
{
    m_server = std::make_unique<TcpServer>([this](std::unique_ptr<CountingSocket> socket) { m_served = std::move(socket); });
    m_server->conditioner().setConditions(conditions);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connectClient();
}

void TestLinkConditioner::connectClient()
{
    m_served.reset();
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    QTRY_VERIFY(m_served && m_client->state() == QAbstractSocket::ConnectedState);
    connect(m_served.get(), &QIODevice::readyRead, m_served.get(), &CountingSocket::noteRead);
}

void TestLinkConditioner::offLeavesEverythingAsItWas()
{
    serve({});
    QVERIFY(!m_server->conditioner().isOn());
    QCOMPARE(m_server->conditioner().relayCount(), 0);
    QVERIFY(!m_served->isRelayed());
    QCOMPARE(m_served->networkDescriptor(), m_served->socketDescriptor());
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    QCOMPARE(::getpeername(int(m_served->socketDescriptor()), reinterpret_cast<sockaddr *>(&address), &size), 0);
    QCOMPARE(int(address.ss_family), AF_INET);
}

void TestLinkConditioner::delaysBothWays()
{
    serve({100ms});
    QCOMPARE(m_served->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(m_served->peerPort(), m_client->localPort());
    QCOMPARE(m_served->localPort(), m_server->serverPort());
    QTest::qWait(210);
    for (int i = 0; i < 5; ++i) {
        m_clock.start();
        m_client->write("ping");
        QVERIFY(comesTrue([&] { return m_served->bytesAvailable() == 4; }));
        compareAbout(100);
        QCOMPARE(m_served->readAll(), "ping");
        m_served->noteRead();
        m_clock.start();
        m_served->write("pong");
        QVERIFY(comesTrue([&] { return m_client->bytesAvailable() == 4; }));
        compareAbout(100);
        QCOMPARE(m_client->readAll(), "pong");
    }
}

void TestLinkConditioner::openingCostsARoundTrip()
{
    serve({100ms});
    m_clock.start();
    m_client->write("ping");
    QVERIFY(comesTrue([&] { return m_served->bytesAvailable() == 4; }));
    compareAbout(300);
}

void TestLinkConditioner::bytesAreExact()
{
    serve({20ms, 15ms, 50'000'000});
    const QByteArray up = pattern(700'000);
    const QByteArray down = pattern(900'001);
    m_client->write(up);
    m_served->write(down);
    QTRY_COMPARE_WITH_TIMEOUT(m_served->bytesAvailable(), up.size(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->bytesAvailable(), down.size(), 20'000);
    QCOMPARE(m_served->readAll(), up);
    QCOMPARE(m_client->readAll(), down);
    QCOMPARE(m_served->bytesIn(), up.size());
    QCOMPARE(m_served->bytesOut(), down.size());
    QTRY_COMPARE(m_served->bytesAcknowledged(), down.size());
    m_served->write("more");
    QCOMPARE(m_served->bytesSent(), down.size() + 4);
    QCOMPARE(m_served->bytesAcknowledged(), down.size()); // still on its way
    QTRY_COMPARE(m_served->bytesAcknowledged(), down.size() + 4);
#ifdef Q_OS_LINUX
    tcp_info info{};
    socklen_t size = sizeof info;
    QVERIFY(m_served->networkDescriptor() != m_served->socketDescriptor());
    QCOMPARE(::getsockopt(int(m_served->networkDescriptor()), IPPROTO_TCP, TCP_INFO, &info, &size), 0);
    QCOMPARE(qint64(info.tcpi_bytes_received), up.size());
    QCOMPARE(qint64(info.tcpi_bytes_sent - info.tcpi_bytes_retrans), down.size() + 4);
#endif
}

void TestLinkConditioner::jitterSpreads()
{
    serve({60ms, 40ms});
    QTest::qWait(210);
    std::vector<double> delays;
    for (int i = 0; i < 40; ++i) {
        m_clock.start();
        m_served->write("x");
        QVERIFY(comesTrue([&] { return m_client->bytesAvailable() == 1; }));
        delays.push_back(elapsed());
        m_client->readAll();
    }
    const auto [least, most] = std::ranges::minmax(delays);
    QVERIFY2(least >= 18 && least < 40, QByteArray::number(least)); // 1 in 10^5 that all are above
    QVERIFY2(most > 80 && most < 100 + slack, QByteArray::number(most));
}

void TestLinkConditioner::rateHoldsBothWays()
{
    serve({0ms, 0ms, 1'000'000});
    const QByteArray bytes = pattern(100'000);
    m_clock.start();
    m_client->write(bytes);
    m_served->write(bytes); // a line of its own
    QVERIFY(comesTrue([&] { return m_served->bytesAvailable() == bytes.size(); }));
    compareAbout(800);
    QVERIFY(comesTrue([&] { return m_client->bytesAvailable() == bytes.size(); }));
    compareAbout(800);
    QCOMPARE(m_client->readAll(), bytes);
}

void TestLinkConditioner::connectionsHaveTheirOwnRate()
{
    serve({0ms, 0ms, 1'000'000});
    const auto firstServed = std::move(m_served);
    const auto firstClient = std::move(m_client);
    connectClient();
    m_clock.start();
    firstServed->write(pattern(25'000));
    m_served->write(pattern(25'000));
    QVERIFY(comesTrue([&] { return firstClient->bytesAvailable() + m_client->bytesAvailable() == 50'000; }));
    compareAbout(200);
}

void TestLinkConditioner::clientClosesBehindItsBytes()
{
    serve({100ms});
    QTest::qWait(210);
    QSignalSpy disconnected(m_served.get(), &QAbstractSocket::disconnected);
    m_clock.start();
    m_client->write("last");
    m_client->disconnectFromHost();
    QVERIFY(comesTrue([&] { return disconnected.size() == 1; }));
    compareAbout(100);
    QCOMPARE(m_served->readAll(), "last");
    QVERIFY(comesTrue([&] { return m_server->conditioner().relayCount() == 0; }));
    compareAbout(200);
    QCOMPARE(m_served->networkDescriptor(), -1);
}

void TestLinkConditioner::clientHalfCloses()
{
    serve({50ms});
    QTest::qWait(110);
    connect(m_served.get(), &QAbstractSocket::readyRead, m_served.get(),
            [this] { m_served->write("answer to " + m_served->readAll()); });
    m_client->write("question");
    m_client->flush();
    ::shutdown(int(m_client->socketDescriptor()), SHUT_WR);
    QSignalSpy disconnected(m_client.get(), &QAbstractSocket::disconnected);
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(m_client->readAll(), "answer to question");
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

void TestLinkConditioner::clientResets()
{
    serve({100ms});
    QTest::qWait(210);
    QSignalSpy disconnected(m_served.get(), &QAbstractSocket::disconnected);
    m_clock.start();
    m_client->write("last");
    QVERIFY(m_client->flush() || m_client->bytesToWrite() == 0);
    QTest::qWait(20);
    const linger atOnce{1, 0};
    ::setsockopt(int(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_client->abort();
    QVERIFY(comesTrue([&] { return m_served->bytesAvailable() == 4; }));
    QCOMPARE(disconnected.size(), 0);
    QVERIFY(comesTrue([&] { return disconnected.size() == 1; }));
    compareAbout(120);
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

void TestLinkConditioner::hostClosesBehindItsBytes()
{
    serve({100ms});
    QTest::qWait(210);
    QSignalSpy disconnected(m_client.get(), &QAbstractSocket::disconnected);
    const QByteArray bytes = pattern(200'000);
    m_clock.start();
    m_served->write(bytes);
    m_served->disconnectFromHost();
    QVERIFY(comesTrue([&] { return disconnected.size() == 1; }));
    compareAbout(100);
    QCOMPARE(m_client->readAll(), bytes);
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

// RFC 9293 3.6.1: data for a closed socket is answered with a reset.
void TestLinkConditioner::hostClosesWhileTheClientSends()
{
    serve({100ms});
    QTest::qWait(210);
    m_served->disconnectFromHost();
    QTest::qWait(60); // under way
    m_client->write("too late");
    QSignalSpy disconnected(m_client.get(), &QAbstractSocket::disconnected);
    QTRY_COMPARE(disconnected.size(), 1);
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

void TestLinkConditioner::hostAborts()
{
    serve({100ms});
    m_client->write("unread");
    QTRY_COMPARE(m_served->bytesAvailable(), 6);
    m_client->write("never read");
    QTest::qWait(50);
    m_clock.start();
    m_served->abort();
    QSignalSpy disconnected(m_client.get(), &QAbstractSocket::disconnected);
    QVERIFY(comesTrue([&] { return disconnected.size() == 1; }));
    compareAbout(100);
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

void TestLinkConditioner::hostHalfClosesAndThenLeaves()
{
    serve({50ms});
    m_served->write("answer");
    ::shutdown(int(m_served->socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(m_client->bytesAvailable(), 6);
    // The client may continue; QTcpSocket would close at the end of the stream, so it is not used.
    QVERIFY(::send(int(m_client->socketDescriptor()), "more", 4, 0) == 4 || m_client->state() != QAbstractSocket::ConnectedState);
    QTest::qWait(120);
    m_served->abort();
    m_client->abort();
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

void TestLinkConditioner::turnsOnAndOffUnderWay()
{
    serve({});
    LinkConditioner &conditioner = m_server->conditioner();
    const QByteArray big = pattern(3'000'000); // most of it is still in Qt's buffers when the network changes
    m_client->setReadBufferSize(64 * 1024);
    m_served->write(big);
    QVERIFY(m_served->bytesToWrite() > 0);
    conditioner.setConditions({100ms});
    QVERIFY(conditioner.take(*m_served, LinkConditioner::Age::Old));
    QVERIFY(conditioner.take(*m_served, LinkConditioner::Age::Old)); // once is enough
    QCOMPARE(conditioner.relayCount(), 1);
    QByteArray received;
    connect(m_client.get(), &QIODevice::readyRead, m_client.get(), [&] { received += m_client->readAll(); });
    received += m_client->readAll();
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), big.size(), 20'000);
    QVERIFY(received == big);
    m_clock.start();
    m_client->write("ping");
    QVERIFY(comesTrue([&] { return m_served->bytesAvailable() == 4; }));
    compareAbout(100);
    m_served->write("pong");
    conditioner.setConditions({30s});
    QTest::qWait(200);
    QCOMPARE(received.size(), big.size());
    m_clock.start();
    conditioner.setConditions({});
    QVERIFY(comesTrue([&] { return received.size() == big.size() + 4; }));
    compareAbout(0);
}

void TestLinkConditioner::slowReadersHoldUpTheWriter()
{
    serve({10ms});
    m_client->setReadBufferSize(1024);
    const QByteArray bytes = pattern(20'000'000);
    m_served->write(bytes);
    QTest::qWait(500);
    QVERIFY2(m_served->bytesToWrite() > 8'000'000, QByteArray::number(m_served->bytesToWrite()));
    m_client->setReadBufferSize(0);
    QByteArray received = m_client->readAll();
    connect(m_client.get(), &QIODevice::readyRead, m_client.get(), [&] { received += m_client->readAll(); });
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), bytes.size(), 30'000);
    QVERIFY(received == bytes);
}

void TestLinkConditioner::manyConnections()
{
    constexpr std::size_t count = 200;
    std::vector<std::unique_ptr<CountingSocket>> served;
    m_server = std::make_unique<TcpServer>([&](std::unique_ptr<CountingSocket> socket) {
        CountingSocket *const echo = socket.get();
        connect(echo, &QIODevice::readyRead, echo, [echo] {
            echo->write(echo->readAll());
            echo->noteRead();
        });
        served.push_back(std::move(socket));
    });
    m_server->conditioner().setConditions({100ms, 10ms});
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_clock.start();
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    qsizetype received = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto &client = clients.emplace_back(std::make_unique<QTcpSocket>());
        connect(client.get(), &QIODevice::readyRead, client.get(),
                [&received, socket = client.get()] { received += socket->readAll().size(); });
        client->connectToHost(QHostAddress::LocalHost, m_server->serverPort());
        client->write("hello");
    }
    QVERIFY(comesTrue([&] { return received == qsizetype(5 * count); }));
    QVERIFY2(elapsed() > 390 && elapsed() < 1000, QByteArray::number(elapsed()));
    clients.clear();
    QTRY_COMPARE(m_server->conditioner().relayCount(), 0);
}

// Runs on the server's own event dispatcher, then on Qt's.
int main(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsSet("PUSHLAB_TEST_QT_DISPATCHER"))
        QCoreApplication::setEventDispatcher(new pushlab::base::EpollDispatcher); // the application takes it
#endif
    const QCoreApplication application(argc, argv);
    TestLinkConditioner test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_linkconditioner.moc"
