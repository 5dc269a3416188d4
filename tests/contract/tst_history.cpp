// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

const QByteArray teacher = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QByteArray apiMessages = "/api/rooms/lobby/messages?member=m&name=m&after=";
const QByteArray apiSocket = "/ws/chat/lobby/?member=m&name=m&v=1&after=";

server::HostOptions historyHost()
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.settings.hold = 1s;
    return options;
}

//! The bytes of the objects in an answer's list, without the commas between them.
qint64 objectBytes(const QByteArray &body, int count)
{
    return body.lastIndexOf(']') - body.indexOf('[') - 1 - std::max(count - 1, 0);
}

} // namespace

//! Messages that were there before a member joined, or that it had received before, are its history: not counted as delivered,
//! but apart.
class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answers_data();
    void answers();
    void frames_data();
    void frames();
    void queueIsReadFromItsOpening();
    void whatWasMissedIsDelivered();
    void manyWaysToOneMember();
    void oldAndNewInOneAnswer();
    void slowReaderOfALongLog();
    void answerThatIsNotTaken();
    void metrics();

private:
    void say(const char *text) const { QCOMPARE(m_host->get(QByteArray("/send/msg/?text=") + text).body, "OK"); }
    //! The usage of the only member by \a technique.
    QJsonObject member(const QString &technique) const
    {
        const QJsonArray members = m_host->get("/api/stats?members=1", teacher).json()[u"members"_s].toArray();
        return members.size() == 1 ? members[0][u"techniques"_s][technique].toObject() : QJsonObject();
    }
    qint64 total(const QString &technique, const QString &name) const
    {
        return m_host->get("/api/stats").json()[u"techniques"_s][technique][name].toInteger(-1);
    }
    void compare(const QString &technique, int delivered, int history, qint64 historyBytes) const;

    std::unique_ptr<TestHost> m_host;
};

void TestHistory::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>(historyHost());
    QVERIFY(m_host->port() != 0);
}

//! The parts add up to the total, and the technique's total equals that of its only member.
void TestHistory::compare(const QString &technique, int delivered, int history, qint64 historyBytes) const
{
    QTRY_COMPARE(member(technique)[u"down"_s][u"history"_s].toInteger(-1), historyBytes);
    const QJsonObject counters = member(technique);
    QCOMPARE(counters[u"delivered"_s].toInteger(-1), delivered);
    QCOMPARE(counters[u"history"_s].toInteger(-1), history);
    QCOMPARE(counters[u"up"_s][u"history"_s].toInteger(-1), 0);
    for (const auto &[way, sum] : {std::pair(u"up"_s, u"bytesUp"_s), std::pair(u"down"_s, u"bytesDown"_s)}) {
        const QJsonObject parts = counters[way].toObject();
        QCOMPARE(parts[u"payload"_s].toInteger() + parts[u"overhead"_s].toInteger() + parts[u"handshake"_s].toInteger()
                     + parts[u"history"_s].toInteger(),
                 counters[sum].toInteger(-1));
    }
    const QJsonObject all = m_host->get("/api/stats").json()[u"techniques"_s][technique].toObject();
    for (const QString &name : {u"delivered"_s, u"history"_s})
        QCOMPARE(all[name], counters[name]);
    QCOMPARE(all[u"down"_s][u"history"_s], counters[u"down"_s][u"history"_s]);
}

void TestHistory::answers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QString>("technique");
    QTest::newRow("tutorial's poll") << QByteArray("/get/msg/?index=") << QByteArray() << u"polling"_s;
    QTest::newRow("poll") << apiMessages << QByteArray("&wait=0") << u"polling"_s;
    QTest::newRow("long poll") << apiMessages << QByteArray("&wait=1") << u"long-polling"_s;
}

void TestHistory::answers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, behind);
    QFETCH(QString, technique);
    for (const char *text : {"one", "%E6%97%A9", "three%22"})
        say(text);
    RawClient client(m_host->port());
    const auto ask = [&](const char *after) { return client.get(before + after + behind).value_or(HttpAnswer()).body; };
    const QByteArray old = ask("0");
    compare(technique, 0, 3, objectBytes(old, 3));
    const QJsonObject first = member(technique);
    QCOMPARE(first[u"down"_s][u"payload"_s].toInteger(), old.size() - objectBytes(old, 3));
    QCOMPARE(first[u"bytesDown"_s].toInteger(), client.bytesReceived());
    QCOMPARE(first[u"empty"_s].toInteger(), 0); // there was something in it
    say("live");
    const QByteArray fresh = ask("3");
    compare(technique, 1, 3, objectBytes(old, 3));
    const QByteArray again = ask("0"); // all of it was there, or was given before
    compare(technique, 1, 7, objectBytes(old, 3) + objectBytes(again, 4));
    QCOMPARE(member(technique)[u"down"_s][u"payload"_s].toInteger(),
             old.size() + fresh.size() + again.size() - objectBytes(old, 3) - objectBytes(again, 4));
    QCOMPARE(member(technique)[u"bytesDown"_s].toInteger(), client.bytesReceived());
}

void TestHistory::frames_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isApi");
    QTest::newRow("tutorial's") << QByteArray("/ws/chat/lobby/?after=0") << false;
    QTest::newRow("v=1") << apiSocket + '0' << true;
}

void TestHistory::frames()
{
    QFETCH(QByteArray, target);
    QFETCH(bool, isApi);
    for (const char *text : {"one", "%E6%97%A9", "three%22"})
        say(text);
    RawWebSocket socket(m_host->port(), target);
    QVERIFY(socket.isOpen());
    const qint64 welcome = isApi ? socket.readMessage().value_or(Frame()).payload.size() : 0;
    qint64 old = 0;
    for (int i = 0; i < 3; ++i)
        old += socket.readMessage().value_or(Frame()).payload.size();
    compare(u"websocket"_s, 0, 3, old);
    say("live");
    const qint64 live = socket.readMessage().value_or(Frame()).payload.size();
    QTRY_COMPARE(member(u"websocket"_s)[u"bytesDown"_s].toInteger(), socket.client().bytesReceived());
    compare(u"websocket"_s, 1, 3, old);
    QCOMPARE(member(u"websocket"_s)[u"down"_s][u"payload"_s].toInteger(), welcome + live);
}

// Opening its page is the first contact of a queue's reader.
void TestHistory::queueIsReadFromItsOpening()
{
    say("before");
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    say("one");
    say("two");
    RawClient client(m_host->port());
    for (int i = 0; i < 2; ++i)
        QVERIFY(client.get("/get_msg/?name=tony").value_or(HttpAnswer()).json()[u"status"_s].toBool());
    compare(u"long-polling"_s, 2, 0, 0);
}

void TestHistory::whatWasMissedIsDelivered()
{
    QCOMPARE(m_host->get(apiMessages + '0').status, 200);
    say("one");
    say("two");
    QCOMPARE(m_host->get(apiMessages + '0').status, 200);
    compare(u"polling"_s, 2, 0, 0);
}

void TestHistory::manyWaysToOneMember()
{
    const QString websocket = u"websocket"_s;
    say("old");
    RawWebSocket first(m_host->port(), apiSocket + '0');
    qint64 old = 0;
    QVERIFY(first.readJson().contains(u"welcome"_s));
    old += first.readMessage().value_or(Frame()).payload.size();
    say("one");
    QVERIFY(first.readMessage().has_value());
    compare(websocket, 1, 1, old);
    const QByteArray polled = m_host->get(apiMessages + '0').body; // what its socket was given
    compare(u"polling"_s, 0, 2, objectBytes(polled, 2));

    RawWebSocket second(m_host->port(), apiSocket + '0');
    QVERIFY(second.readJson().contains(u"welcome"_s));
    for (int i = 0; i < 2; ++i)
        old += second.readMessage().value_or(Frame()).payload.size();
    compare(websocket, 1, 3, old);
    say("two");
    old += first.readMessage().value_or(Frame()).payload.size();
    QVERIFY(second.readMessage().has_value());
    compare(websocket, 2, 4, old); // one of the two, whichever was first

    first.client().close();
    second.client().close();
    QTRY_COMPARE(total(websocket, u"members"_s), 0);
    const QByteArray behind = m_host->get(apiMessages + '1').body;
    compare(u"polling"_s, 0, 4, objectBytes(polled, 2) + objectBytes(behind, 2));
}

void TestHistory::oldAndNewInOneAnswer()
{
    say("old");
    QCOMPARE(m_host->get(apiMessages + '1').status, 200);
    say("new");
    const QByteArray body = m_host->get(apiMessages + '0').body;
    const qint64 old = body.indexOf("},{") + 1 - body.indexOf('[') - 1;
    compare(u"polling"_s, 1, 1, old);
}

void TestHistory::slowReaderOfALongLog()
{
    constexpr int messages = 24; // several turns of a replay
    for (int i = 1; i <= messages; ++i)
        QCOMPARE(m_host->append(QByteArray(50'000, 'x')), i);
    const auto down = [this](const QString &part) {
        return m_host->get("/api/stats").json()[u"techniques"_s][u"websocket"_s][u"down"_s][part].toInteger(-1);
    };
    RawWebSocket slow(m_host->port(), apiSocket + '0', {}, false, 4096);
    QVERIFY(slow.isOpen());
    const qint64 welcome = slow.readMessage().value_or(Frame()).payload.size();
    qint64 old = 0;
    for (int i = 0; i < messages; ++i) {
        old += slow.readMessage().value_or(Frame()).payload.size();
        if (i == 2)
            QVERIFY(down(u"history"_s) > 0 && down(u"payload"_s) >= 0);
    }
    QTRY_COMPARE(down(u"history"_s), old);
    QCOMPARE(down(u"payload"_s), welcome);
    QCOMPARE(total(u"websocket"_s, u"history"_s), messages);
    QCOMPARE(total(u"websocket"_s, u"delivered"_s), 0);
}

void TestHistory::answerThatIsNotTaken()
{
    for (int i = 1; i <= 8; ++i)
        QCOMPARE(m_host->append(QByteArray(60'000, 'x')), i);
    RawClient client(m_host->port(), 4096);
    client.send(getRequest(m_host->port(), apiMessages + '0'));
    QTRY_COMPARE(total(u"polling"_s, u"history"_s), 8);
    const qint64 before = total(u"polling"_s, u"bytesDown"_s);
    client.reset();
    QTRY_VERIFY(total(u"polling"_s, u"bytesDown"_s) < before);
    const QJsonObject down = m_host->get("/api/stats").json()[u"techniques"_s][u"polling"_s][u"down"_s].toObject();
    for (const QString &part : {u"payload"_s, u"overhead"_s, u"history"_s})
        QVERIFY2(down[part].toInteger(-1) >= 0, qPrintable(part));
    QVERIFY(down[u"history"_s].toInteger() < 8 * 60'000);
}

void TestHistory::metrics()
{
    say("old");
    const QByteArray body = m_host->get(apiMessages + '0').body;
    const QByteArray text = m_host->get("/metrics").body;
    QVERIFY(text.contains("\npushlab_history_total{technique=\"polling\"} 1\n"));
    QVERIFY(text.contains("\npushlab_delivered_total{technique=\"polling\"} 0\n"));
    const QByteArray part = "\npushlab_sent_bytes_by_part_total{technique=\"polling\",part=\"history\"} ";
    QVERIFY(text.contains(QByteArray(part + QByteArray::number(objectBytes(body, 1)) + '\n')));
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestHistory)

#include "tst_history.moc"
