// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"
#include "server/protocol/delayreport.h"
#include "server/protocol/limits.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

using namespace pushlab;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;
using session::ChatClient;
using session::RaceReceipt;

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
constexpr int patienceMs = 12'000; // of a race that closes, on a busy machine

//! The host's clock is this machine's, read when the host began: so it is known here without any exchange.
double trueTime()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

//! A member with what it was told of races.
struct Runner
{
    Runner(quint16 port, Technique technique, bool fromStart = false) : client(optionsOf(port, technique, fromStart))
    {
        QObject::connect(&client, &ChatClient::raceReceived, &client, [this](const RaceReceipt &received) {
            receipts.append(received);
            receivedAt = trueTime();
        });
        QObject::connect(&client, &ChatClient::controlsReceived, &client, [this](const QList<protocol::ControlEntry> &controls) {
            for (const protocol::ControlEntry &control : controls) {
                kinds.append(control.kind());
                if (control.kind() == u"race")
                    accepted = control.accepted;
            }
        });
        client.start();
    }

    [[nodiscard]] static session::ClientOptions optionsOf(quint16 port, Technique technique, bool fromStart)
    {
        session::ClientOptions options;
        options.host = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        options.name = QString::fromLatin1(protocol::techniqueName(technique));
        options.technique = technique;
        options.fromStart = fromStart;
        return options;
    }
    [[nodiscard]] bool isReady() const
    {
        using Kind = session::ClientState::Kind;
        const Kind kind = client.state().kind;
        return client.clockUncertainty() && (kind == Kind::Waiting || kind == Kind::Pausing || kind == Kind::Connected);
    }

    ChatClient client;
    QList<RaceReceipt> receipts;
    QStringList kinds; //!< of control entries
    double receivedAt = 0; //!< ms since 1970
    double accepted = 0; //!< by the host, likewise
};

} // namespace

//! One message to everybody at once: what members report of it, and what the host makes of that.
class TestRacing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everybodyReportsAtOnce();
    void isTheTeachersAlone();
    void whoComesLaterOnlySeesIt();
    void overAndOutOfTheLog();
    void theTeacherDoesNotRun();

private:
    HttpAnswer start(const QByteArray &fields = key) const { return m_host->postJson("/api/class/race", {}, fields); }
    [[nodiscard]] QJsonObject race() const { return m_host->get("/api/class/race", key).json()[u"race"_s].toObject(); }
    [[nodiscard]] QJsonObject figures(Technique technique) const
    {
        const QString name = QString::fromLatin1(protocol::techniqueName(technique));
        return m_host->get("/api/stats").json()[u"techniques"_s][name].toObject();
    }
    void compare(const Runner &runner, const QJsonArray &members) const;

    std::unique_ptr<TestHost> m_host;
};

void TestRacing::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.settings.pollInterval = protocol::minPollInterval;
    options.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

//! The host's figure of \a runner against its own, the truth, and the ledger's bucket.
void TestRacing::compare(const Runner &runner, const QJsonArray &members) const
{
    const RaceReceipt &receipt = runner.receipts.first();
    QJsonObject reported;
    for (const auto &member : members) {
        if (member[u"technique"_s].toString().toLatin1() == protocol::techniqueName(receipt.technique))
            reported = member.toObject();
    }
    const double delay = reported[u"delay"_s].toDouble(-1);
    QVERIFY(qAbs(delay - receipt.delay.value()) < 0.001);
    QVERIFY(qAbs(reported[u"uncertainty"_s].toDouble(-1) - receipt.uncertainty.value()) < 1);
    // The signal came a moment after the receipt itself, and the host read its two clocks one after the other.
    const double truth = runner.receivedAt - runner.accepted;
    QVERIFY2(qAbs(truth - delay) < receipt.uncertainty.value() + 50, qPrintable(u"%1, not %2"_s.arg(delay).arg(truth)));
    const QJsonObject ledger = figures(receipt.technique);
    QCOMPARE(ledger[u"delay"_s][u"n"_s].toInteger(), 1);
    for (const QString &figure : {u"p50"_s, u"max"_s, u"mean"_s})
        QVERIFY(qAbs(ledger[u"delay"_s][figure].toDouble() - delay) <= 0.01 * delay + 0.001);
    QCOMPARE(runner.client.counters(receipt.technique).delays.count(), 1);
    // The traffic is the teacher's: no message was delivered.
    QCOMPARE(ledger[u"delivered"_s].toInteger(), 0);
    QVERIFY(ledger[u"down"_s][u"control"_s].toInteger() > 0);
    QCOMPARE(ledger[u"down"_s][u"history"_s].toInteger(), 0);
}

void TestRacing::everybodyReportsAtOnce()
{
    std::vector<std::unique_ptr<Runner>> runners;
    for (const Technique technique : protocol::allTechniques)
        runners.push_back(std::make_unique<Runner>(m_host->port(), technique));
    for (const auto &runner : runners)
        QTRY_VERIFY(runner->isReady());
    m_host->host().startRace();
    for (const auto &runner : runners)
        QTRY_COMPARE(runner->receipts.size(), 1);
    QTRY_COMPARE(race()[u"answered"_s].toInt(), 4);
    const QJsonObject open = race();
    QVERIFY(open[u"open"_s].toBool());
    QCOMPARE(open[u"silent"_s].toInt(), 0);
    QCOMPARE(open[u"waiting"_s].toDouble(), 0.2); // the poll interval
    QCOMPARE(open[u"closes"_s].toDouble() - open[u"began"_s].toDouble(), 6200.);
    const QJsonArray members = open[u"members"_s].toArray();
    QCOMPARE(members.size(), 4);
    for (const auto &runner : runners) {
        QCOMPARE(runner->kinds, QStringList(u"race"_s));
        compare(*runner, members);
    }
    for (const auto &runner : runners)
        QTRY_COMPARE_WITH_TIMEOUT(runner->kinds, QStringList({u"race"_s, u"result"_s}), patienceMs);
    const QJsonObject closed = race();
    QVERIFY(!closed[u"open"_s].toBool());
    const QJsonArray techniques = closed[u"techniques"_s].toArray();
    QCOMPARE(techniques.size(), 4);
    QCOMPARE(techniques[0][u"place"_s].toInt(), 1);
    for (qsizetype i = 1; i < techniques.size(); ++i)
        QVERIFY(techniques[i][u"median"_s].toDouble() >= techniques[i - 1][u"median"_s].toDouble());
    QCOMPARE(start().status, 200); // the next
    QCOMPARE(race()[u"number"_s].toInt(), 2);
}

void TestRacing::isTheTeachersAlone()
{
    QCOMPARE(start({}).status, 403);
    QCOMPARE(start(key + "Origin: http://elsewhere.example\r\n").status, 403);
    QCOMPARE(m_host->get("/api/class/race").status, 403);
    QVERIFY(m_host->get("/api/class/race", key).json()[u"race"_s].isNull());
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"next"_s].toInt(), 0);
    QCOMPARE(start().json()[u"race"_s][u"number"_s].toInt(), 1);
    const HttpAnswer again = start();
    QCOMPARE(again.status, 409);
    QCOMPARE(again.json()[u"code"_s].toString(), u"race-open"_s);
    m_host->host().startRace(); // from the window, likewise
    QTRY_COMPARE(m_host->get("/api/rooms/lobby").json()[u"next"_s].toInt(), 1);
    QCOMPARE(race()[u"number"_s].toInt(), 1);
}

void TestRacing::whoComesLaterOnlySeesIt()
{
    QCOMPARE(start().status, 200);
    Runner late(m_host->port(), Technique::WebSocket, true);
    QTRY_VERIFY(late.isReady());
    QTRY_COMPARE(late.kinds, QStringList(u"race"_s));
    QCOMPARE(m_host->append("after"), 2);
    QTRY_COMPARE(late.client.cursor(), 2);
    QVERIFY(late.receipts.isEmpty());
    QCOMPARE(race()[u"answered"_s].toInt(), 0);
    QCOMPARE(race()[u"silent"_s].toInt(), 0); // it was not there at the start
}

//! A member that does not answer is counted as silent; one that says the race's number twice, or of another race, once.
void TestRacing::overAndOutOfTheLog()
{
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=ann&name=Ann&v=2").status, 200);
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=ben&name=Ben&v=2").status, 200);
    QCOMPARE(m_host->get("/get/msg/?index=0").status, 200); // a tutorial's reader, who hears nothing of it
    QCOMPARE(start().status, 200);
    QCOMPARE(race()[u"silent"_s].toInt(), 2);
    protocol::DelayReport report;
    report.number = 1;
    report.member = u"ann"_s;
    report.uncertainty = 0.25;
    report.race = 9;
    report.delivery.add(3ms);
    const auto post = [this, &report] {
        return m_host->postJson("/api/rooms/lobby/reports", QJsonDocument::fromJson(encodeDelayReport(report)).object()).status;
    };
    QCOMPARE(post(), 200);
    QCOMPARE(race()[u"answered"_s].toInt(), 0);
    report.number = 2;
    report.race = 1;
    QCOMPARE(post(), 200);
    QCOMPARE(post(), 200);
    QCOMPARE(race()[u"answered"_s].toInt(), 1);
    QCOMPARE(race()[u"silent"_s].toInt(), 1);
    QCOMPARE(race()[u"members"_s][0][u"name"_s].toString(), u"Ann"_s);
    report.number = 3;
    report.delivery.add(4ms);
    QCOMPARE(post(), 400); // two samples are no receipt
    QCOMPARE(m_host->get("/get/msg/?index=0").json()[u"data"_s].toArray().size(), 0);
}

void TestRacing::theTeacherDoesNotRun()
{
    session::ClientOptions options = Runner::optionsOf(m_host->port(), Technique::WebSocket, false);
    options.token = "the-key-of-this-test-1";
    ChatClient teacher(options);
    int received = 0;
    connect(&teacher, &ChatClient::raceReceived, this, [&received] { ++received; });
    teacher.start();
    QTRY_COMPARE(teacher.state().kind, session::ClientState::Kind::Connected);
    QCOMPARE(start().status, 200);
    QTRY_COMPARE(received, 1); // it is shown, and reported as a delay
    QTRY_VERIFY(!teacher.isReporting());
    QCOMPARE(race()[u"answered"_s].toInt(), 0);
    QCOMPARE(race()[u"silent"_s].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestRacing)
#include "tst_racing.moc"
