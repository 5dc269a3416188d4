// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! PushLab's own API over HTTP. See tst_apisocket for the WebSocket and tst_ledger for the ledger.
class TestApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void classRoomIsOffered();
    void roomInfo();
    void roomInfoFollowsTheHost();
    void slashes();
    void emptyRoom();
    void messageFields();
    void tutorialMessageFields();
    void after_data();
    void after();
    void heldUntilAMessageComes();
    void waitEndsEmpty();
    void waitingIsAnsweredWithAllThereIs();
    void manyWaitingGetIt();
    void pastTheEndIsAnsweredAtOnce();
    void epoch();
    void sameIdAddsNothing();
    void idIsOfItsMember();
    void longAnswersComeInParts();
    void textOfEveryKind();
    void time();
    void head();

private:
    HttpAnswer post(const QJsonObject &body, const QByteArray &room = "lobby") const
    {
        return m_host->postJson("/api/rooms/" + room + "/messages", body);
    }
    QJsonObject messages(const QByteArray &query, const QByteArray &room = "lobby") const
    {
        return m_host->get("/api/rooms/" + room + "/messages?" + query).json();
    }

    std::unique_ptr<TestHost> m_host;
};

namespace {

constexpr double year2020 = 1'577'836'800'000; // ms since 1970

QStringList keys(const QJsonObject &object)
{
    return object.keys(); // sorted
}

} // namespace

void TestApi::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestApi::classRoomIsOffered()
{
    server::HostOptions options;
    options.room = u"phy<sics"_s; // a page is no place for it as it is
    options.teacherKey = "the-key-of-this-test-1";
    const TestHost host(options);
    const QByteArray offered = "\"room\":\"phy\\u003csics\"";
    QVERIFY(host.get("/").body.contains(offered));
    QVERIFY(host.get("/admin/", "Authorization: Bearer the-key-of-this-test-1\r\n").body.contains(offered));
}

void TestApi::roomInfo()
{
    const HttpAnswer answer = m_host->get("/api/rooms/lobby");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType(), "application/json");
    QCOMPARE(answer.field("cache-control"), "no-store");
    const QJsonObject info = answer.json();
    QCOMPARE(keys(info),
             (QStringList{u"epoch"_s, u"hold"_s, u"next"_s, u"now"_s, u"oldest"_s, u"pollInterval"_s, u"settings"_s,
                          u"technique"_s, u"techniques"_s}));
    QVERIFY(!info[u"epoch"_s].toString().isEmpty());
    QCOMPARE(info[u"hold"_s].toDouble(), 10.0);
    QCOMPARE(info[u"pollInterval"_s].toDouble(), 2.0);
    QCOMPARE(info[u"oldest"_s].toInteger(), 1);
    QCOMPARE(info[u"next"_s].toInteger(-1), 0);
    QVERIFY(info[u"technique"_s].isNull());
    QVERIFY(info[u"now"_s].toDouble() > year2020);
}

void TestApi::roomInfoFollowsTheHost()
{
    server::HostOptions options;
    options.settings.hold = 2500ms;
    options.settings.pollInterval = 500ms;
    options.settings.technique = protocol::Technique::LongPolling;
    m_host = std::make_unique<TestHost>(options);
    QCOMPARE(m_host->append("one"), 1);
    const QJsonObject info = m_host->get("/api/rooms/lobby").json();
    QCOMPARE(info[u"hold"_s].toDouble(), 2.5);
    QCOMPARE(info[u"pollInterval"_s].toDouble(), 0.5);
    QCOMPARE(info[u"technique"_s].toString(), u"long-polling"_s);
    QCOMPARE(info[u"next"_s].toInteger(), 1);
    m_host->change([](protocol::ClassSettings &settings) {
        settings.pollInterval = 1s;
        settings.technique = protocol::Technique::WebSocket;
    });
    QTRY_COMPARE(m_host->get("/api/rooms/lobby").json()[u"technique"_s].toString(), u"websocket"_s);
    QTRY_COMPARE(m_host->get("/api/rooms/lobby").json()[u"pollInterval"_s].toDouble(), 1.0);
}

void TestApi::slashes()
{
    for (const char *target :
         {"/api/rooms/lobby", "/api/rooms/lobby/messages?after=0&wait=0", "/api/time", "/api/stats", "/metrics"}) {
        QByteArray slashed = target;
        const qsizetype end = slashed.contains('?') ? slashed.indexOf('?') : slashed.size();
        slashed.insert(end, '/');
        QCOMPARE(m_host->get(target).status, 200);
        QCOMPARE(m_host->get(slashed).status, 200);
    }
}

void TestApi::emptyRoom()
{
    const QJsonObject batch = messages("after=0&wait=0&member=m");
    QCOMPARE(keys(batch), (QStringList{u"epoch"_s, u"messages"_s, u"next"_s, u"now"_s, u"oldest"_s}));
    QVERIFY(batch[u"messages"_s].isArray());
    QCOMPARE(batch[u"messages"_s].toArray().size(), 0);
    QCOMPARE(batch[u"next"_s].toInteger(-1), 0);
    QCOMPARE(batch[u"oldest"_s].toInteger(), 1);
    QCOMPARE(batch[u"epoch"_s], m_host->get("/api/rooms/lobby").json()[u"epoch"_s]);
}

void TestApi::messageFields()
{
    const double sent = m_host->get("/api/time").json()[u"now"_s].toDouble();
    const HttpAnswer answer = post({{u"text"_s, u"hello"_s},
                                    {u"from"_s, u"Tony"_s},
                                    {u"id"_s, u"i1"_s},
                                    {u"member"_s, u"m1"_s},
                                    {u"via"_s, u"long-polling"_s},
                                    {u"sent"_s, sent}});
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.contentType(), "application/json");
    QCOMPARE(answer.json(), (QJsonObject{{u"seq"_s, 1}}));
    const QJsonObject message = messages("after=0&wait=0")[u"messages"_s][0].toObject();
    QCOMPARE(keys(message), (QStringList{u"accepted"_s, u"from"_s, u"sent"_s, u"seq"_s, u"text"_s, u"via"_s}));
    QCOMPARE(message[u"seq"_s].toInteger(), 1);
    QCOMPARE(message[u"from"_s].toString(), u"Tony"_s);
    QCOMPARE(message[u"text"_s].toString(), u"hello"_s);
    QCOMPARE(message[u"via"_s].toString(), u"long-polling"_s);
    QVERIFY(qAbs(message[u"sent"_s].toDouble() - sent) < 0.01);
    const double now = messages("after=0&wait=0")[u"now"_s].toDouble();
    QVERIFY(message[u"accepted"_s].toDouble() >= sent - 0.01);
    QVERIFY(message[u"accepted"_s].toDouble() <= now);
}

void TestApi::tutorialMessageFields()
{
    QCOMPARE(m_host->get("/send/msg/?text=one").body, "OK");
    QCOMPARE(m_host->postForm("/send_msg/", "content=two").body, "OK");
    const QJsonArray log = messages("after=0&wait=0")[u"messages"_s].toArray();
    QCOMPARE(log[0][u"from"_s].toString(u"-"_s), QString());
    QCOMPARE(log[0][u"via"_s].toString(), u"polling"_s);
    QCOMPARE(log[1][u"from"_s].toString(u"-"_s), QString());
    QCOMPARE(log[1][u"via"_s].toString(), u"long-polling"_s);
}

void TestApi::after_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<int>("next");
    const QStringList all{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("from the start") << QByteArray("after=0&wait=0") << all << 3;
    QTest::newRow("from the middle") << QByteArray("after=1&wait=0") << all.mid(1) << 3;
    QTest::newRow("from the end") << QByteArray("after=3&wait=0") << QStringList() << 3;
    QTest::newRow("with all parameters") << QByteArray("name=Tony&member=m&wait=0&x=1&after=2") << all.mid(2) << 3;
    QTest::newRow("does not wait when there is something") << QByteArray("after=2&wait=55") << all.mid(2) << 3;
}

void TestApi::after()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, texts);
    QFETCH(int, next);
    for (const char *text : {"1", "2", "3"})
        QVERIFY(m_host->append(text) > 0);
    const QJsonObject batch = messages(query);
    QStringList got;
    const QJsonArray log = batch[u"messages"_s].toArray();
    for (const QJsonValue &message : log)
        got.append(message[u"text"_s].toString());
    QCOMPARE(got, texts);
    QCOMPARE(batch[u"next"_s].toInt(-1), next);
    QCOMPARE(batch[u"oldest"_s].toInt(), 1);
}

void TestApi::heldUntilAMessageComes()
{
    RawClient reader(m_host->port());
    for (int i = 0; i < 3; ++i) {
        reader.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?wait=20&member=m&after=" + QByteArray::number(i)));
        QVERIFY(reader.staysSilent(50ms));
        QCOMPARE(m_host->append(QByteArray::number(i)), i + 1);
        const auto answer = reader.readAnswer();
        QVERIFY2(answer, qPrintable(reader.fault()));
        const QJsonArray log = answer->json()[u"messages"_s].toArray();
        QCOMPARE(log.size(), 1);
        QCOMPARE(log[0][u"text"_s].toString(), QString::number(i));
        QCOMPARE(answer->json()[u"next"_s].toInt(), i + 1);
    }
}

void TestApi::waitEndsEmpty()
{
    QCOMPARE(m_host->append("one"), 1);
    QElapsedTimer clock;
    clock.start();
    const QJsonObject batch = messages("after=1&wait=1");
    QVERIFY2(clock.elapsed() >= 950 && clock.elapsed() < 3000, QByteArray::number(clock.elapsed()));
    QVERIFY(batch[u"messages"_s].isArray());
    QCOMPARE(batch[u"messages"_s].toArray().size(), 0);
    QCOMPARE(batch[u"next"_s].toInt(), 1);
}

void TestApi::waitingIsAnsweredWithAllThereIs()
{
    RawClient sender(m_host->port());
    QByteArray burst;
    for (int i = 0; i < 50; ++i)
        burst += getRequest(m_host->port(), "/send/msg/?text=" + QByteArray::number(i));
    sender.send(burst);
    QStringList texts;
    RawClient reader(m_host->port());
    for (qint64 next = 0; next < 50;) {
        const auto answer = reader.get("/api/rooms/lobby/messages?wait=20&after=" + QByteArray::number(next));
        QVERIFY2(answer, qPrintable(reader.fault()));
        const QJsonArray log = answer->json()[u"messages"_s].toArray();
        QVERIFY(!log.isEmpty());
        for (const QJsonValue &message : log) {
            QCOMPARE(message[u"seq"_s].toInteger(), ++next);
            texts.append(message[u"text"_s].toString());
        }
        QCOMPARE(answer->json()[u"next"_s].toInteger(), next);
    }
    for (int i = 0; i < 50; ++i)
        QCOMPARE(texts[i], QString::number(i));
}

void TestApi::manyWaitingGetIt()
{
    std::vector<std::unique_ptr<RawClient>> readers;
    for (int i = 0; i < 50; ++i) {
        readers.push_back(std::make_unique<RawClient>(m_host->port()));
        readers.back()->send(getRequest(m_host->port(), "/api/rooms/lobby/messages?wait=20&after=0&member=same"));
    }
    QVERIFY(readers.back()->staysSilent(100ms));
    QCOMPARE(m_host->append("to all"), 1);
    for (const auto &reader : readers)
        QCOMPARE(reader->readAnswer().value_or(HttpAnswer()).json()[u"next"_s].toInt(), 1);
}

void TestApi::pastTheEndIsAnsweredAtOnce()
{
    QCOMPARE(m_host->append("one"), 1);
    RawClient reader(m_host->port());
    for (const char *after : {"2", "1000", "9223372036854775807"}) {
        reader.send(getRequest(m_host->port(), QByteArray("/api/rooms/lobby/messages?wait=50&after=") + after));
        const auto answer = reader.readAnswer(false, 3s);
        QVERIFY2(answer, after);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->json()[u"messages"_s].toArray().size(), 0);
        QVERIFY(!answer->json()[u"epoch"_s].toString().isEmpty());
        QCOMPARE(answer->json()[u"oldest"_s].toInt(), 1);
    }
}

void TestApi::epoch()
{
    QCOMPARE(m_host->append("one"), 1);
    const QString epoch = m_host->get("/api/rooms/lobby").json()[u"epoch"_s].toString();
    QCOMPARE(messages("after=0&wait=0&epoch=" + epoch.toLatin1())[u"messages"_s].toArray().size(), 1);
    RawClient reader(m_host->port());
    reader.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?wait=50&after=1&epoch=gone"));
    const auto answer = reader.readAnswer(false, 3s);
    QVERIFY2(answer, qPrintable(reader.fault()));
    QCOMPARE(answer->json()[u"epoch"_s].toString(), epoch);
    QCOMPARE(answer->json()[u"messages"_s].toArray().size(), 0);
    QCOMPARE(answer->json()[u"next"_s].toInt(-1), 0); // so that going on reads the new log from its start
    reader.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?wait=50&after=1&epoch=" + epoch.toLatin1()));
    QVERIFY(reader.staysSilent(100ms));
    QVERIFY(m_host->get("/api/rooms/other").json()[u"epoch"_s].toString() != epoch);
}

void TestApi::sameIdAddsNothing()
{
    const QJsonObject first{{u"text"_s, u"one"_s}, {u"id"_s, u"i1"_s}, {u"member"_s, u"m1"_s}};
    QCOMPARE(post(first).json()[u"seq"_s].toInt(), 1);
    QCOMPARE(m_host->append("two"), 2);
    QJsonObject again = first;
    again[u"sent"_s] = 5.0; // a retry is the same message, whatever else it says
    for (const QJsonObject &retry : {first, again}) {
        const HttpAnswer answer = post(retry);
        QVERIFY(answer.status == 201 || answer.status == 200);
        QCOMPARE(answer.json()[u"seq"_s].toInt(), 1);
    }
    QCOMPARE(m_host->texts(), (QStringList{u"one"_s, u"two"_s}));
}

void TestApi::idIsOfItsMember()
{
    const auto message = [](const QString &member, const QString &id) {
        return QJsonObject{{u"text"_s, u"x"_s}, {u"id"_s, id}, {u"member"_s, member}};
    };
    QCOMPARE(post(message(u"m1"_s, u"i1"_s)).json()[u"seq"_s].toInt(), 1);
    QCOMPARE(post(message(u"m2"_s, u"i1"_s)).json()[u"seq"_s].toInt(), 2);
    QCOMPARE(post(message(u"m1"_s, u"i2"_s)).json()[u"seq"_s].toInt(), 3);
    QCOMPARE(post(message(u"m1i"_s, u"1"_s)).json()[u"seq"_s].toInt(), 4); // no gluing of the two
    QCOMPARE(post(message(u"m1"_s, u"i1"_s), "other").json()[u"seq"_s].toInt(), 1);
    QCOMPARE(m_host->texts("other").size(), 1);
    // Messages without an id are never duplicates.
    QCOMPARE(m_host->append("x"), 5);
    QCOMPARE(m_host->append("x"), 6);
}

void TestApi::longAnswersComeInParts()
{
    constexpr int count = 20;
    for (int i = 0; i < count; ++i)
        QCOMPARE(m_host->append(QByteArray::number(i).rightJustified(60'000, '.')), i + 1);
    qint64 next = 0;
    for (int answers = 0; next < count; ++answers) {
        QVERIFY(answers < 4); // filled, not dribbled
        const HttpAnswer answer = m_host->get("/api/rooms/lobby/messages?wait=0&after=" + QByteArray::number(next));
        QVERIFY(answer.body.size() <= protocol::maxAnswerBytes);
        const QJsonArray log = answer.json()[u"messages"_s].toArray();
        for (const QJsonValue &message : log)
            QCOMPARE(message[u"seq"_s].toInteger(), ++next);
        QCOMPARE(answer.json()[u"next"_s].toInteger(), next);
    }
}

void TestApi::textOfEveryKind()
{
    const QStringList texts{QString(),           u"你好 😀"_s, u"\"\\/\b\f\n\r\t"_s, u"</script><b>"_s, u"\u2028\u2029\u007f"_s,
                            QString(65536, u'x')};
    for (const QString &text : texts)
        QCOMPARE(post({{u"text"_s, text}, {u"from"_s, u"张三"_s}}).status, 201);
    QCOMPARE(m_host->texts(), texts);
    QCOMPARE(messages("after=0&wait=0")[u"messages"_s][0][u"from"_s].toString(), u"张三"_s);
}

void TestApi::time()
{
    const HttpAnswer answer = m_host->get("/api/time");
    QCOMPARE(answer.contentType(), "application/json");
    QCOMPARE(answer.field("cache-control"), "no-store");
    QCOMPARE(keys(answer.json()), QStringList{u"now"_s});
    const double now = answer.json()[u"now"_s].toDouble();
    QVERIFY(qAbs(now - double(QDateTime::currentMSecsSinceEpoch())) < 60'000);
    static const QRegularExpression number(u"^\\{\"now\":\\d{13}\\.\\d+\\}$"_s); // with a fraction
    QVERIFY(number.match(QString::fromLatin1(answer.body)).hasMatch());
    QVERIFY(m_host->get("/api/time").json()[u"now"_s].toDouble() >= now);
}

void TestApi::head()
{
    RawClient client(m_host->port());
    client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0&wait=0").replace(0, 3, "HEAD"));
    const auto answer = client.readAnswer(true);
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->contentType(), "application/json");
    QVERIFY(client.survives());
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestApi)

#include "tst_api.moc"
