// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QByteArray path = "/api/class/settings";

} // namespace

//! The class settings, as the teacher's page reads and changes them.
class TestClassApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTheTeachersAlone();
    void saysWhatIsInForce();
    void changesWhatIsNamed();
    void refusesWithAWord_data();
    void refusesWithAWord();
    void lockIsTheModerations();

private:
    [[nodiscard]] HttpAnswer post(const QByteArray &body, const QByteArray &fields = key) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), path, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }
    [[nodiscard]] QJsonObject settings() const { return m_host->get(path, key).json(); }

    std::unique_ptr<TestHost> m_host;
};

void TestClassApi::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.settings.techniques = {protocol::Technique::Polling, protocol::Technique::WebSocket};
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
}

void TestClassApi::isTheTeachersAlone()
{
    for (const QByteArray &fields : {QByteArray(), QByteArray("Authorization: Bearer x\r\n")}) {
        QVERIFY(m_host->get(path, fields).status >= 401 && m_host->get(path, fields).status <= 403);
        const int status = post(R"({"hold":5})", fields).status;
        QVERIFY(status >= 401 && status <= 403);
    }
    QCOMPARE(post(R"({"hold":5})", key + "Origin: http://elsewhere.example\r\n").status, 403);
    protocol::ClassSettings given;
    given.techniques = {protocol::Technique::Polling, protocol::Technique::WebSocket};
    QCOMPARE(m_host->host().settings(), given);
    QCOMPARE(settings()[u"hold"_s].toDouble(), 10.0);
}

void TestClassApi::saysWhatIsInForce()
{
    QCOMPARE(
        m_host->get(path, key).body,
        R"({"technique":null,"techniques":["polling","websocket"],"pollInterval":2,"hold":10,"conditioner":null,"rooms":{},"locked":false,"frozen":false,"generator":null,"split":false})");
    m_host->change([](protocol::ClassSettings &settings) { settings.technique = protocol::Technique::LongPolling; });
    QTRY_COMPARE(settings()[u"technique"_s].toString(), u"long-polling"_s);
}

void TestClassApi::changesWhatIsNamed()
{
    const HttpAnswer answer = post(
        R"({"technique":"polling","techniques":["sse","polling"],"pollInterval":0.5,"rooms":{"lab":{"conditioner":{"delay":1,"jitter":0,"rate":0}}},"new":1})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json(), settings());
    QCOMPARE(answer.json()[u"hold"_s].toDouble(), 10.0);
    const QJsonObject lab = m_host->get("/api/rooms/lab").json();
    QCOMPARE(lab[u"technique"_s].toString(), u"polling"_s);
    QCOMPARE(lab[u"techniques"_s].toArray(), (QJsonArray{u"polling"_s, u"sse"_s}));
    QCOMPARE(lab[u"pollInterval"_s].toDouble(), 0.5);
    QCOMPARE(lab[u"conditioner"_s][u"delay"_s].toInteger(), 1);
    QVERIFY(!m_host->get("/api/rooms/lobby").json().contains(u"conditioner"_s));
    QTRY_COMPARE(m_host->host().settings().technique, std::optional(protocol::Technique::Polling)); // the window is told
}

void TestClassApi::refusesWithAWord_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << QByteArray("hold=5") << u"bad-json"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"bad-json"_s;
    QTest::newRow("nothing on offer") << QByteArray(R"({"techniques":[]})") << u"bad-techniques"_s;
    QTest::newRow("out of range") << QByteArray(R"({"technique":"polling","hold":56})") << u"bad-hold"_s;
    QTest::newRow("of another type") << QByteArray(R"({"locked":"yes"})") << u"bad-locked"_s;
}

void TestClassApi::refusesWithAWord()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const QJsonObject before = settings();
    const HttpAnswer answer = post(body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json()[u"code"_s].toString(), code);
    QCOMPARE(settings(), before); // all of it or nothing
}

void TestClassApi::lockIsTheModerations()
{
    const auto isLocked = [this] { return m_host->get("/api/rooms/lobby/members", key).json()[u"locked"_s].toBool(); };
    QCOMPARE(post(R"({"locked":true})").status, 200);
    QVERIFY(isLocked());
    QCOMPARE(m_host->postJson("/api/class/moderation", {{u"action"_s, u"unlock"_s}}, key).status, 200);
    QVERIFY(!isLocked());
    QCOMPARE(settings()[u"locked"_s], QJsonValue(false));
    QCOMPARE(m_host->postJson("/api/class/moderation", {{u"action"_s, u"lock"_s}}, key).status, 200);
    QCOMPARE(settings()[u"locked"_s], QJsonValue(true));
    QTRY_VERIFY(m_host->host().settings().isLocked);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestClassApi)
#include "tst_classapi.moc"
