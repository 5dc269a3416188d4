// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/countingsocket.h"
#include "server/io/tcpserver.h"
#include "server/io/tlsgate.h"
#include "server/tls/selfsigned.h"
#include "tests/support/tlsclient.h"

#ifdef Q_OS_LINUX
#include "server/io/epolldispatcher.h"
#endif

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

#include <vector>

#ifdef Q_OS_LINUX
#include <dirent.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#endif
#include <sys/socket.h>

using namespace pushlab;
using namespace pushlab::io;
using namespace std::chrono_literals;
using tests::TlsClient;

namespace {

//! Bytes that show where they stand in the stream.
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

//! A server between whose network and sockets stands TLS.
class Served final
{
public:
    explicit Served(const tls::Identity &identity, const TlsGate::Limits &limits = {})
        : server([this](std::unique_ptr<CountingSocket> socket) { take(std::move(socket)); })
    {
        const auto made = TlsContext::make(identity.chain, identity.key);
        auto gate = std::make_unique<TlsGate>(
            std::get<std::shared_ptr<const TlsContext>>(made), [this](const TlsCosts &more) { count(more); }, limits);
        m_gate = gate.get();
        server.setTls(std::move(gate));
        isListening = server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] CountingSocket *socket() const { return sockets.empty() ? nullptr : sockets.back().get(); }
    [[nodiscard]] quint16 port() const { return server.serverPort(); }
    [[nodiscard]] int relays() const { return m_gate->relayCount(); }
    [[nodiscard]] int handshakes() const { return m_gate->handshakeCount(); }

    TlsCosts costs;
    std::vector<std::unique_ptr<CountingSocket>> sockets;
    TcpServer server;
    bool isListening = false;

private:
    void take(std::unique_ptr<CountingSocket> socket)
    {
        QObject::connect(socket.get(), &QIODevice::readyRead, socket.get(), &CountingSocket::noteRead);
        sockets.push_back(std::move(socket));
    }
    void count(const TlsCosts &more)
    {
        QVERIFY(more.bytesUp >= 0 && more.bytesDown >= 0);
        costs.bytesUp += more.bytesUp;
        costs.bytesDown += more.bytesDown;
        costs.handshakes += more.handshakes;
        costs.failures += more.failures;
    }

    TlsGate *m_gate = nullptr;
};

} // namespace

class TestTlsGate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_descriptors = openDescriptors(); }
    void cleanup();
    void qtClientShakesHands();
    void bytesAreExactAndCounted();
    void helloByteByByte();
    void plainPassesAsItIs();
    void oldVersionsAreRefused_data();
    void oldVersionsAreRefused();
    void rubbishIsRefused();
    void silentOnesKeepNobodyWaiting();
    void silentOnesAreDropped();
    void handshakesAreBounded();
    void clientHalfCloses();
    void clientResets();
    void hostClosesBehindItsBytes();
    void hostHalfClosesAndReads();
    void hostAborts();
    void hostLeavesBeforeTheHandshake();
    void answerWaitsForTheHandshake();
    void slowReadersHoldUpTheWriter();
    void stuckReadersAreDropped();
    void readerThatHoldsBackHoldsUpTheClient();
    void conditionerDelaysTls();
    void conditionerComesAndGoesUnderWay();
    void manyConnections();

private:
    tls::Identity m_identity;
    int m_descriptors = 0;
};

void TestTlsGate::initTestCase()
{
    QTest::failOnWarning(QRegularExpression());
    const auto identity = tls::makeSelfSigned({{QStringLiteral("localhost")}, {QHostAddress(QHostAddress::LocalHost)}});
    QVERIFY(identity);
    m_identity = *identity;
    TlsClient warm(1); // what OpenSSL opens once
}

void TestTlsGate::cleanup()
{
    QTRY_COMPARE(openDescriptors(), m_descriptors);
}

void TestTlsGate::qtClientShakesHands()
{
    Served served(m_identity);
    QSslSocket client;
    connect(&client, &QSslSocket::sslErrors, &client, [&client](const QList<QSslError> &errors) { client.ignoreSslErrors(errors); });
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), served.port());
    QTRY_VERIFY(client.isEncrypted());
    QCOMPARE(client.peerCertificate().digest(QCryptographicHash::Sha256), m_identity.fingerprint);
    QTRY_VERIFY(served.socket() && served.socket()->isEncrypted());
    QCOMPARE(served.socket()->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(served.socket()->peerPort(), client.localPort());
    client.write("ping");
    QTRY_COMPARE(served.socket()->bytesAvailable(), 4);
    QCOMPARE(served.socket()->readAll(), "ping");
    served.socket()->write("pong");
    QTRY_COMPARE(client.bytesAvailable(), 4);
    QCOMPARE(client.readAll(), "pong");
    client.abort(); // before its peer, which would be an error of its own
    QTRY_COMPARE(served.socket()->state(), QAbstractSocket::UnconnectedState);
}

void TestTlsGate::bytesAreExactAndCounted()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket() && served.socket()->isEncrypted());
    const QByteArray up = pattern(700'000);
    const QByteArray down = pattern(900'001);
    CountingSocket &socket = *served.socket();
    socket.write(down);
    QCOMPARE(client.read(down.size()), down);
    for (qsizetype at = 0; at < up.size(); at += 10'000)
        QVERIFY(client.send(up.mid(at, 10'000)));
    QTRY_COMPARE(socket.bytesAvailable(), up.size());
    QCOMPARE(socket.readAll(), up);
    QCOMPARE(socket.bytesIn(), up.size());
    QCOMPARE(socket.bytesOut(), down.size());
    QTRY_COMPARE(socket.bytesSent(), down.size());
    QTRY_COMPARE(socket.bytesAcknowledged(), down.size());
#ifdef Q_OS_LINUX
    tcp_info info{};
    socklen_t size = sizeof info;
    QCOMPARE(::getsockopt(int(socket.networkDescriptor()), IPPROTO_TCP, TCP_INFO, &info, &size), 0);
    QCOMPARE(served.costs.bytesUp, qint64(info.tcpi_bytes_received) - up.size());
    QCOMPARE(served.costs.bytesDown, qint64(info.tcpi_bytes_sent - info.tcpi_bytes_retrans) - down.size());
#endif
    QCOMPARE(served.costs.handshakes, 1);
    QCOMPARE(served.costs.failures, 0);
}

void TestTlsGate::helloByteByByte()
{
    Served served(m_identity);
    // Between client and server, a byte at a time.
    QTcpServer between;
    QVERIFY(between.listen(QHostAddress::LocalHost));
    QTcpSocket out;
    out.connectToHost(QHostAddress::LocalHost, served.port());
    out.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QTRY_COMPARE(out.state(), QAbstractSocket::ConnectedState);
    QTcpSocket *in = nullptr;
    connect(&between, &QTcpServer::newConnection, &out, [&] {
        in = between.nextPendingConnection();
        connect(in, &QIODevice::readyRead, &out, [&] {
            for (const char byte : in->readAll()) {
                out.write(&byte, 1);
                out.flush();
                QThread::usleep(20);
            }
        });
        connect(&out, &QIODevice::readyRead, in, [&] { in->write(out.readAll()); });
    });
    TlsClient client(between.serverPort());
    QVERIFY(client.shakeHands());
    QVERIFY(client.send("hello"));
    QTRY_COMPARE(served.socket()->bytesAvailable(), 5);
    QCOMPARE(served.socket()->readAll(), "hello");
}

void TestTlsGate::plainPassesAsItIs()
{
    Served served(m_identity);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, served.port());
    client.write("GET / HTTP/1.1\r\n");
    QTRY_VERIFY(served.socket() && served.socket()->bytesAvailable() == 16);
    QVERIFY(!served.socket()->isEncrypted());
    served.socket()->write(pattern(500'000));
    QTRY_COMPARE(client.bytesAvailable(), 500'000);
    QCOMPARE(client.readAll(), pattern(500'000));
    QTRY_COMPARE(served.socket()->bytesAcknowledged(), 500'000);
    QCOMPARE(served.costs.bytesUp + served.costs.bytesDown, 0);
    QCOMPARE(served.costs.handshakes + served.costs.failures, 0);
    client.disconnectFromHost();
    QTRY_COMPARE(served.socket()->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::oldVersionsAreRefused_data()
{
    QTest::addColumn<int>("minor");
    QTest::newRow("TLS 1.0") << 1;
    QTest::newRow("TLS 1.1") << 2;
}

void TestTlsGate::oldVersionsAreRefused()
{
    QFETCH(int, minor);
    Served served(m_identity);
    // A ClientHello (RFC 4346 7.4.1.2) with one cipher and no extensions.
    QByteArray hello = QByteArray(1, 3) + char(minor) + pattern(32) + char(0) + QByteArray::fromHex("0002002f")
        + QByteArray::fromHex("0100");
    hello = QByteArray::fromHex("010000") + char(hello.size()) + hello;
    hello = QByteArray::fromHex("160301") + QByteArray(1, 0) + char(hello.size()) + hello;
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, served.port());
    client.write(hello);
    QTRY_COMPARE(client.bytesAvailable(), 7);
    const QByteArray alert = client.readAll();
    QCOMPARE(alert.at(0), char(21));
    QCOMPARE(alert.at(5), char(2)); // fatal
    QCOMPARE(alert.at(6), char(70)); // protocol_version
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.costs.failures, 1);
    QTRY_COMPARE(served.socket()->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
    QCOMPARE(served.costs.bytesUp, hello.size());
    QCOMPARE(served.costs.bytesDown, 7);
}

void TestTlsGate::rubbishIsRefused()
{
    Served served(m_identity);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, served.port());
    client.write(QByteArray(1, 22) + pattern(5000));
    QTRY_COMPARE(served.costs.failures, 1);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::silentOnesKeepNobodyWaiting()
{
    Served served(m_identity);
    std::vector<std::unique_ptr<TlsClient>> silent;
    for (int i = 0; i < 200; ++i)
        silent.push_back(std::make_unique<TlsClient>(served.port()));
    QTRY_COMPARE(served.handshakes(), 200);
    QElapsedTimer clock;
    clock.start();
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QVERIFY2(clock.elapsed() < 1000, QByteArray::number(clock.elapsed()));
}

void TestTlsGate::silentOnesAreDropped()
{
    TlsGate::Limits limits;
    limits.handshakeTime = 200ms;
    Served served(m_identity, limits);
    QTcpSocket mute;
    QTcpSocket half;
    mute.connectToHost(QHostAddress::LocalHost, served.port());
    half.connectToHost(QHostAddress::LocalHost, served.port());
    half.write(QByteArray::fromHex("1603010200"));
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_COMPARE(mute.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(half.state(), QAbstractSocket::UnconnectedState);
    QTest::qWait(300);
    QCOMPARE(served.relays(), 1);
    QVERIFY(client.send("still here"));
    QTRY_COMPARE(served.sockets.back()->bytesAvailable(), 10);
    QCOMPARE(served.costs.failures, 1); // the mute one never began
}

void TestTlsGate::handshakesAreBounded()
{
    TlsGate::Limits limits;
    limits.maxHandshakes = 3;
    Served served(m_identity, limits);
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 5; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress::LocalHost, served.port());
        QTRY_COMPARE(served.sockets.size(), std::size_t(i + 1));
    }
    QCOMPARE(served.handshakes(), 3);
    QTRY_COMPARE(silent[0]->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(silent[1]->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(silent[2]->state(), QAbstractSocket::ConnectedState);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
}

void TestTlsGate::clientHalfCloses()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    QSignalSpy finished(served.socket(), &QIODevice::readChannelFinished);
    QVERIFY(client.send(pattern(50'000)));
    client.endWriting();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(served.socket()->readAll(), pattern(50'000)); // all that came before the end
    QVERIFY(client.readEnd());
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::clientResets()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    client.reset();
    QTRY_COMPARE(served.socket()->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::hostClosesBehindItsBytes()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write(pattern(1'000'000));
    served.socket()->disconnectFromHost();
    QCOMPARE(client.read(1'000'000), pattern(1'000'000));
    QVERIFY(client.readEnd()); // said, not cut
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::hostHalfClosesAndReads()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write("bye");
    ::shutdown(int(served.socket()->socketDescriptor()), SHUT_WR);
    QCOMPARE(client.read(3), "bye");
    QVERIFY(client.readEnd());
    QVERIFY(client.send("one word more"));
    QTRY_COMPARE(served.socket()->bytesAvailable(), 13);
    client.endWriting();
    QTRY_COMPARE(served.socket()->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::hostAborts()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    QVERIFY(client.send("unheard"));
    QTRY_COMPARE(served.socket()->bytesAvailable(), 7);
    served.socket()->abort();
    QTRY_COMPARE(served.relays(), 0);
    QCOMPARE(client.read(1), QByteArray());
}

void TestTlsGate::hostLeavesBeforeTheHandshake()
{
    Served served(m_identity);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, served.port());
    QTRY_VERIFY(served.socket());
    served.sockets.clear();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::answerWaitsForTheHandshake()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QTRY_VERIFY(served.socket());
    served.socket()->write("full");
    served.socket()->disconnectFromHost();
    QVERIFY(client.shakeHands());
    QCOMPARE(client.read(100), "full");
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::slowReadersHoldUpTheWriter()
{
    Served served(m_identity);
    TlsClient client(served.port(), 64 * 1024);
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    const QByteArray bytes = pattern(8 * 1024 * 1024);
    served.socket()->write(bytes);
    QTest::qWait(300);
    const qint64 taken = served.socket()->bytesSent();
    QVERIFY2(taken < 1024 * 1024, QByteArray::number(taken)); // the kernel's buffers, twice, and a record
    QVERIFY(served.socket()->bytesAcknowledged() < taken);
    QTest::qWait(100);
    QCOMPARE(served.socket()->bytesSent(), taken);
    QCOMPARE(client.read(bytes.size(), 20s), bytes);
    QTRY_COMPARE(served.socket()->bytesAcknowledged(), bytes.size());
}

void TestTlsGate::stuckReadersAreDropped()
{
    TlsGate::Limits limits;
    limits.stuckTime = 200ms;
    Served served(m_identity, limits);
    TlsClient client(served.port(), 64 * 1024);
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write(pattern(8 * 1024 * 1024));
    QTest::qWait(500);
    QCOMPARE(served.relays(), 1); // as long as the host has patience
    served.socket()->abort();
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsGate::readerThatHoldsBackHoldsUpTheClient()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->setReadBufferSize(64 * 1024);
    const QByteArray piece = pattern(16 * 1024);
    int sent = 0;
    while (sent < 2000 && client.send(piece, 200ms))
        ++sent;
    QVERIFY2(sent < 1000, QByteArray::number(sent)); // of 32 MB
    QByteArray got;
    while (got.size() < qsizetype(sent) * piece.size()) {
        QTRY_VERIFY(served.socket()->bytesAvailable() > 0);
        got += served.socket()->readAll();
    }
    QVERIFY(got.startsWith(piece) && got.mid(piece.size(), piece.size()) == piece);
}

void TestTlsGate::conditionerDelaysTls()
{
    Served served(m_identity);
    served.server.conditioner().setConditions({50ms, 0ms, 50'000'000});
    TlsClient client(served.port());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(client.shakeHands());
    QVERIFY2(clock.elapsed() >= 195, QByteArray::number(clock.elapsed())); // TCP's round trip and TLS's
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write(pattern(300'000));
    QCOMPARE(client.read(300'000), pattern(300'000));
    QVERIFY(client.send(pattern(10'000)));
    QTRY_COMPARE(served.socket()->bytesAvailable(), 10'000);
    QTRY_COMPARE(served.socket()->bytesAcknowledged(), 300'000);
    served.socket()->disconnectFromHost();
    QVERIFY(client.readEnd());
    client.endWriting();
    QTRY_COMPARE(served.relays(), 0);
    QTRY_COMPARE(served.server.conditioner().relayCount(), 0);
}

void TestTlsGate::conditionerComesAndGoesUnderWay()
{
    Served served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write(pattern(600'000));
    served.server.conditioner().setConditions({20ms, 0ms, 0});
    QVERIFY(served.server.conditioner().take(*served.socket(), LinkConditioner::Age::Old));
    served.socket()->write(pattern(600'000));
    QCOMPARE(client.read(600'000), pattern(600'000));
    served.server.conditioner().setConditions({});
    QCOMPARE(client.read(600'000), pattern(600'000));
    QVERIFY(client.send(pattern(5000)));
    QTRY_COMPARE(served.socket()->bytesAvailable(), 5000);
    QTRY_COMPARE(served.socket()->bytesAcknowledged(), 1'200'000);
}

void TestTlsGate::manyConnections()
{
    Served served(m_identity);
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 60; ++i) {
        clients.push_back(std::make_unique<TlsClient>(served.port()));
        QVERIFY(clients.back()->shakeHands());
    }
    QTRY_COMPARE(served.costs.handshakes, 60);
    for (const auto &socket : served.sockets)
        socket->write(QByteArray::number(socket->peerPort()));
    for (const auto &client : clients)
        QCOMPARE(client->read(QByteArray::number(client->localPort()).size()), QByteArray::number(client->localPort()));
    for (std::size_t i = 0; i < clients.size(); i += 2)
        clients[i]->reset();
    QTRY_COMPARE(served.relays(), 30);
    served.sockets.clear();
    QTRY_COMPARE(served.relays(), 0);
}

int main(int argc, char *argv[])
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsSet("PUSHLAB_TEST_QT_DISPATCHER"))
        QCoreApplication::setEventDispatcher(new EpollDispatcher);
#endif
    QCoreApplication application(argc, argv);
    TestTlsGate test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tlsgate.moc"
