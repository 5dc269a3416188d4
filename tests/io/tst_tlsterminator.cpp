// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/tls/selfsigned.h"
#include "tests/io/tlsserved.h"
#include "tests/support/tlsclient.h"

#ifdef Q_OS_LINUX
#include "server/base/loop/epolldispatcher.h"
#endif

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

#include <vector>

#ifdef Q_OS_LINUX
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

using namespace pushlab;
using namespace pushlab::io;
using namespace pushlab::tests;
using namespace std::chrono_literals;

//! Which connections TLS accepts, and its cost.
class TestTlsTerminator final : public QObject
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

private:
    tls::TlsIdentity m_identity;
    int m_descriptors = 0;
};

void TestTlsTerminator::initTestCase()
{
    QTest::failOnWarning(QRegularExpression());
    const auto identity = tls::makeSelfSigned({{QStringLiteral("localhost")}, {QHostAddress(QHostAddress::LocalHost)}});
    QVERIFY(identity);
    m_identity = *identity;
    TlsClient warm(1); // what OpenSSL opens once
}

void TestTlsTerminator::cleanup()
{
    QTRY_COMPARE(openDescriptors(), m_descriptors);
}

void TestTlsTerminator::qtClientShakesHands()
{
    TlsServed served(m_identity);
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

void TestTlsTerminator::bytesAreExactAndCounted()
{
    TlsServed served(m_identity);
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

void TestTlsTerminator::helloByteByByte()
{
    TlsServed served(m_identity);
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

void TestTlsTerminator::plainPassesAsItIs()
{
    TlsServed served(m_identity);
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

void TestTlsTerminator::oldVersionsAreRefused_data()
{
    QTest::addColumn<int>("minor");
    QTest::newRow("TLS 1.0") << 1;
    QTest::newRow("TLS 1.1") << 2;
}

void TestTlsTerminator::oldVersionsAreRefused()
{
    QFETCH(int, minor);
    TlsServed served(m_identity);
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

void TestTlsTerminator::rubbishIsRefused()
{
    TlsServed served(m_identity);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, served.port());
    client.write(QByteArray(1, 22) + pattern(5000));
    QTRY_COMPARE(served.costs.failures, 1);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsTerminator::silentOnesKeepNobodyWaiting()
{
    TlsServed served(m_identity);
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

void TestTlsTerminator::silentOnesAreDropped()
{
    TlsTerminator::Limits limits;
    limits.handshakeTime = 200ms;
    TlsServed served(m_identity, limits);
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

void TestTlsTerminator::handshakesAreBounded()
{
    TlsTerminator::Limits limits;
    limits.maxHandshakes = 3;
    TlsServed served(m_identity, limits);
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

int main(int argc, char *argv[])
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsSet("PUSHLAB_TEST_QT_DISPATCHER"))
        QCoreApplication::setEventDispatcher(new pushlab::base::EpollDispatcher);
#endif
    QCoreApplication application(argc, argv);
    TestTlsTerminator test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tlsterminator.moc"
