// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/delayreport.h"
#include "server/protocol/limits.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::tests {

using protocol::DelayReport;
using protocol::Technique;

//! Members' reports of their delays, from the wire to the host's figures.
class TestDelayReports final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsInStatsAndMetrics();
    void showsInTheSnapshot();
    void repeatedReportAddsNothing();
    void anotherSequenceIsToldSo();
    void costsNoTechniqueAnything();
    void goesWithItsMember();
    void refusals_data();
    void refusals();
    void anotherSiteIsRefused();

private:
    [[nodiscard]] HttpAnswer post(const QByteArray &body, const QByteArray &target = "/api/rooms/lobby/reports",
                                  const QByteArray &fields = {}) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), target, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }
    //! \a member asks for messages once, so that the host knows it.
    void join(const QByteArray &member) const
    {
        QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&name=Anna&member=" + member).status, 200);
    }
    [[nodiscard]] QJsonObject polling() const
    {
        return m_host->get("/api/stats").json()[u"techniques"_s][u"polling"_s].toObject();
    }

    std::unique_ptr<TestHost> m_host;
};

namespace {

DelayReport report(qint64 number = 1)
{
    DelayReport one;
    one.number = number;
    one.member = u"anna"_s;
    one.technique = Technique::Polling;
    one.uncertainty = 0.25;
    one.roundTrip = 0.5;
    one.delivery.add(20ms, 3);
    one.keypress.add(30ms, 2);
    one.setAside = 4;
    one.missed = 5;
    return one;
}

} // namespace

void TestDelayReports::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestDelayReports::showsInStatsAndMetrics()
{
    QVERIFY(polling()[u"delay"_s][u"p50"_s].isNull());
    QVERIFY(polling()[u"delay"_s][u"mean"_s].isNull());
    join("anna");
    const HttpAnswer answer = post(encodeDelayReport(report()));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"number"_s].toInteger(), 1);
    const QJsonObject delay = polling()[u"delay"_s].toObject();
    QCOMPARE(delay[u"n"_s].toInteger(), 3);
    QCOMPARE(delay[u"p95"_s].toDouble(), 20);
    QCOMPARE(delay[u"mean"_s].toDouble(), 20);
    QCOMPARE(delay[u"max"_s].toDouble(), 20);
    QCOMPARE(delay[u"setAside"_s].toInteger(), 4);
    QCOMPARE(polling()[u"keypressDelay"_s][u"n"_s].toInteger(), 2);
    QVERIFY(m_host->get("/metrics").body.contains("\npushlab_delay_seconds{technique=\"polling\",quantile=\"0.95\"} 0.02\n"));
}

void TestDelayReports::showsInTheSnapshot()
{
    join("anna");
    DelayReport said = report();
    said.name = u"Anna K."_s;
    QCOMPARE(post(encodeDelayReport(said)).status, 200);
    server::HostSnapshot latest;
    connect(&m_host->host(), &server::Host::snapshotTaken, this, [&latest](const server::HostSnapshot &taken) { latest = taken; });
    QTRY_VERIFY(latest.delays[0].delivery.n > 0);
    QCOMPARE(latest.delays[0].delivery.n, 3);
    QCOMPARE(latest.members.size(), 1);
    QCOMPARE(latest.members[0].name, u"Anna K."_s);
    const server::MemberDelays &known = latest.members[0].delays;
    QVERIFY(known.p95 && *known.p95 > 19.8 && *known.p95 < 20.2);
    QCOMPARE(known.uncertainty, 0.25);
    QCOMPARE(known.roundTrip, 0.5);
    QCOMPARE(known.missed, 5);
    m_host->host().disconnect(this);
}

void TestDelayReports::repeatedReportAddsNothing()
{
    join("anna");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(post(encodeDelayReport(report())).status, 200);
    QCOMPARE(polling()[u"delay"_s][u"n"_s].toInteger(), 3);
    QCOMPARE(post(encodeDelayReport(report(2))).status, 200);
    QCOMPARE(polling()[u"delay"_s][u"n"_s].toInteger(), 6);
}

void TestDelayReports::anotherSequenceIsToldSo()
{
    join("anna");
    QCOMPARE(post(encodeDelayReport(report(5000))).status, 200); // of a duplicated tab
    const HttpAnswer refused = post(encodeDelayReport(report(1000)));
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.json()[u"code"_s].toString(), u"other-sequence"_s);
    QCOMPARE(polling()[u"delay"_s][u"n"_s].toInteger(), 3);
    DelayReport again = report(1000); // under an id of its own
    again.member = u"anna-2"_s;
    join("anna-2");
    QCOMPARE(post(encodeDelayReport(again)).status, 200);
    QCOMPARE(polling()[u"delay"_s][u"n"_s].toInteger(), 6);
}

void TestDelayReports::costsNoTechniqueAnything()
{
    join("anna");
    const auto counters = [this] {
        QJsonObject own = polling();
        own.remove(u"delay"_s);
        own.remove(u"keypressDelay"_s);
        return own;
    };
    QTRY_VERIFY(counters()[u"bytesUp"_s].toInteger() > 0);
    const QJsonObject before = counters();
    const qint64 other = m_host->get("/api/stats").json()[u"other"_s][u"bytesUp"_s].toInteger();
    const QByteArray body = encodeDelayReport(report());
    QCOMPARE(post(body).status, 200);
    QTRY_VERIFY(m_host->get("/api/stats").json()[u"other"_s][u"bytesUp"_s].toInteger() >= other + body.size());
    QCOMPARE(counters(), before);
}

void TestDelayReports::goesWithItsMember()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(socket.isOpen());
    DelayReport said = report();
    said.technique = Technique::WebSocket;
    QCOMPARE(post(encodeDelayReport(said)).status, 200);
    QCOMPARE(m_host->get("/api/stats").json()[u"techniques"_s][u"websocket"_s][u"delay"_s][u"n"_s].toInteger(), 3);
    said.number = 2;
    said.member = u"nobody"_s;
    QCOMPARE(post(encodeDelayReport(said)).status, 404);
}

void TestDelayReports::refusals_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray here = "/api/rooms/lobby/reports";
    const QByteArray good = encodeDelayReport(report());
    QTest::newRow("no JSON") << here << QByteArray("n=1") << 400 << u"bad-json"_s;
    QTest::newRow("no member") << here << QByteArray("{\"number\":1}") << 400 << u"bad-member"_s;
    QTest::newRow("unknown technique") << here << QByteArray(good).replace("polling", "pigeon") << 400 << u"bad-technique"_s;
    QTest::newRow("negative clock") << here << QByteArray(good).replace("0.250", "-0.25") << 400 << u"bad-clock"_s;
    QTest::newRow("wrong histogram") << here << QByteArray(good).replace("\"n\":3", "\"n\":4") << 400 << u"bad-delay"_s;
    QTest::newRow("too long") << here << QByteArray(good + QByteArray(protocol::maxReportBytes, ' ')) << 413 << u"report-too-long"_s;
    QTest::newRow("another room") << QByteArray("/api/rooms/elsewhere/reports") << good << 404 << u"unknown-member"_s;
    QTest::newRow("no room name") << QByteArray("/api/rooms/%ff/reports") << good << 400 << u"bad-room"_s;
}

void TestDelayReports::refusals()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    join("anna");
    const HttpAnswer answer = post(body, target);
    QTEST(answer.status, "status");
    QCOMPARE(answer.json()[u"code"_s].toString(), *static_cast<const QString *>(QTest::qData("code", qMetaTypeId<QString>())));
    QVERIFY(answer.json()[u"error"_s].toString().size() > 20);
    QCOMPARE(polling()[u"delay"_s][u"n"_s].toInteger(), 0);
    QCOMPARE(m_host->get("/api/rooms/lobby/reports").status, 405);
}

void TestDelayReports::anotherSiteIsRefused()
{
    join("anna");
    const HttpAnswer answer = post(encodeDelayReport(report()), "/api/rooms/lobby/reports", "Origin: http://elsewhere.example\r\n");
    QCOMPARE(answer.status, 403);
    QCOMPARE(polling()[u"delay"_s][u"n"_s].toInteger(), 0);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestDelayReports)

#include "tst_delayreports.moc"
