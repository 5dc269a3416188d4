// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/comparisonroom.h"
#include "server/protocol/delayreport.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QStringList techniques{u"polling"_s, u"long-polling"_s, u"websocket"_s, u"sse"_s};

} // namespace

//! Who is heard and is no member: the teacher, whose whole chat is `other` traffic, and the clients of comparisons.
class TestNoMembers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void teachersChatIsOther_data();
    void teachersChatIsOther();
    void teachersTutorialIsOther();
    void whoSharesAnAddressOrAQueueIsCounted();
    void aClaimMakesNoTeacher();
    void aMemberThatShowsTheKeyIsNoMore();
    void teachersDelaysCountForNobody();
    void allListsAgree();
    void virtualClientsAreCountedApart();

private:
    //! Bytes of the teacher's client; 0 when it did not get what it should.
    struct Passed
    {
        qint64 up = 0;
        qint64 down = 0;
    };
    [[nodiscard]] Passed chatOnSocket() const;
    [[nodiscard]] Passed chatOverHttp(const QByteArray &technique) const;
    [[nodiscard]] QJsonObject stats() const { return m_host->get("/api/stats").json(); }
    [[nodiscard]] QJsonObject ofTechniques() const { return stats()[u"techniques"_s].toObject(); }
    [[nodiscard]] qint64 other(const QString &name) const { return stats()[u"other"_s][name].toInteger(-1); }
    void post(const QByteArray &via, const QByteArray &text, const QByteArray &fields, const QByteArray &member = "t") const;

    std::unique_ptr<TestHost> m_host;
    server::HostSnapshot m_snapshot;
};

void TestNoMembers::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
    m_snapshot = {};
    connect(&m_host->host(), &server::Host::snapshotTaken, this, [this](const server::HostSnapshot &taken) { m_snapshot = taken; });
}

void TestNoMembers::post(const QByteArray &via, const QByteArray &text, const QByteArray &fields, const QByteArray &member) const
{
    const QJsonObject message{{u"text"_s, QString::fromUtf8(text)},
                              {u"from"_s, u"Teacher"_s},
                              {u"id"_s, QString::fromUtf8(text)},
                              {u"member"_s, QString::fromUtf8(member)},
                              {u"via"_s, QString::fromUtf8(via)}};
    QCOMPARE(m_host->postJson("/api/rooms/lobby/messages", message, fields).status, 201);
}

void TestNoMembers::teachersChatIsOther_data()
{
    QTest::addColumn<QByteArray>("technique");
    for (const QString &technique : techniques)
        QTest::newRow(qPrintable(technique)) << technique.toLatin1();
}

//! The teacher reads what there is and says "listen", on a WebSocket.
TestNoMembers::Passed TestNoMembers::chatOnSocket() const
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&member=t&name=Teacher&v=2", key);
    const bool isIn = socket.readJson().contains(u"welcome"_s) && socket.readJson()[u"message"_s].toString() == u"before"_s;
    socket.sendText(R"({"text":"listen","from":"Teacher","id":"1"})");
    socket.sendFrame({closeFrame, "\x03\xe8"});
    while (socket.readFrame()) {
        // what it says comes back, is acknowledged, and the close is answered
    }
    return isIn && !socket.client().isOpen() ? Passed{socket.client().bytesSent(), socket.client().bytesReceived()} : Passed();
}

//! The same by polls, a held one, or a stream.
TestNoMembers::Passed TestNoMembers::chatOverHttp(const QByteArray &technique) const
{
    RawClient client(m_host->port());
    const QByteArray reader = "member=t&name=Teacher&v=2";
    bool isIn = false;
    if (technique == "sse") {
        client.send(getRequest(m_host->port(), "/api/rooms/lobby/events?after=0&" + reader, key));
        isIn = client.waitForBytes(1, patience);
    } else {
        const QByteArray target = "/api/rooms/lobby/messages?" + reader + "&wait=" + QByteArray(technique == "polling" ? "0" : "5");
        isIn = client.get(target + "&after=0", key).value_or(HttpAnswer()).status == 200;
        if (technique == "long-polling")
            client.send(getRequest(m_host->port(), target + "&after=1", key)); // which is held
    }
    post(technique, "listen", key);
    const QDeadlineTimer end(patience);
    while (technique != "polling" && !client.buffer().contains("\"listen\"") && !end.hasExpired())
        (void)client.waitForBytes(client.buffer().size() + 1, 100ms);
    const bool isHeard = technique == "polling" || client.buffer().contains("\"listen\"");
    client.close();
    return isIn && isHeard ? Passed{client.bytesSent(), client.bytesReceived()} : Passed();
}

// All that the client sends and gets is in `other`, and nothing anywhere else; but what it says is heard.
void TestNoMembers::teachersChatIsOther()
{
    QFETCH(const QByteArray, technique);
    RawWebSocket student(m_host->port(), "/ws/chat/lobby/?after=0&member=anna&name=Anna&v=2");
    QVERIFY(student.readJson().contains(u"welcome"_s));
    post("polling", "before", key);
    QCOMPARE(student.readJson()[u"message"_s].toString(), u"before"_s);
    const QJsonObject before = stats();

    const Passed passed = technique == "websocket" ? chatOnSocket() : chatOverHttp(technique);
    QVERIFY(passed.up > 0 && passed.down > 0);
    QCOMPARE(student.readJson()[u"message"_s].toString(), u"listen"_s); // said to all
    QTRY_VERIFY(other(u"bytesUp"_s) > before[u"other"_s][u"bytesUp"_s].toInteger() + passed.up);
    QVERIFY(other(u"bytesDown"_s) > before[u"other"_s][u"bytesDown"_s].toInteger() + passed.down);
    QVERIFY(other(u"connections"_s) > before[u"other"_s][u"connections"_s].toInteger());
    const QJsonObject after = ofTechniques();
    for (const QString &name : techniques) {
        const QJsonObject then = before[u"techniques"_s][name].toObject();
        QVERIFY2(name == u"websocket"_s || after[name].toObject() == then, qPrintable(name));
        for (const QString &counter :
             {u"members"_s, u"requests"_s, u"answers"_s, u"sends"_s, u"history"_s, u"connections"_s, u"up"_s})
            QVERIFY2(after[name][counter] == then[counter], qPrintable(name + u' ' + counter));
    }
    QCOMPARE(after[u"websocket"_s][u"delivered"_s].toInt(), 2); // both to Anna
}

void TestNoMembers::teachersTutorialIsOther()
{
    const QJsonObject before = ofTechniques();
    RawClient client(m_host->port());
    QCOMPARE(client.get("/send/msg/?text=one", key).value_or(HttpAnswer()).body, "OK");
    for (int i = 0; i < 3; ++i) // also where the request is known
        QCOMPARE(client.get("/get/msg/?index=0", key).value_or(HttpAnswer()).json()[u"data"_s].toArray().size(), 1);
    QCOMPARE(client.get("/get/msg/?index=x", key).value_or(HttpAnswer()).status, 400);
    QCOMPARE(client.get("/lang/?uid=Me", key).value_or(HttpAnswer()).status, 200);
    QCOMPARE(client.get("/send/message/?text=two", key).value_or(HttpAnswer()).body, "OK");
    QCOMPARE(client.get("/get/message/?uid=Me", key).value_or(HttpAnswer()).json()[u"data"_s].toString(), u"two"_s);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/", key);
    socket.sendText(R"({"message":"three"})");
    QCOMPARE(socket.readJson()[u"message"_s].toString(), u"three"_s);
    const QJsonObject after = ofTechniques();
    QVERIFY2(after == before, QJsonDocument(after).toJson().constData());
    QCOMPARE(m_host->texts(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
}

// The teacher's browser and another one on the same machine, or at the same queue.
void TestNoMembers::whoSharesAnAddressOrAQueueIsCounted()
{
    QCOMPARE(m_host->get("/lang/?uid=Li", key).status, 200);
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(m_host->get("/get/msg/?index=0", key).status, 200);
        QCOMPARE(m_host->get("/get/msg/?index=0").status, 200);
        QCOMPARE(m_host->get("/get/message/?uid=Li&wait=0", key).status, 200);
        QCOMPARE(m_host->get("/get/message/?uid=Li&wait=0").status, 200);
        const QJsonObject now = ofTechniques();
        for (const QString &technique : {u"polling"_s, u"long-polling"_s}) {
            QCOMPARE(now[technique][u"requests"_s].toInt(), i);
            QCOMPARE(now[technique][u"members"_s].toInt(), 1);
        }
        const QJsonArray members = m_host->get("/api/stats?members=1", key).json()[u"members"_s].toArray();
        QCOMPARE(members.size(), 2);
        for (const QJsonValue member : members)
            QCOMPARE(member[u"techniques"_s][member[u"technique"_s].toString()][u"requests"_s].toInt(), i);
    }
}

void TestNoMembers::aClaimMakesNoTeacher()
{
    for (const QByteArray &claim :
         {QByteArray(), QByteArray("Authorization: Bearer wrong\r\n"), QByteArray("Cookie: pushlab-teacher=1\r\n")}) {
        const int before = ofTechniques()[u"polling"_s][u"requests"_s].toInt();
        const HttpAnswer answer = m_host->get("/api/rooms/lobby/messages?after=0&member=x&name=Teacher&teacher=1", claim);
        QCOMPARE(answer.status, 200);
        QCOMPARE(ofTechniques()[u"polling"_s][u"requests"_s].toInt(), before + 1);
        QCOMPARE(ofTechniques()[u"polling"_s][u"members"_s].toInt(), 1);
    }
}

// What it cost before stays counted for its technique; from then on nothing is.
void TestNoMembers::aMemberThatShowsTheKeyIsNoMore()
{
    const QByteArray target = "/api/rooms/lobby/messages?after=0&member=x&name=Mei";
    QCOMPARE(m_host->get(target).status, 200);
    QCOMPARE(ofTechniques()[u"polling"_s][u"members"_s].toInt(), 1);
    QCOMPARE(m_host->get(target, key).status, 200);
    const QJsonObject then = ofTechniques()[u"polling"_s].toObject();
    QCOMPARE(then[u"requests"_s].toInt(), 1);
    QCOMPARE(then[u"members"_s].toInt(), 0);
    QCOMPARE(m_host->get(target).status, 200); // signed out
    QCOMPARE(ofTechniques()[u"polling"_s][u"requests"_s].toInt(), 2);
    const QJsonArray members = m_host->get("/api/stats?members=1", key).json()[u"members"_s].toArray();
    QCOMPARE(members.size(), 1);
    QCOMPARE(members[0][u"techniques"_s][u"polling"_s][u"requests"_s].toInt(), 1);
}

void TestNoMembers::teachersDelaysCountForNobody()
{
    const auto report = [this](const QByteArray &member, const QByteArray &fields) {
        protocol::DelayReport delays;
        delays.number = 1;
        delays.member = QString::fromUtf8(member);
        delays.technique = protocol::Technique::Polling;
        delays.delivery.add(5ms);
        const QJsonObject said = QJsonDocument::fromJson(protocol::encodeDelayReport(delays)).object();
        return m_host->postJson("/api/rooms/lobby/reports", said, fields);
    };
    const auto count = [this] { return ofTechniques()[u"polling"_s][u"delay"_s][u"n"_s].toInt(-1); };
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=t", key).status, 200);
    const HttpAnswer taken = report("t", key);
    QCOMPARE(taken.status, 200);
    QCOMPARE(taken.json()[u"number"_s].toInt(), 1); // a client needs to know no more
    QCOMPARE(count(), 0);
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=a").status, 200);
    QCOMPARE(report("a", {}).status, 200);
    QCOMPARE(count(), 1);
}

void TestNoMembers::allListsAgree()
{
    RawWebSocket teacher(m_host->port(), "/ws/chat/lobby/?after=0&member=t&name=Teacher&v=2", key);
    QVERIFY(teacher.readJson().contains(u"welcome"_s));
    RawWebSocket student(m_host->port(), "/ws/chat/lobby/?after=0&member=a&name=Ann&v=2");
    QVERIFY(student.readJson().contains(u"welcome"_s));
    QTRY_COMPARE(m_snapshot.members.size(), 1);
    QCOMPARE(m_snapshot.members.first().name, u"Ann"_s);
    QCOMPARE(m_snapshot.memberCount, 1);
    QCOMPARE(m_snapshot.elsewhereCount, 0);
    QCOMPARE(m_snapshot.techniques[size_t(protocol::Technique::WebSocket)].members, 1);
    QCOMPARE(ofTechniques()[u"websocket"_s][u"members"_s].toInt(), 1);
    QVERIFY(m_host->get("/metrics").body.contains("pushlab_members{technique=\"websocket\"} 1\n"));
    QCOMPARE(m_host->get("/api/class/projector", key).json()[u"joined"_s].toInt(), 1);
    const QJsonObject listed = m_host->get("/api/rooms/lobby/members", key).json();
    QCOMPARE(listed[u"count"_s].toInt(), 1);
    QCOMPARE(listed[u"members"_s].toArray().size(), 1);
    const QJsonObject here = m_host->get("/api/rooms/lobby/people").json();
    QCOMPARE(here[u"count"_s].toInt(), 1);
    QCOMPARE(here[u"people"_s].toArray().size(), 1);
    QCOMPARE(m_host->get("/api/stats?members=1", key).json()[u"members"_s].toArray().size(), 1);
}

void TestNoMembers::virtualClientsAreCountedApart()
{
    const QByteArray room = protocol::comparisonRoom(u"7"_s, 1).toUtf8();
    const QByteArray path = "/api/rooms/" + room + "/messages";
    for (int i = 0; i < 3; ++i) {
        const QByteArray id = protocol::virtualClientId('p', i);
        QCOMPARE(m_host->get(path + "?after=0&member=" + id).status, 200);
        QCOMPARE(m_host
                     ->postJson(
                         path, {{u"text"_s, u"x"_s}, {u"from"_s, QString::fromLatin1(id)}, {u"member"_s, QString::fromLatin1(id)}})
                     .status,
                 201);
    }
    QCOMPARE(m_host->get("/lang/?uid=" + protocol::virtualClientId('t', 0) + "&room=" + room).status, 200);
    QCOMPARE(m_host->get("/get/message/?wait=0&uid=" + protocol::virtualClientId('t', 0) + "&room=" + room).status, 200);
    QCOMPARE(m_host->get(path + "?after=0&member=0123456789abcdef&name=Mei").status, 200); // who has a look is somebody
    QCOMPARE(m_host->get("/api/rooms/lobby/messages?after=0&member=" + protocol::virtualClientId('p', 1)).status, 200);
    QTRY_COMPARE(m_snapshot.virtualCount, 4);
    QCOMPARE(m_snapshot.memberCount, 2);
    QCOMPARE(m_snapshot.elsewhereCount, 1);
    QCOMPARE(m_snapshot.members.size(), 2);
    QTRY_COMPARE(m_snapshot.virtualClients.requests, 4);
    QCOMPARE(m_snapshot.virtualClients.technique, protocol::Technique::Polling);
    const server::TechniqueCounters &polling = m_snapshot.techniques[size_t(protocol::Technique::Polling)];
    QCOMPARE(polling.members, 2);
    QCOMPARE(polling.virtualClients, 3);
    QCOMPARE(ofTechniques()[u"long-polling"_s][u"virtualClients"_s].toInt(), 1);
    QVERIFY(m_host->get("/metrics").body.contains("pushlab_virtual_clients{technique=\"polling\"} 3\n"));
    QCOMPARE(m_host->get("/api/stats?members=1", key).json()[u"members"_s].toArray().size(), 2);
    QVERIFY(m_host->postJson("/api/class/race", {}, key).status < 300);
    QTRY_VERIFY(m_snapshot.race.has_value());
    QCOMPARE(m_snapshot.race->silent, 2); // they report nothing, and would keep it open
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestNoMembers)
#include "tst_nomembers.moc"
