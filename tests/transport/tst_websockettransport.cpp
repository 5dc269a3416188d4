// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/websockettransport.h"
#include "tests/support/fakehost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using transport::WebSocketTransport;

class TestWebSocketTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init();
    void cleanup();
    void beginsWithTheWelcome();
    void replaysInOrderInBatches();
    void sendsBeforeAndAfterTheWelcome();
    void ownMessageComesBeforeItsAcknowledgement();
    void refusalNamesTheMessage();
    void losesAHostThatDoesNotOpen();
    void losesAHostThatGoesSilent();
    void staysWithAHostThatOnlyAnswersPings();
    void losesAResetConnection();
    void losesAClosedPort();
    void stopsInSilence();
    void mayBeStoppedFromItsOwnSignal();

private:
    [[nodiscard]] qsizetype received() const;

    std::unique_ptr<tests::FakeHost> m_host;
    std::unique_ptr<WebSocketTransport> m_transport;
    std::unique_ptr<QSignalSpy> m_welcomes;
    std::unique_ptr<QSignalSpy> m_batches;
    std::unique_ptr<QSignalSpy> m_lost;
};

void TestWebSocketTransport::init()
{
    m_host = std::make_unique<tests::FakeHost>();
    transport::Timing timing;
    timing.open = 500ms;
    timing.ping = 100ms;
    timing.pong = 300ms;
    m_transport = std::make_unique<WebSocketTransport>(transport::Endpoint{m_host->url(), u"lobby"_s, u"member"_s, u"Mei"_s}, timing);
    m_welcomes = std::make_unique<QSignalSpy>(m_transport.get(), &WebSocketTransport::welcomed);
    m_batches = std::make_unique<QSignalSpy>(m_transport.get(), &WebSocketTransport::batchReceived);
    m_lost = std::make_unique<QSignalSpy>(m_transport.get(), &WebSocketTransport::lost);
}

void TestWebSocketTransport::cleanup()
{
    m_transport.reset();
    m_host.reset();
}

qsizetype TestWebSocketTransport::received() const
{
    qsizetype count = 0;
    for (const QList<QVariant> &arguments : std::as_const(*m_batches))
        count += arguments.at(0).value<protocol::MessageBatch>().entries.size();
    return count;
}

void TestWebSocketTransport::beginsWithTheWelcome()
{
    QSignalSpy phases(m_transport.get(), &WebSocketTransport::phaseChanged);
    QSignalSpy requests(m_transport.get(), &WebSocketTransport::requestMade);
    m_host->append(u"one"_s);
    m_transport->start({u"epoch-1"_s, 0}, {});
    QTRY_COMPARE(m_welcomes->size(), 1);
    const auto info = m_welcomes->at(0).at(0).value<protocol::RoomInfo>();
    QCOMPARE(info.epoch, u"epoch-1");
    QCOMPARE(info.next, 1);
    QCOMPARE(requests.size(), 1);
    QCOMPARE(phases.at(0).at(0).value<WebSocketTransport::Phase>(), WebSocketTransport::Phase::Connecting);
    QCOMPARE(phases.at(1).at(0).value<WebSocketTransport::Phase>(), WebSocketTransport::Phase::Connected);
    QCOMPARE(m_host->targets.at(0), QByteArray("/ws/chat/lobby/?after=0&member=member&name=Mei&epoch=epoch-1&v=2"));
}

void TestWebSocketTransport::replaysInOrderInBatches()
{
    for (int i = 1; i <= 2500; ++i)
        m_host->append(QString::number(i));
    m_transport->start({u"epoch-1"_s, 500}, {});
    QTRY_COMPARE(received(), 2000);
    QVERIFY(m_batches->size() < 1000); // batches, not single messages
    qint64 after = 500;
    for (const QList<QVariant> &arguments : std::as_const(*m_batches)) {
        const auto batch = arguments.at(0).value<protocol::MessageBatch>();
        QVERIFY(batch.entries.size() <= 1000);
        for (const protocol::Entry &entry : batch.entries)
            QCOMPARE(protocol::seqOf(entry), ++after);
        QCOMPARE(batch.next, after);
        QCOMPARE(batch.epoch, u"epoch-1");
    }
}

void TestWebSocketTransport::sendsBeforeAndAfterTheWelcome()
{
    QSignalSpy acknowledged(m_transport.get(), &WebSocketTransport::acknowledged);
    m_transport->start({}, {});
    for (int i = 0; i < 10; ++i)
        m_transport->send({u"early"_s, u"Mei"_s, QString::number(i), {}, {}, 0});
    QTRY_COMPARE(m_welcomes->size(), 1);
    for (int i = 10; i < 20; ++i)
        m_transport->send({u"late"_s, u"Mei"_s, QString::number(i), {}, {}, 0});
    QTRY_COMPARE(acknowledged.size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(acknowledged.at(i).at(0).value<protocol::Ack>(), (protocol::Ack{QString::number(i), i + 1}));
}

void TestWebSocketTransport::ownMessageComesBeforeItsAcknowledgement()
{
    QStringList events;
    connect(m_transport.get(), &WebSocketTransport::batchReceived, this, [&] { events.append(u"message"_s); });
    connect(m_transport.get(), &WebSocketTransport::acknowledged, this, [&] { events.append(u"ack"_s); });
    m_transport->start({}, {});
    m_transport->send({u"hello"_s, u"Mei"_s, u"id"_s, {}, {}, 0});
    QTRY_COMPARE(events.size(), 2); // as the host sent them
    QCOMPARE(events, QStringList({u"message"_s, u"ack"_s}));
}

void TestWebSocketTransport::refusalNamesTheMessage()
{
    QSignalSpy refused(m_transport.get(), &WebSocketTransport::refused);
    m_host->script.failSends = 1;
    m_transport->start({}, {});
    m_transport->send({u"hello"_s, u"Mei"_s, u"id"_s, {}, {}, 0});
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.at(0).at(0).value<protocol::Refusal>().id, u"id");
    QVERIFY(m_lost->isEmpty());
}

void TestWebSocketTransport::losesAHostThatDoesNotOpen()
{
    m_host->script.unopenedSocket = true;
    m_transport->start({}, {});
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(m_lost->at(0).at(0).toString().contains(u"open in time"));
}

void TestWebSocketTransport::losesAHostThatGoesSilent()
{
    m_host->script.deafSocket = true;
    m_transport->start({}, {});
    QTRY_COMPARE(m_welcomes->size(), 1);
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(m_lost->at(0).at(0).toString().contains(u"silent"));
}

void TestWebSocketTransport::staysWithAHostThatOnlyAnswersPings()
{
    m_transport->start({}, {});
    QTRY_COMPARE(m_welcomes->size(), 1);
    QTest::qWait(1000);
    QVERIFY(m_lost->isEmpty());
}

void TestWebSocketTransport::losesAResetConnection()
{
    m_transport->start({}, {});
    QTRY_COMPARE(m_welcomes->size(), 1);
    m_host->resetConnections();
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(!m_lost->at(0).at(0).toString().isEmpty());
}

void TestWebSocketTransport::losesAClosedPort()
{
    m_host->close();
    m_transport->start({}, {});
    QTRY_COMPARE(m_lost->size(), 1);
    QVERIFY(!m_lost->at(0).at(0).toString().isEmpty());
}

void TestWebSocketTransport::stopsInSilence()
{
    m_host->append(u"one"_s);
    m_transport->start({}, {});
    m_transport->send({u"hello"_s, u"Mei"_s, u"id"_s, {}, {}, 0});
    m_transport->stop();
    QTest::qWait(100);
    QVERIFY(m_welcomes->isEmpty() && m_batches->isEmpty() && m_lost->isEmpty());
}

void TestWebSocketTransport::mayBeStoppedFromItsOwnSignal()
{
    for (int i = 0; i < 10; ++i)
        m_host->append(QString::number(i));
    connect(m_transport.get(), &WebSocketTransport::welcomed, m_transport.get(), &WebSocketTransport::stop);
    m_transport->start({}, {});
    QTRY_COMPARE(m_welcomes->size(), 1);
    QTest::qWait(50);
    QVERIFY(m_batches->isEmpty() && m_lost->isEmpty());
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "tst_websockettransport.moc"
