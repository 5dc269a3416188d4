// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/delayreport.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! A member's id has one name, which is the host's, by whatever technique it comes.
class TestNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void roomInformationTells();
    void headTakesNone();
    void welcomesTell();
    void messagesAreFromTheHostsName_data();
    void messagesAreFromTheHostsName();
    void othersKeepWhatTheySay();
    void reportsChangeNoOthersName();

private:
    [[nodiscard]] QString nameOf(const QByteArray &member, const QByteArray &wanted) const
    {
        return m_host->get("/api/rooms/lobby?member=" + member + "&name=" + wanted).json()[u"name"_s].toString();
    }
    [[nodiscard]] QStringList senders() const;

    std::unique_ptr<TestHost> m_host;
};

void TestNames::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

QStringList TestNames::senders() const
{
    QStringList names;
    for (const QJsonValue message : m_host->log()[u"messages"_s].toArray())
        names.append(message[u"from"_s].toString());
    return names;
}

void TestNames::roomInformationTells()
{
    QVERIFY(!m_host->get("/api/rooms/lobby?member=a").json().contains(u"name"_s));
    QCOMPARE(nameOf("a", "Li%20Ming"), u"Li Ming"_s);
    QCOMPARE(nameOf("b", "li%20ming"), u"li ming 2"_s);
    QCOMPARE(nameOf("a", "Li%20Ming"), u"Li Ming"_s);
    QCOMPARE(m_host->get("/api/rooms/lobby?member=b").json()[u"name"_s].toString(), u"li ming 2"_s);
    QCOMPARE(m_host->get("/api/rooms/other?member=b&name=Li%20Ming").json()[u"name"_s].toString(), u"Li Ming"_s);
    QCOMPARE(m_host->get("/api/rooms/lobby?member=a&name=" + QByteArray(257, 'x')).status, 400);
}

void TestNames::headTakesNone()
{
    (void)m_host->head("/api/rooms/lobby?member=a&name=Ann");
    QCOMPARE(nameOf("b", "Ann"), u"Ann"_s);
}

void TestNames::welcomesTell()
{
    RawWebSocket first(m_host->port(), "/ws/chat/lobby/?after=0&member=a&name=Ann&v=2");
    QCOMPARE(first.readJson()[u"welcome"_s][u"name"_s].toString(), u"Ann"_s);
    RawWebSocket second(m_host->port(), "/ws/chat/lobby/?after=0&member=b&name=Ann&v=2");
    QCOMPARE(second.readJson()[u"welcome"_s][u"name"_s].toString(), u"Ann 2"_s);
    RawClient stream(m_host->port());
    stream.send("GET /api/rooms/lobby/events?after=0&member=c&name=Ann&v=2 HTTP/1.1\r\nHost: 127.0.0.1:"
                + QByteArray::number(m_host->port()) + "\r\n\r\n");
    const QDeadlineTimer end(patience);
    while (!stream.buffer().contains("\"name\":\"Ann 3\"") && !end.hasExpired())
        (void)stream.waitForBytes(stream.buffer().size() + 1, 100ms);
    QVERIFY2(stream.buffer().contains("\"name\":\"Ann 3\""), stream.buffer().constData());
}

void TestNames::messagesAreFromTheHostsName_data()
{
    QTest::addColumn<QByteArray>("via");
    for (const QByteArray via : {"polling", "long-polling", "sse", "websocket"})
        QTest::newRow(via) << via;
}

void TestNames::messagesAreFromTheHostsName()
{
    QFETCH(const QByteArray, via);
    (void)nameOf("a", "Ann");
    QCOMPARE(nameOf("b", "Ann"), u"Ann 2"_s);
    if (via == "websocket") {
        RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=b&name=Ann&v=2");
        QVERIFY(socket.readJson().contains(u"welcome"_s));
        socket.sendText(R"({"text":"hi","from":"Ann","id":"1"})");
        socket.sendText(R"({"text":"me?","from":"","id":"2"})");
        QTRY_COMPARE(senders().size(), 2);
    } else {
        for (const QString &from : {u"Ann"_s, QString()}) {
            const QJsonObject message{{u"text"_s, u"hi"_s},
                                      {u"from"_s, from},
                                      {u"id"_s, QString(u"1"_s + from)},
                                      {u"member"_s, u"b"_s},
                                      {u"via"_s, QString::fromLatin1(via)}};
            QCOMPARE(m_host->postJson("/api/rooms/lobby/messages", message).status, 201);
        }
    }
    QCOMPARE(senders(), (QStringList{u"Ann 2"_s, u"Ann 2"_s}));
}

void TestNames::othersKeepWhatTheySay()
{
    RawWebSocket member(m_host->port(), "/ws/chat/lobby/?after=0&member=a&name=Ann&v=2");
    QVERIFY(member.readJson().contains(u"welcome"_s));
    QCOMPARE(m_host->postJson("/api/rooms/lobby/messages", {{u"text"_s, u"1"_s}, {u"from"_s, u"Ann"_s}}).status, 201);
    RawWebSocket plain(m_host->port(), "/ws/chat/lobby/");
    plain.sendText(R"({"text":"2","from":"Ann"})");
    QTRY_COMPARE(senders(), (QStringList{u"Ann"_s, u"Ann"_s}));
    // A queue has the name of its user, whoever else is called so.
    QCOMPARE(m_host->get("/lang/?uid=Ann").status, 200);
    QCOMPARE(m_host->get("/send/message/?text=3").body, QByteArray("OK"));
    QCOMPARE(m_host->get("/get/message/?uid=Ann").json()[u"data"_s].toString(), u"3"_s);
    QCOMPARE(nameOf("b", "Ann"), u"Ann 2"_s);
}

void TestNames::reportsChangeNoOthersName()
{
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=a&name=Ann").status, 200);
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=b&name=Bo").status, 200);
    protocol::DelayReport report;
    report.number = 1;
    report.member = u"b"_s;
    report.name = u"Ann"_s;
    const QJsonObject said = QJsonDocument::fromJson(protocol::encodeDelayReport(report)).object();
    const HttpAnswer answer = m_host->postJson("/api/rooms/lobby/reports", said);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(nameOf("b", ""), u"Ann 2"_s);
    QCOMPARE(nameOf("a", ""), u"Ann"_s);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestNames)
#include "tst_names.moc"
