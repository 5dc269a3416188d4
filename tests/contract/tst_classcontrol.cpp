// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n"; // what members cost is told to the teacher alone
const QString polling = u"polling"_s;
const QString longPolling = u"long-polling"_s;
const QString webSocket = u"websocket"_s;

QByteArray messagesTarget(const QByteArray &room, qint64 after, const QByteArray &rest = {})
{
    return "/api/rooms/" + room + "/messages?member=ann&name=ann&after=" + QByteArray::number(after) + rest;
}

QByteArray socketTarget(const QByteArray &version, qint64 after = 0)
{
    return "/ws/chat/lobby/?member=ann&name=ann&v=" + version + "&after=" + QByteArray::number(after);
}

//! The kinds of an answer's entries; "" for a message.
QStringList kindsIn(const QJsonObject &answer)
{
    QStringList kinds;
    const QJsonArray entries = answer[u"messages"_s].toArray();
    for (const auto &entry : entries)
        kinds += entry[u"control"_s][u"kind"_s].toString();
    return kinds;
}

} // namespace

//! Changes of the teacher's settings, as members read them in their room's log, and their cost.
class TestClassControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isInTheLogOfEveryOpenRoom();
    void isOfOneRoomWhereItConcernsOneRoom();
    void heldRequestIsAnsweredWhereItIsAskedFor();
    void webSocketIsTold();
    void roomOpenedLaterBeginsWithIt();
    void answersWithNothingElseAreCountedApart();
    void besideMessagesItsObjectsAreCountedApart();
    void framesAreCountedApartWhole();
    void slowReadersFramesAreCountedToTheByte();
    void restartTellsOfOtherSettings();

private:
    //! Changes the hold and waits until it is in force.
    void setHold(std::chrono::seconds hold)
    {
        m_host->change([hold](protocol::ClassSettings &settings) { settings.hold = hold; });
        QTRY_COMPARE(m_host->get("/api/class/settings", key).json()[u"hold"_s].toInteger(), hold.count());
    }
    QJsonObject stats() const { return m_host->get("/api/stats?members=1", key).json(); }
    QJsonObject ann(const QString &technique) const
    {
        const QJsonArray members = stats()[u"members"_s].toArray();
        for (const auto &each : members) {
            if (each[u"name"_s].toString() == u"ann")
                return each[u"techniques"_s][technique].toObject();
        }
        return {};
    }
    QJsonObject total(const QString &technique) const { return stats()[u"techniques"_s][technique].toObject(); }

    server::HostOptions m_options;
    std::unique_ptr<TestHost> m_host;
};

void TestClassControl::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_options = {};
    m_options.teacherKey = "the-key-of-this-test-1";
    m_options.settings.techniques = {protocol::Technique::Polling, protocol::Technique::WebSocket};
    m_host = std::make_unique<TestHost>(m_options);
    QVERIFY(m_host->port() != 0);
}

void TestClassControl::isInTheLogOfEveryOpenRoom()
{
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("one", "lab"), 1);
    setHold(5s);
    m_host->change([](protocol::ClassSettings &settings) { settings.isLocked = true; }); // which concerns no member
    QTRY_VERIFY(m_host->get("/api/class/settings", key).json()[u"locked"_s].toBool());
    m_host->change([](protocol::ClassSettings &settings) { settings.isLocked = false; });
    QTRY_VERIFY(!m_host->get("/api/class/settings", key).json()[u"locked"_s].toBool());
    QCOMPARE(m_host->append("three"), 3);
    const QJsonObject answer = m_host->get(messagesTarget("lobby", 0, "&v=2")).json();
    QCOMPARE(kindsIn(answer), QStringList({QString(), u"settings"_s, QString()}));
    QCOMPARE(answer[u"next"_s].toInteger(), 3);
    const QJsonObject entry = answer[u"messages"_s][1].toObject();
    QCOMPARE(entry[u"seq"_s].toInteger(), 2);
    QVERIFY(entry[u"accepted"_s].toDouble() > 0);
    QCOMPARE(entry[u"control"_s][u"settings"_s].toObject(),
             QJsonDocument::fromJson(
                 R"({"technique":null,"techniques":["polling","websocket"],"pollInterval":2,"hold":5,"conditioner":null,"frozen":false,"split":false})")
                 .object());
    QCOMPARE(kindsIn(m_host->get(messagesTarget("lab", 0, "&v=2")).json()), QStringList({QString(), u"settings"_s}));
    for (const QByteArray &version : {QByteArray(), QByteArray("&v=1"), QByteArray("&v=3")}) {
        const QJsonObject left = m_host->get(messagesTarget("lobby", 0, version)).json();
        QCOMPARE(kindsIn(left), QStringList({QString(), QString()}));
        QCOMPARE(left[u"next"_s].toInteger(), 3);
    }
    setHold(5s); // nothing new
    QCOMPARE(m_host->get("/api/rooms/lobby").json()[u"next"_s].toInteger(), 3);
}

void TestClassControl::isOfOneRoomWhereItConcernsOneRoom()
{
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("one", "lab"), 1);
    m_host->change([](protocol::ClassSettings &settings) { settings.setConditioner({1ms, 0ms, 0}, u"lab"_s); });
    const auto next = [this](const QByteArray &room) { return m_host->get("/api/rooms/" + room).json()[u"next"_s].toInteger(); };
    QTRY_COMPARE(next("lab"), 2);
    QCOMPARE(next("lobby"), 1);
    const QJsonObject entry = m_host->get(messagesTarget("lab", 1, "&v=2")).json()[u"messages"_s][0].toObject();
    QCOMPARE(entry[u"control"_s][u"settings"_s][u"conditioner"_s][u"delay"_s].toInteger(), 1);
    m_host->change([](protocol::ClassSettings &settings) { settings.conditioner = {2ms, 0ms, 0}; }); // the lab has its own
    QTRY_COMPARE(next("lobby"), 2);
    QCOMPARE(next("lab"), 2);
}

void TestClassControl::heldRequestIsAnsweredWhereItIsAskedFor()
{
    RawClient asks(m_host->port());
    RawClient doesNot(m_host->port());
    asks.send(getRequest(m_host->port(), messagesTarget("lobby", 0, "&wait=20&v=2")));
    doesNot.send(getRequest(m_host->port(), messagesTarget("lobby", 0, "&wait=20")));
    QVERIFY(asks.staysSilent(50ms));
    setHold(5s);
    QCOMPARE(kindsIn(asks.readAnswer().value_or(HttpAnswer()).json()), QStringList{u"settings"_s});
    QVERIFY(doesNot.staysSilent(50ms));
    QCOMPARE(m_host->append("two"), 2);
    QCOMPARE(kindsIn(doesNot.readAnswer().value_or(HttpAnswer()).json()), QStringList{QString()});
    // The answer to a reader without control entries also reaches past it.
    doesNot.send(getRequest(m_host->port(), messagesTarget("lobby", 2, "&wait=20")));
    setHold(6s);
    QVERIFY(doesNot.staysSilent(50ms));
    QCOMPARE(m_host->append("four"), 4);
    QCOMPARE(doesNot.readAnswer().value_or(HttpAnswer()).json()[u"messages"_s][0][u"seq"_s].toInteger(), 4);
}

void TestClassControl::webSocketIsTold()
{
    QCOMPARE(m_host->append("one"), 1);
    setHold(5s);
    RawWebSocket asks(m_host->port(), socketTarget("2"));
    RawWebSocket doesNot(m_host->port(), socketTarget("1"));
    RawWebSocket tutorial(m_host->port(), "/ws/chat/lobby/?after=0");
    const QJsonObject welcome = asks.readJson()[u"welcome"_s].toObject();
    QCOMPARE(welcome[u"settings"_s][u"hold"_s].toInteger(), 5);
    QCOMPARE(welcome[u"next"_s].toInteger(), 2);
    QVERIFY(doesNot.readJson().contains(u"welcome"_s));
    QCOMPARE(asks.readJson()[u"seq"_s].toInteger(), 1);
    QCOMPARE(asks.readJson()[u"control"_s][u"settings"_s][u"hold"_s].toInteger(), 5); // at or below that next: a mark, no order
    setHold(6s);
    QCOMPARE(asks.readJson()[u"control"_s][u"settings"_s][u"hold"_s].toInteger(), 6);
    QCOMPARE(m_host->append("four"), 4);
    QCOMPARE(asks.readJson()[u"seq"_s].toInteger(), 4);
    for (const qint64 seq : {1, 4})
        QCOMPARE(doesNot.readJson()[u"seq"_s].toInteger(), seq);
    for (const QString &text : {u"one"_s, u"four"_s})
        QCOMPARE(tutorial.readJson(), (QJsonObject{{u"message"_s, text}}));
}

void TestClassControl::roomOpenedLaterBeginsWithIt()
{
    setHold(5s);
    const QJsonObject info = m_host->get("/api/rooms/later").json();
    QCOMPARE(info[u"next"_s].toInteger(), 0);
    QCOMPARE(info[u"settings"_s][u"hold"_s].toInteger(), 5);
}

void TestClassControl::answersWithNothingElseAreCountedApart()
{
    const qint64 othersBefore = total(polling)[u"bytesUp"_s].toInteger();
    RawClient client(m_host->port());
    client.send(getRequest(m_host->port(), messagesTarget("lobby", 0, "&wait=20&v=2")));
    QTRY_COMPARE(total(longPolling)[u"requests"_s].toInteger(), 1); // while it is held
    setHold(5s);
    QVERIFY(client.readAnswer());
    setHold(6s);
    client.send(getRequest(m_host->port(), messagesTarget("lobby", 1, "&wait=0&v=2")));
    const qint64 down = client.bytesReceived();
    QVERIFY(client.readAnswer());
    const qint64 polled = client.bytesReceived() - down;
    QTRY_COMPARE(total(polling)[u"controlRequests"_s].toInteger(), 1);
    for (const QString &technique : {longPolling, polling}) {
        for (const QJsonObject &counters : {total(technique), ann(technique)}) {
            for (const QString &zero : {u"requests"_s, u"answers"_s, u"empty"_s, u"delivered"_s, u"history"_s})
                QCOMPARE(counters[zero].toInteger(), 0);
            QCOMPARE(counters[u"controlRequests"_s].toInteger(), 1);
            for (const QString &way : {u"up"_s, u"down"_s}) {
                const QJsonObject parts = counters[way].toObject();
                QCOMPARE(parts[u"control"_s], counters[way == u"up" ? u"bytesUp"_s : u"bytesDown"_s]);
                for (const QString &zero : {u"payload"_s, u"overhead"_s, u"handshake"_s, u"history"_s})
                    QCOMPARE(parts[zero].toInteger(), 0);
            }
        }
    }
    QCOMPARE(othersBefore, 0);
    QCOMPARE(total(longPolling)[u"bytesDown"_s].toInteger(), down);
    QCOMPARE(total(polling)[u"bytesDown"_s].toInteger(), polled);
    QCOMPARE(total(longPolling)[u"bytesUp"_s].toInteger() + total(polling)[u"bytesUp"_s].toInteger(), client.bytesSent());
    const QByteArray metrics = m_host->get("/metrics").body; // where a counter never falls
    QVERIFY(metrics.contains("\npushlab_requests_total{technique=\"long-polling\"} 1\n"));
    QVERIFY(metrics.contains("\npushlab_control_requests_total{technique=\"long-polling\"} 1\n"));
}

void TestClassControl::besideMessagesItsObjectsAreCountedApart()
{
    RawClient client(m_host->port());
    QVERIFY(client.get(messagesTarget("lobby", 0, "&v=2"))); // from now on nothing is history to her
    QCOMPARE(m_host->append("one"), 1);
    setHold(5s);
    setHold(6s);
    QCOMPARE(m_host->append("four"), 4);
    const qint64 before = client.bytesReceived();
    const qint64 payload = ann(polling)[u"down"_s][u"payload"_s].toInteger();
    const HttpAnswer answer = client.get(messagesTarget("lobby", 0, "&v=2")).value_or(HttpAnswer());
    QCOMPARE(kindsIn(answer.json()), QStringList({QString(), u"settings"_s, u"settings"_s, QString()}));
    const qsizetype begin = answer.body.indexOf("{\"seq\":2");
    const qint64 objects = answer.body.indexOf("{\"seq\":4") - begin; // with a comma behind each
    QTRY_COMPARE(ann(polling)[u"delivered"_s].toInteger(), 2);
    const QJsonObject counters = ann(polling);
    QCOMPARE(counters[u"requests"_s].toInteger(), 2);
    QCOMPARE(counters[u"answers"_s].toInteger(), 2);
    QCOMPARE(counters[u"controlRequests"_s].toInteger(), 0);
    const QJsonObject down = counters[u"down"_s].toObject();
    QCOMPARE(down[u"control"_s].toInteger(), objects);
    QCOMPARE(down[u"payload"_s].toInteger() - payload, answer.body.size() - objects);
    QCOMPARE(counters[u"bytesDown"_s].toInteger(), client.bytesReceived());
    QVERIFY(before > 0);
}

void TestClassControl::framesAreCountedApartWhole()
{
    setHold(5s);
    QCOMPARE(m_host->append("two"), 2);
    RawWebSocket socket(m_host->port(), socketTarget("2"));
    QVERIFY(socket.isOpen());
    const qint64 opening = socket.handshake().size;
    qint64 payload = socket.readMessage().value_or(Frame()).payload.size(); // the welcome
    const auto frameSize = [&socket] { // of the next, with its head
        const qint64 size = socket.readMessage().value_or(Frame()).payload.size();
        return size + (size < 126 ? 2 : 4);
    };
    qint64 control = frameSize();
    const qint64 history = socket.readMessage().value_or(Frame()).payload.size();
    setHold(6s);
    control += frameSize();
    QCOMPARE(m_host->append("four"), 4);
    payload += socket.readMessage().value_or(Frame()).payload.size();
    QTRY_COMPARE(ann(webSocket)[u"delivered"_s].toInteger(), 1);
    const QJsonObject counters = ann(webSocket);
    const QJsonObject down = counters[u"down"_s].toObject();
    QCOMPARE(down[u"control"_s].toInteger(), control);
    QCOMPARE(down[u"history"_s].toInteger(), history);
    QCOMPARE(down[u"payload"_s].toInteger(), payload);
    QCOMPARE(down[u"handshake"_s].toInteger(), opening);
    QCOMPARE(down[u"overhead"_s].toInteger(), socket.client().bytesReceived() - opening - payload - history - control);
    QCOMPARE(counters[u"requests"_s].toInteger(), 1);
    QCOMPARE(counters[u"controlRequests"_s].toInteger(), 0);
    QCOMPARE(counters[u"history"_s].toInteger(), 1);
}

void TestClassControl::slowReadersFramesAreCountedToTheByte()
{
    constexpr int smallBuffer = 4096;
    RawWebSocket socket(m_host->port(), socketTarget("2"), {}, false, smallBuffer);
    QVERIFY(socket.isOpen());
    constexpr int each = 12;
    for (int i = 0; i < each; ++i) { // more than the kernel takes, less than the host keeps
        QVERIFY(m_host->append(QByteArray(60'000, 'x')) > 0);
        m_host->change([i](protocol::ClassSettings &settings) { settings.hold = 5s + i * 1s; });
    }
    qint64 last = 0;
    int controls = 0;
    qint64 control = 0;
    while (last < 2 * each) {
        const QByteArray json = socket.readMessage().value_or(Frame()).payload;
        QVERIFY(!json.isEmpty());
        const QJsonObject entry = QJsonDocument::fromJson(json).object();
        if (entry.contains(u"welcome"_s))
            continue;
        QCOMPARE(entry[u"seq"_s].toInteger(), ++last);
        if (!entry.contains(u"control"_s))
            continue;
        ++controls;
        control += json.size() + (json.size() < 126 ? 2 : 4);
    }
    QCOMPARE(controls, each);
    QTRY_COMPARE(ann(webSocket)[u"down"_s][u"control"_s].toInteger(), control);
    QTRY_COMPARE(ann(webSocket)[u"bytesDown"_s].toInteger(), socket.client().bytesReceived());
}

void TestClassControl::restartTellsOfOtherSettings()
{
    const QTemporaryDir folder;
    m_options.database = folder.filePath(u"class.sqlite"_s);
    m_host = std::make_unique<TestHost>(m_options);
    QCOMPARE(m_host->append("one"), 1);
    setHold(5s);
    const auto next = [this] { return m_host->get("/api/rooms/lobby").json()[u"next"_s].toInteger(); };
    QTRY_COMPARE(next(), 2);
    m_host.reset();
    m_options.settings.hold = 5s;
    m_host = std::make_unique<TestHost>(m_options);
    QCOMPARE(next(), 2); // what they have heard holds
    m_host.reset();
    m_options.settings.hold = 7s;
    m_host = std::make_unique<TestHost>(m_options);
    QTRY_COMPARE(next(), 3);
    const QJsonObject entry = m_host->get(messagesTarget("lobby", 2, "&v=2")).json()[u"messages"_s][0].toObject();
    QCOMPARE(entry[u"control"_s][u"settings"_s][u"hold"_s].toInteger(), 7);
    m_host.reset();
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestClassControl)
#include "tst_classcontrol.moc"
