// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/content.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using pushlab::protocol::Technique;
using pushlab::wire::Direction;
using pushlab::wire::RecordKind;
using pushlab::wire::TrafficExcerpt;
using pushlab::wire::TrafficRecord;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";

QByteArray message(const QByteArray &text, const QByteArray &member = "ann-0f3a")
{
    return "{\"text\":\"" + text + "\",\"from\":\"Ann\",\"member\":\"" + member + "\",\"id\":\"" + text + "\",\"via\":\"polling\"}";
}

//! A client that keeps all that passes its socket.
class Capture final
{
public:
    explicit Capture(quint16 port) : client(port) {}

    void send(const QByteArray &bytes)
    {
        sent += bytes;
        client.send(bytes);
    }
    //! Reads until \a wanted has come behind what was asked for before.
    bool readUntil(const QByteArray &wanted)
    {
        const qsizetype from = received.size();
        const QDeadlineTimer deadline(patience);
        while (!QByteArrayView(received).sliced(from).contains(wanted) && !deadline.hasExpired()) {
            if (!client.waitForBytes(1, patience))
                return false;
            received += client.buffer();
            client.take(client.buffer().size());
        }
        return QByteArrayView(received).sliced(from).contains(wanted);
    }

    RawClient client;
    QByteArray sent;
    QByteArray received;
};

QByteArray maskedText(const QByteArray &text)
{
    return encodeFrame({textFrame, text});
}

QByteArray bytesIn(const QJsonObject &answer)
{
    QByteArray all;
    for (const QJsonValueConstRef record : answer[u"records"_s].toArray())
        all += QByteArray::fromBase64(record[u"bytes"_s].toString().toLatin1());
    return all;
}

} // namespace

//! What the host records of its connections, byte for byte, and to whom it tells it.
class TestTraffic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void everyByteIsRecorded_data();
    void everyByteIsRecorded();
    void totalsAreTheLedgers();
    void recordingBeginsWithinConnections();
    void theTeachersOpenChatIsOther();
    void nothingIsRecordedUnasked();
    void aMemberSeesItsOwn();
    void aMembersOpenSocketIsRecordedFromItsFirstLook();
    void idsStayAmongTheirOwners();
    void whoMayLook();
    void looksAreNotWithinLooks();
    void withdrawnTextsAndClearedClassesGo();

private:
    //! All that was recorded, once \a isThere says so.
    template <typename IsThere>
    bool waitFor(const IsThere &isThere)
    {
        return QTest::qWaitFor([&] { return isThere(); }, int(patience.count()));
    }
    [[nodiscard]] QByteArray joined(quint64 connection, Direction direction) const;
    [[nodiscard]] quint64 connectionWith(const QByteArray &beginning) const;
    [[nodiscard]] HttpAnswer look(const QByteArray &member, const QByteArray &fields = {}) const
    {
        return m_host->get("/api/rooms/lobby/traffic?member=" + member, fields);
    }
    HttpAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {}) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), path, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }

    std::unique_ptr<TestHost> m_host;
    QMap<quint64, TrafficRecord> m_records;
    quint64 m_oldest = 0;
};

void TestTraffic::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.settings.hold = 1s;
    options.settings.techniques = {Technique::Polling, Technique::LongPolling, Technique::WebSocket, Technique::Sse};
    m_host = std::make_unique<TestHost>(options);
    QVERIFY(m_host->port() != 0);
    m_records.clear();
    m_oldest = 0;
    connect(&m_host->host(), &server::Host::trafficRecorded, this, [this](const TrafficExcerpt &excerpt) {
        m_oldest = excerpt.oldest;
        for (const TrafficRecord &record : excerpt.records)
            m_records.insert(record.number, record);
        m_records.removeIf([this](QMap<quint64, TrafficRecord>::iterator entry) { return entry.key() < m_oldest; });
    });
}

QByteArray TestTraffic::joined(quint64 connection, Direction direction) const
{
    QByteArray bytes;
    for (const TrafficRecord &record : m_records) {
        if (record.connection == connection && record.direction == direction)
            bytes += record.bytes;
    }
    return bytes;
}

quint64 TestTraffic::connectionWith(const QByteArray &beginning) const
{
    for (const TrafficRecord &record : m_records) {
        if (record.bytes.startsWith(beginning))
            return record.connection;
    }
    return 0;
}

void TestTraffic::everyByteIsRecorded_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QList<QByteArray>>("next");
    QTest::addColumn<QByteArray>("last");
    const auto get = [](const QByteArray &target, const QByteArray &fields = {}) { return getRequest(80, target, fields); };
    const QByteArray api = "/api/rooms/lobby/messages?member=ann-0f3a&after=0";
    const QByteArray end = "\"now\":";
    const QByteArray fields =
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QTest::newRow("polling") << get(api) << QList<QByteArray>{get(api) + get(api)} << end;
    QTest::newRow("long polling") << get(api + "&wait=1") << QList<QByteArray>{get("/api/rooms/lobby/messages?after=9&wait=1")}
                                  << end;
    QTest::newRow("tutorial polling") << get("/get/msg/?index=0") << QList<QByteArray>{get("/get/msg/?index=0")}
                                      << QByteArray("max_index");
    QTest::newRow("websocket") << get("/ws/chat/lobby/?v=1&member=ann-0f3a&after=0", fields)
                               << QList<QByteArray>{maskedText("{\"text\":\"x\",\"id\":\"1\"}"), encodeFrame({pingFrame, "p"}),
                                                    encodeClose(1000)}
                               << QByteArray("\x88");
    QTest::newRow("tutorial websocket") << get("/ws/chat/lobby/", fields)
                                        << QList<QByteArray>{maskedText("{\"message\":\"x\"}"), encodeClose(1000)}
                                        << QByteArray("\x88");
    QTest::newRow("echo") << get("/ws/echo/", fields) << QList<QByteArray>{maskedText("abc"), encodeClose(1000)}
                          << QByteArray("\x88");
    QTest::newRow("events") << get("/api/rooms/lobby/events?member=ann-0f3a&after=0") << QList<QByteArray>()
                            << QByteArray("said-before");
    QTest::newRow("a page") << get("/web/lobby/") << QList<QByteArray>() << QByteArray("</html>");
    QTest::newRow("a refused upgrade") << get("/ws/none/", fields) << QList<QByteArray>() << QByteArray("\"code\"");
}

void TestTraffic::everyByteIsRecorded()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QList<QByteArray>, next);
    QFETCH(const QByteArray, last);
    QVERIFY(m_host->append("said-before") > 0);
    m_host->host().recordTraffic(true);
    QVERIFY(waitFor([this] { return post("/api/rooms/lobby/messages", message("on")).status == 201 && !m_records.isEmpty(); }));
    Capture capture(m_host->port());
    for (const char byte : first) // in as many pieces as there can be
        capture.send(QByteArray(1, byte));
    QVERIFY(capture.readUntil(next.isEmpty() ? last : "\r\n\r\n"));
    for (const QByteArray &bytes : next)
        capture.send(bytes);
    QVERIFY(next.isEmpty() || capture.readUntil(last));
    capture.client.close();
    const QByteArray beginning = first.first(first.indexOf("\r\n"));
    QVERIFY(waitFor([&] {
        const quint64 connection = connectionWith(beginning);
        return joined(connection, Direction::ToHost) == capture.sent
            && joined(connection, Direction::FromHost).startsWith(capture.received);
    }));
    QMap<Direction, qint64> offset;
    for (const TrafficRecord &record : std::as_const(m_records)) {
        if (record.connection != connectionWith(beginning))
            continue;
        QCOMPARE(record.offset, offset[record.direction]);
        offset[record.direction] += record.size;
        QCOMPARE(record.headerBytes + record.payloadBytes, record.size);
        QVERIFY(record.kind != RecordKind::Other);
        QVERIFY(record.direction == Direction::ToHost || record.kind == RecordKind::Frame || record.request > 0);
    }
}

void TestTraffic::totalsAreTheLedgers()
{
    m_host->host().recordTraffic(true);
    QVERIFY(waitFor([this] { return m_host->get("/api/time").status == 200 && !m_records.isEmpty(); }));
    QVERIFY(post("/api/rooms/lobby/messages", message("one")).status == 201);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=0").status == 200);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=1&wait=0.2").status == 200);
    QVERIFY(m_host->get("/get/msg/?index=0").status == 200);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=cat-5&after=0");
    QVERIFY(socket.readMessage() && socket.readMessage());
    socket.sendText("{\"text\":\"two\",\"id\":\"2\"}");
    QVERIFY(socket.readMessage() && socket.readMessage());
    socket.client().close();
    RawClient stream(m_host->port());
    stream.send(getRequest(m_host->port(), "/api/rooms/lobby/events?member=dan-9&after=0"));
    QVERIFY(waitFor([&stream] {
        (void)stream.waitForBytes(stream.buffer().size() + 1, 20ms);
        return stream.buffer().contains("two");
    }));
    stream.close();
    const auto sums = [&](Technique technique) {
        QMap<Direction, qint64> sum;
        for (const TrafficRecord &record : std::as_const(m_records)) {
            if (record.technique == technique)
                sum[record.direction] += record.size;
        }
        return sum;
    };
    for (const Technique technique : protocol::allTechniques) {
        const QString name = QString::fromLatin1(protocol::techniqueName(technique));
        QVERIFY2(waitFor([&] {
                     const QJsonObject counted = m_host->get("/api/stats").json()[u"techniques"_s][name].toObject();
                     const auto sum = sums(technique);
                     return sum[Direction::ToHost] > 0 && sum[Direction::ToHost] == counted[u"bytesUp"_s].toInteger()
                         && sum[Direction::FromHost] == counted[u"bytesDown"_s].toInteger();
                 }),
                 qPrintable(name));
    }
    QMap<QString, int> names;
    for (const TrafficRecord &record : std::as_const(m_records)) {
        ++names[record.room + u'/' + QString::fromUtf8(record.memberKey)];
        if (record.bytes.contains("\"message\":\"one\"") || record.bytes.contains("\"text\":\"one\""))
            QVERIFY(record.firstMessage == 1 && record.lastMessage >= 1);
    }
    for (const auto &name : {u"lobby/m:ann-0f3a"_s, u"lobby/m:ben-17"_s, u"lobby/m:cat-5"_s, u"lobby/m:dan-9"_s})
        QVERIFY2(names[name] >= 2, qPrintable(name));
}

//! A stream, a socket in the middle of a frame and a held poll that were there before.
void TestTraffic::recordingBeginsWithinConnections()
{
    Capture stream(m_host->port());
    stream.send(getRequest(m_host->port(), "/api/rooms/lobby/events?member=dan-9"));
    QVERIFY(stream.readUntil("\n\n\r\n"));
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=cat-5");
    QVERIFY(socket.readMessage());
    const QByteArray frame = encodeFrame({textFrame, "{\"text\":\"half\",\"id\":\"h\"}"});
    QVERIFY(socket.client().send(frame.first(9)));
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?member=ben-17&after=0&wait=20"));
    QVERIFY(waitFor(
        [this] { return m_host->get("/api/stats").json()[u"techniques"_s][u"long-polling"_s][u"requests"_s].toInteger() == 1; }));
    m_host->host().recordTraffic(true);
    QVERIFY(waitFor([this] { return m_host->get("/api/time").status == 200 && !m_records.isEmpty(); }));
    QVERIFY(socket.client().send(frame.sliced(9)));
    QVERIFY(held.readAnswer());
    QVERIFY(stream.readUntil("half"));
    QVERIFY(socket.readMessage() && socket.readMessage());
    socket.sendText("{\"text\":\"whole\",\"id\":\"w\"}");
    QVERIFY(waitFor([this] {
        return connectionWith(encodeFrame({textFrame, "{\"text\":\"whole\",\"id\":\"w\"}"}).first(2)) > 0;
    }));
    int found = 0;
    for (const TrafficRecord &record : std::as_const(m_records)) {
        const bool isTail = record.bytes == frame.sliced(9);
        QVERIFY(record.kind != RecordKind::Other || isTail);
        found += isTail;
        if (record.memberKey == "m:ben-17" && record.kind == RecordKind::Answer) {
            QVERIFY(record.request > 0);
            QCOMPARE(m_records.value(record.request).kind, RecordKind::Request);
            ++found;
        }
        if (record.kind == RecordKind::Event && record.firstMessage == 1 && record.memberKey == "m:dan-9")
            ++found;
    }
    QCOMPARE(found, 3);
}

void TestTraffic::theTeachersOpenChatIsOther()
{
    RawWebSocket teacher(m_host->port(), "/ws/chat/lobby/?v=1&member=tea-1", "Authorization: Bearer the-key-of-this-test-1\r\n");
    QVERIFY(teacher.readMessage());
    m_host->host().recordTraffic(true);
    QVERIFY(waitFor([this] { return m_host->get("/api/time").status == 200 && !m_records.isEmpty(); }));
    teacher.sendText("{\"text\":\"to all\",\"id\":\"t\"}");
    const auto isFrame = [](const TrafficRecord &record) { return record.kind == RecordKind::Frame; };
    QVERIFY(waitFor([&] { return std::count_if(m_records.cbegin(), m_records.cend(), isFrame) >= 3; })); // sent, told, acknowledged
    for (const TrafficRecord &record : std::as_const(m_records))
        QVERIFY(!isFrame(record) || !record.technique);
}

void TestTraffic::nothingIsRecordedUnasked()
{
    QVERIFY(post("/api/rooms/lobby/messages", message("one")).status == 201);
    const QJsonObject first = look("ann-0f3a").json();
    QVERIFY(first[u"since"_s].toDouble() > 0);
    QVERIFY(first[u"records"_s].toArray().isEmpty());
    QVERIFY(post("/api/rooms/lobby/messages", message("two", "ben-17")).status == 201);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=0").status == 200);
    QVERIFY(look("ben-17").json()[u"records"_s].toArray().isEmpty()); // another has looked, at itself
    QVERIFY(m_records.isEmpty());
}

void TestTraffic::aMemberSeesItsOwn()
{
    RawClient client(m_host->port());
    const QByteArray poll = "/api/rooms/lobby/messages?member=ann-0f3a&name=Ann&after=0";
    QVERIFY(client.get(poll));
    QVERIFY(look("ann-0f3a").json()[u"since"_s].toDouble() > 0);
    QVERIFY(client.get("/api/time")); // nobody's in particular
    QVERIFY(client.get(poll)); // on a connection that was there before
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=0").status == 200);
    QVERIFY(post("/api/rooms/lobby/messages", message("hello")).status == 201);
    const QJsonObject seen = look("ann-0f3a").json();
    const QJsonArray records = seen[u"records"_s].toArray();
    QCOMPARE(records.size(), 4);
    QCOMPARE(records[0][u"kind"_s].toString(), u"request"_s);
    QCOMPARE(records[0][u"direction"_s].toString(), u"up"_s);
    QCOMPARE(records[0][u"member"_s].toString(), u"Ann"_s);
    QCOMPARE(records[0][u"technique"_s].toString(), u"polling"_s);
    QCOMPARE(records[1][u"kind"_s].toString(), u"answer"_s);
    QCOMPARE(records[1][u"request"_s], records[0][u"number"_s]);
    QCOMPARE(records[2][u"firstMessage"_s].toInteger(), 1);
    QByteArray shown = getRequest(m_host->port(), poll);
    QCOMPARE(QByteArray::fromBase64(records[0][u"bytes"_s].toString().toLatin1()), shown.replace("ann-0f3a", "********"));
    QCOMPARE(records[0][u"size"_s].toInteger(), shown.size());
    const QByteArray rest = "ann-0f3a&after=" + QByteArray::number(seen[u"next"_s].toInteger());
    QVERIFY(look(rest).json()[u"records"_s].toArray().isEmpty());
    QVERIFY(client.get(poll));
    QCOMPARE(look(rest).json()[u"records"_s].toArray().size(), 2);
}

void TestTraffic::aMembersOpenSocketIsRecordedFromItsFirstLook()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=ann-0f3a");
    QVERIFY(socket.readMessage());
    QVERIFY(look("ann-0f3a").status == 200);
    socket.sendText("{\"text\":\"hello\",\"id\":\"1\"}");
    QVERIFY(socket.readMessage() && socket.readMessage());
    RawWebSocket later(m_host->port(), "/ws/chat/lobby/?v=1&member=ann-0f3a");
    QVERIFY(later.readMessage());
    RawWebSocket other(m_host->port(), "/ws/chat/lobby/?v=1&member=ben-17");
    QVERIFY(other.readMessage());
    const QJsonObject seen = look("ann-0f3a").json();
    QMap<QString, int> kinds;
    for (const QJsonValueConstRef record : seen[u"records"_s].toArray())
        ++kinds[record[u"direction"_s].toString() + u' ' + record[u"kind"_s].toString()];
    const QMap<QString, int> want{{u"up frame"_s, 1}, {u"down frame"_s, 3}, {u"up request"_s, 1}, {u"down answer"_s, 1}};
    QCOMPARE(kinds, want);
    QCOMPARE(seen[u"connections"_s].toArray().size(), 2);
}

//! An id is what lets a client send as its member.
void TestTraffic::idsStayAmongTheirOwners()
{
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ann-0f3a&after=0").status == 200);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ben-17&after=0").status == 200);
    QVERIFY(look("ann-0f3a").status == 200 && look("ben-17").status == 200);
    QVERIFY(post("/api/rooms/lobby/messages", message("hello")).status == 201);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=ann-0f3a&after=0", "Cookie: pushlab-pass=a-cookie\r\n");
    QVERIFY(socket.readMessage());
    for (const QByteArray &path :
         {QByteArray("/api/stats"), QByteArray("/api/rooms/lobby"), QByteArray("/api/rooms/lobby/people"),
          QByteArray("/api/rooms/lobby/messages?member=ben-17&after=0"), QByteArray("/metrics"),
          QByteArray("/api/rooms/lobby/traffic?member=ben-17"), QByteArray("/api/rooms/lobby/traffic?member=ann-0f3a")})
        QVERIFY2(!m_host->get(path).body.contains("ann-0f3a"), path.constData());
    QVERIFY(!bytesIn(look("ben-17").json()).contains("ann"));
    const QByteArray own = bytesIn(look("ann-0f3a").json());
    QVERIFY(own.contains("hello"));
    QVERIFY(!own.contains("ann-0f3a"));
    QVERIFY(!own.contains("a-cookie"));
    const QByteArray teachers = bytesIn(m_host->get("/api/rooms/lobby/traffic", key).json());
    QVERIFY(teachers.contains("hello"));
    QVERIFY(!teachers.contains("ann-0f3a"));
    QVERIFY(bytesIn(m_host->get("/api/rooms/lobby/traffic?secrets=1", key).json()).contains("ann-0f3a"));
    QVERIFY(!bytesIn(look("ann-0f3a&secrets=1").json()).contains("ann-0f3a")); // the teacher alone may ask for them
}

void TestTraffic::whoMayLook()
{
    QCOMPARE(m_host->get("/api/rooms/lobby/traffic").status, 400);
    QCOMPARE(look("nobody").status, 404);
    QCOMPARE(look("nobody").json()[u"code"_s].toString(), u"no-member"_s);
    QVERIFY(m_host->get("/lang/?uid=reader").status == 200);
    QCOMPARE(look("q:reader").status, 404); // a queue's reader is no member with an id
    QCOMPARE(look("reader").status, 404);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ann-0f3a&after=0").status == 200);
    QCOMPARE(m_host->get("/api/rooms/elsewhere/traffic?member=ann-0f3a").status, 404);
    QCOMPARE(look("ann-0f3a&after=x").status, 400);
    QCOMPARE(m_host->head("/api/rooms/lobby/traffic?member=ann-0f3a").status, 200);
    const auto others = [this] { return m_host->get("/api/stats").json()[u"other"_s][u"requests"_s].toInteger(); };
    const qint64 before = others();
    QVERIFY(look("ann-0f3a").status == 200);
    QCOMPARE(others(), before + 2); // the look, and asking for the figures
}

void TestTraffic::looksAreNotWithinLooks()
{
    m_host->host().recordTraffic(true);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?member=ann-0f3a&after=0").status == 200);
    for (int i = 0; i < 5; ++i)
        QVERIFY(look("ann-0f3a").status == 200);
    qsizetype most = 0;
    const auto countLooks = [&] {
        int looks = 0;
        for (const TrafficRecord &record : std::as_const(m_records)) {
            if (record.kind == RecordKind::Answer && record.room == u"lobby"_s && !record.technique) {
                ++looks;
                most = std::max(most, record.bytes.size());
            }
        }
        return looks;
    };
    QVERIFY(waitFor([&] { return countLooks() >= 5; }));
    QVERIFY(most < 1000);
}

void TestTraffic::withdrawnTextsAndClearedClassesGo()
{
    m_host->host().recordTraffic(true);
    QVERIFY(waitFor([this] { return m_host->get("/api/time").status == 200 && !m_records.isEmpty(); }));
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=cat-5&after=0");
    RawWebSocket tutorial(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(socket.readMessage());
    socket.sendText("{\"text\":\"better-not-said\",\"id\":\"1\"}");
    QVERIFY(socket.readMessage() && socket.readMessage() && tutorial.readMessage());
    QVERIFY(post("/api/rooms/lobby/messages", message("stays")).status == 201);
    QVERIFY(m_host->get("/api/rooms/lobby/messages?after=0").status == 200);
    QVERIFY(m_host->get("/api/rooms/lobby/history?before=9").status == 200);
    QVERIFY(m_host->get("/get/msg/?index=0").status == 200);
    QVERIFY(m_host->get("/send/msg/?text=better-not-said").status == 200);
    const auto count = [this](const QByteArray &text) {
        int found = 0;
        for (const TrafficRecord &record : std::as_const(m_records))
            found += record.bytes.contains(text) || wire::Content(record).bytes().contains(text);
        return found;
    };
    QVERIFY(waitFor([&] { return count("better-not-said") >= 9; }));
    for (const int seq : {1, 3})
        QCOMPARE(post("/api/rooms/lobby/moderation", "{\"action\":\"withdraw\",\"seq\":" + QByteArray::number(seq) + "}", key).status,
                 200);
    QVERIFY(waitFor([&] { return count("better-not-said") == 0; }));
    QVERIFY(count("stays") >= 3);
    QVERIFY(!bytesIn(m_host->get("/api/rooms/lobby/traffic?secrets=1", key).json()).contains("better-not-said"));
    QCOMPARE(post("/api/class/clear", {}, key).status, 200);
    QVERIFY(waitFor([&] { return count("stays") == 0; }));
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestTraffic)
#include "tst_traffic.moc"
