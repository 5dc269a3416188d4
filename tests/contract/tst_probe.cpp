// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! What clients test themselves against.
class TestProbe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersAtOnce();
    void holds();
    void holdsNoLongerThanItMay();
    void streamsTwoEventsApart();
    void needsNoPin();
    void endsWithTheHost();
    void countsAsOther();

private:
    std::unique_ptr<TestHost> m_host;
};

namespace {

QByteArray probeRequest(quint16 port, const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n\r\n";
}

//! Reads until \a part is in; ms until then, or -1.
qint64 timeUntil(RawClient &client, const QByteArray &part)
{
    QElapsedTimer timer;
    timer.start();
    while (!client.buffer().contains(part) && timer.elapsed() < qint64(patience.count()))
        (void)client.waitForBytes(client.buffer().size() + 1, 20ms);
    return client.buffer().contains(part) ? timer.elapsed() : -1;
}

} // namespace

void TestProbe::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestProbe::answersAtOnce()
{
    const HttpAnswer answer = m_host->get("/api/probe");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"probe"_s].toString(), u"answered"_s);
    QCOMPARE(answer.field("cache-control"), QByteArray("no-store"));
    QCOMPARE(m_host->get("/api/probe?wait=x").status, 400);
    QCOMPARE(m_host->head("/api/probe?wait=1").status, 200);
}

void TestProbe::holds()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_host->get("/api/probe?wait=0.4").status, 200);
    QVERIFY2(timer.elapsed() >= 400, QByteArray::number(timer.elapsed()).constData());
}

void TestProbe::holdsNoLongerThanItMay()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_host->get("/api/probe?wait=55").status, 200);
    QVERIFY2(timer.elapsed() >= 2000 && timer.elapsed() < 6000, QByteArray::number(timer.elapsed()).constData());
}

void TestProbe::streamsTwoEventsApart()
{
    RawClient client(m_host->port());
    client.send(probeRequest(m_host->port(), "/api/probe/events"));
    QVERIFY(timeUntil(client, "event: first") >= 0);
    QVERIFY(!client.buffer().contains("second"));
    QVERIFY(client.buffer().contains("text/event-stream"));
    const qint64 pause = timeUntil(client, "event: second");
    QVERIFY2(pause >= 500, QByteArray::number(pause).constData());
    QVERIFY(timeUntil(client, "\r\n0\r\n\r\n") >= 0);
}

void TestProbe::needsNoPin()
{
    server::HostOptions options;
    options.pin = u"739152"_s;
    const TestHost host(options);
    QCOMPARE(host.get("/api/probe").status, 200);
    QCOMPARE(host.get("/api/rooms/lobby").status, 403);
}

void TestProbe::endsWithTheHost()
{
    RawClient held(m_host->port());
    held.send(probeRequest(m_host->port(), "/api/probe?wait=2"));
    RawClient stream(m_host->port());
    stream.send(probeRequest(m_host->port(), "/api/probe/events"));
    QVERIFY(timeUntil(stream, "event: first") >= 0);
    m_host.reset();
    const auto answer = held.readAnswer();
    QVERIFY(answer && answer->status == 200);
    QVERIFY(timeUntil(stream, "event: second") >= 0);
}

void TestProbe::countsAsOther()
{
    const QJsonObject before = m_host->get("/api/stats").json();
    QCOMPARE(m_host->get("/api/probe").status, 200);
    QCOMPARE(m_host->get("/api/probe?wait=0.1").status, 200);
    RawClient client(m_host->port());
    client.send(probeRequest(m_host->port(), "/api/probe/events"));
    QVERIFY(timeUntil(client, "\r\n0\r\n\r\n") >= 0);
    RawWebSocket echo(m_host->port(), "/ws/echo/");
    echo.sendText("probe");
    QVERIFY(echo.readMessage().has_value());
    const QJsonObject after = m_host->get("/api/stats").json();
    QCOMPARE(after[u"techniques"_s], before[u"techniques"_s]);
    const auto requests = [](const QJsonObject &stats) { return stats[u"other"_s][u"requests"_s].toInt(); };
    QVERIFY2(requests(after) >= requests(before) + 4, QByteArray::number(requests(after) - requests(before)).constData());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestProbe)
#include "tst_probe.moc"
