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
#include <QSignalSpy>
#include <QTest>

#include <vector>

#include <sys/socket.h>

using namespace pushlab;
using namespace pushlab::io;
using namespace pushlab::tests;
using namespace std::chrono_literals;

//! How bytes pass through TLS: in both directions, to slow readers, through the network conditioner.
class TestTlsRelay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_descriptors = openDescriptors(); }
    void cleanup();
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
    tls::TlsIdentity m_identity;
    int m_descriptors = 0;
};

void TestTlsRelay::initTestCase()
{
    QTest::failOnWarning(QRegularExpression());
    const auto identity = tls::makeSelfSigned({{QStringLiteral("localhost")}, {QHostAddress(QHostAddress::LocalHost)}});
    QVERIFY(identity);
    m_identity = *identity;
    TlsClient warm(1); // what OpenSSL opens once
}

void TestTlsRelay::cleanup()
{
    QTRY_COMPARE(openDescriptors(), m_descriptors);
}

void TestTlsRelay::clientHalfCloses()
{
    TlsServed served(m_identity);
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

void TestTlsRelay::clientResets()
{
    TlsServed served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    client.reset();
    QTRY_COMPARE(served.socket()->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsRelay::hostClosesBehindItsBytes()
{
    TlsServed served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write(pattern(1'000'000));
    served.socket()->disconnectFromHost();
    QCOMPARE(client.read(1'000'000), pattern(1'000'000));
    QVERIFY(client.readEnd()); // said, not cut
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsRelay::hostHalfClosesAndReads()
{
    TlsServed served(m_identity);
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

void TestTlsRelay::hostAborts()
{
    TlsServed served(m_identity);
    TlsClient client(served.port());
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    QVERIFY(client.send("unheard"));
    QTRY_COMPARE(served.socket()->bytesAvailable(), 7);
    served.socket()->abort();
    QTRY_COMPARE(served.relays(), 0);
    QCOMPARE(client.read(1), QByteArray());
}

void TestTlsRelay::hostLeavesBeforeTheHandshake()
{
    TlsServed served(m_identity);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, served.port());
    QTRY_VERIFY(served.socket());
    served.sockets.clear();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsRelay::answerWaitsForTheHandshake()
{
    TlsServed served(m_identity);
    TlsClient client(served.port());
    QTRY_VERIFY(served.socket());
    served.socket()->write("full");
    served.socket()->disconnectFromHost();
    QVERIFY(client.shakeHands());
    QCOMPARE(client.read(100), "full");
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsRelay::slowReadersHoldUpTheWriter()
{
    TlsServed served(m_identity);
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

void TestTlsRelay::stuckReadersAreDropped()
{
    TlsTerminator::Limits limits;
    limits.stuckTime = 200ms;
    TlsServed served(m_identity, limits);
    TlsClient client(served.port(), 64 * 1024);
    QVERIFY(client.shakeHands());
    QTRY_VERIFY(served.socket()->isEncrypted());
    served.socket()->write(pattern(8 * 1024 * 1024));
    QTest::qWait(500);
    QCOMPARE(served.relays(), 1); // as long as the host has patience
    served.socket()->abort();
    QTRY_COMPARE(served.relays(), 0);
}

void TestTlsRelay::readerThatHoldsBackHoldsUpTheClient()
{
    TlsServed served(m_identity);
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

void TestTlsRelay::conditionerDelaysTls()
{
    TlsServed served(m_identity);
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

void TestTlsRelay::conditionerComesAndGoesUnderWay()
{
    TlsServed served(m_identity);
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

void TestTlsRelay::manyConnections()
{
    TlsServed served(m_identity);
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
        QCoreApplication::setEventDispatcher(new pushlab::base::EpollDispatcher);
#endif
    QCoreApplication application(argc, argv);
    TestTlsRelay test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tlsrelay.moc"
