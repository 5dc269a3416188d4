// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/countingsocket.h"
#include "server/protocol/frame.h"
#include "server/traffic/connectiontap.h"
#include "server/traffic/recorder.h"

#include <QTest>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using traffic::ConnectionTap;
using traffic::Owner;
using traffic::Recorder;
using wire::RecordKind;
using wire::TrafficExcerpt;
using wire::TrafficRecord;

namespace {

constexpr quint8 polling = 1;
constexpr quint8 socketAccount = 3;

Owner ownerOf(quint8 account, quint32 member)
{
    Owner owner;
    if (account == polling)
        owner.technique = protocol::Technique::Polling;
    if (account == socketAccount)
        owner.technique = protocol::Technique::WebSocket;
    if (member > 0) {
        owner.room = member == 3 ? u"other"_s : u"lobby"_s;
        owner.name = u"member "_s + QString::number(member);
        owner.key = "m:" + QByteArray::number(member);
    }
    return owner;
}

bool all(const TrafficRecord &)
{
    return true;
}

QByteArray answer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray masked(const QByteArray &payload)
{
    QByteArray bytes;
    protocol::appendFrame(bytes, protocol::Opcode::Text, payload);
    bytes[1] = char(bytes[1] | 0x80);
    bytes.insert(bytes.size() - payload.size(), QByteArray(4, '\1'));
    for (qsizetype i = bytes.size() - payload.size(); i < bytes.size(); ++i)
        bytes[i] = char(bytes[i] ^ 1);
    return bytes;
}

QByteArray unmasked(const QByteArray &payload)
{
    QByteArray bytes;
    protocol::appendFrame(bytes, protocol::Opcode::Text, payload);
    return bytes;
}

const QByteArray get = "GET /api/rooms/lobby/messages HTTP/1.1\r\n\r\n";
const QByteArray upgrade = "GET /ws/chat/lobby/ HTTP/1.1\r\nUpgrade: websocket\r\n\r\n";
const QByteArray switching = "HTTP/1.1 101 Switching Protocols\r\n\r\n";

} // namespace

//! Recorder and ConnectionTap: who is answered, who is who, what is carried, and what must go.
class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_socket = std::make_unique<io::CountingSocket>();
        m_recorder = std::make_unique<Recorder>(ownerOf, traffic::RingLimits{100, 1024 * 1024});
        m_tap = &m_recorder->attach(*m_socket);
    }
    void cleanup()
    {
        m_recorder.reset();
        m_socket.reset();
    }

    void answersBelongToTheirRequests();
    void headRequestsAreRemembered();
    void framesFollowTheHandshake();
    void aRefusedHandshakeLeavesHttp();
    void textsGetTheirNumbers();
    void framesOfAFanOutAreAsAnyOthers();
    void bytesThatWaitPassLater();
    void newsComeOnceAndAgainWhenChanged();
    void connectionsGoWithTheirRecords();
    void withdrawnTextsGo_data();
    void withdrawnTextsGo();
    void whatPassesAfterAWithdrawalIsWithoutItToo();
    void clearingForgets();
    void requestsBeforeTheTapAreAdded();
    void detachedSocketsAreFree();

private:
    [[nodiscard]] QList<TrafficRecord> records() const { return m_recorder->excerpt(0, 1000, 1 << 20, all).records; }
    void openSocket()
    {
        m_tap->arrived(upgrade);
        m_tap->sent(switching, &switching);
        m_tap->belongsTo(socketAccount, 2);
    }

    std::unique_ptr<io::CountingSocket> m_socket;
    std::unique_ptr<Recorder> m_recorder;
    ConnectionTap *m_tap = nullptr;
};

void TestRecorder::answersBelongToTheirRequests()
{
    m_tap->arrived(QByteArray(get + get)); // in a pipeline
    m_tap->belongsTo(polling, 1);
    m_tap->carries({4, 6, 3});
    m_tap->sent(answer("abc"), nullptr);
    m_tap->belongsTo(polling, 2);
    m_tap->sent(answer("de"), nullptr);
    const QList<TrafficRecord> seen = records();
    QCOMPARE(seen.size(), 4);
    QCOMPARE(seen[2].request, 1U);
    QCOMPARE(seen[3].request, 2U);
    QCOMPARE(seen[0].member, u"member 1"_s);
    QCOMPARE(seen[1].member, u"member 2"_s);
    QCOMPARE(seen[2].memberKey, "m:1");
    QCOMPARE(seen[3].memberKey, "m:2");
    QCOMPARE(seen[2].room, u"lobby"_s);
    QCOMPARE(seen[2].technique, protocol::Technique::Polling);
    QCOMPARE(seen[2].firstMessage, 4);
    QCOMPARE(seen[2].lastMessage, 6);
    QCOMPARE(seen[3].firstMessage, 0);
    QVERIFY(seen[2].duration >= 0);
}

void TestRecorder::headRequestsAreRemembered()
{
    m_tap->arrived(QByteArray("HEAD / HTTP/1.1\r\n\r\n" + get));
    m_tap->sent("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", nullptr);
    m_tap->sent(answer("x"), nullptr);
    const QList<TrafficRecord> seen = records();
    QCOMPARE(seen.size(), 4);
    QCOMPARE(seen[2].payloadBytes, 0);
    QCOMPARE(seen[3].payloadBytes, 1);
}

void TestRecorder::framesFollowTheHandshake()
{
    m_tap->arrived(QByteArray(upgrade + masked("early"))); // before it is known that they are frames
    m_tap->sent(switching, &switching);
    m_tap->belongsTo(socketAccount, 2);
    m_tap->sent(unmasked("hello"), nullptr);
    const QList<TrafficRecord> seen = records();
    QCOMPARE(seen.size(), 4);
    QCOMPARE(seen[1].request, 1U);
    QCOMPARE(int(seen[2].kind), int(RecordKind::Frame));
    QCOMPARE(seen[2].bytes, masked("early"));
    QCOMPARE(seen[3].technique, protocol::Technique::WebSocket);
    for (const TrafficRecord &record : seen) // the handshake, and what came with it, too
        QCOMPARE(record.member, u"member 2"_s);
}

void TestRecorder::aRefusedHandshakeLeavesHttp()
{
    m_tap->arrived(QByteArray(upgrade + get));
    m_tap->sent("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", nullptr);
    m_tap->sent(answer("x"), nullptr);
    const QList<TrafficRecord> seen = records();
    QCOMPARE(seen.size(), 4);
    QCOMPARE(seen[2].bytes, get);
    QCOMPARE(int(seen[2].kind), int(RecordKind::Request));
    QCOMPARE(seen[3].request, seen[2].number);
}

void TestRecorder::textsGetTheirNumbers()
{
    openSocket();
    QByteArray fragment = masked("{\"te");
    fragment[0] = char(fragment[0] & 0x7f);
    QByteArray rest = masked("xt\":1}");
    rest[0] = char(rest[0] & 0xf0);
    m_tap->arrived(QByteArray(fragment + rest + masked("refused") + masked("{\"text\":\"b\"}")));
    m_tap->carries({7, 7, 1, true});
    m_tap->carries({0, 0, 1, true});
    m_tap->carries({8, 8, 1, true});
    m_tap->sent(unmasked(R"({"seq":7,"from":"a","message":"x"})"), nullptr);
    m_tap->sent(unmasked(R"({"ack":{"id":"1","seq":7}})"), nullptr);
    m_tap->carries({7, 8, 2}); // as a tutorial's, which do not say
    m_tap->sent(QByteArray(unmasked("{\"message\":\"x\"}") + unmasked("{\"message\":\"y\"}") + unmasked("z")), nullptr);
    m_tap->carries({9, 12, 2}); // some are left out
    m_tap->sent(QByteArray(unmasked("{\"message\":\"x\"}") + unmasked("{\"message\":\"y\"}")), nullptr);
    QList<std::pair<qint64, qint64>> numbers;
    for (const TrafficRecord &record : records().sliced(2))
        numbers.append({record.firstMessage, record.lastMessage});
    const QList<std::pair<qint64, qint64>> want{{7, 7}, {7, 7}, {0, 0}, {8, 8},  {7, 7}, {0, 0},
                                                {7, 7}, {8, 8}, {0, 0}, {9, 12}, {9, 12}};
    QCOMPARE(numbers, want);
}

//! They take a shorter way into the ring, which holds older records already.
void TestRecorder::framesOfAFanOutAreAsAnyOthers()
{
    openSocket();
    for (int i = 0; i < 120; ++i)
        m_tap->sent(QByteArray(5, 'x'), nullptr); // a frame's rest, and so on
    m_recorder->clear();
    m_recorder = std::make_unique<Recorder>(ownerOf, traffic::RingLimits{3, 1024 * 1024});
    m_tap = &m_recorder->attach(*m_socket);
    m_tap->useFrames({});
    m_tap->belongsTo(polling, 1);
    for (int i = 0; i < 4; ++i)
        m_tap->arrived(masked("of another kind"));
    m_tap->belongsTo(socketAccount, 2);
    for (const QByteArray &frame :
         {unmasked(R"({"seq":7,"message":"x"})"), unmasked({}), unmasked(QByteArray(300, 'y')), unmasked(QByteArray(125, 'z'))}) {
        m_tap->sent(frame, nullptr);
        m_tap->sent(frame, &frame);
        const QList<TrafficRecord> seen = records().last(2);
        TrafficRecord shared = seen[1];
        QCOMPARE(shared.offset, seen[0].offset + frame.size());
        QCOMPARE(shared.bytes.constData(), frame.constData());
        QCOMPARE(shared.member, u"member 2"_s);
        shared.number = seen[0].number;
        shared.offset = seen[0].offset;
        shared.at = seen[0].at;
        QVERIFY(shared == seen[0]);
    }
}

void TestRecorder::bytesThatWaitPassLater()
{
    m_tap->arrived(get);
    const QByteArray bytes = answer(QByteArray(100'000, 'x'));
    m_tap->sent(QByteArrayView(bytes).first(1000), nullptr);
    m_tap->queued(QByteArrayView(bytes).sliced(1000, 50'000));
    m_tap->queued(QByteArrayView(bytes).sliced(51'000));
    QCOMPARE(records().size(), 1);
    m_tap->flushed(70'000);
    QCOMPARE(records().size(), 1);
    m_tap->flushed(bytes.size() - 71'000);
    QCOMPARE(records().size(), 2);
    QCOMPARE(records()[1].bytes, bytes);
}

void TestRecorder::newsComeOnceAndAgainWhenChanged()
{
    m_tap->arrived(QByteArray(get + get));
    TrafficExcerpt news = m_recorder->takeNews();
    QCOMPARE(news.records.size(), 2);
    QCOMPARE(news.connections.size(), 1);
    QVERIFY(m_recorder->takeNews().records.isEmpty());
    m_tap->sent(answer("a"), nullptr);
    m_tap->belongsTo(polling, 1); // the second, which was told without an owner
    news = m_recorder->takeNews();
    QCOMPARE(news.records.size(), 2);
    QCOMPARE(news.records[0].number, 2U);
    QCOMPARE(news.records[0].member, u"member 1"_s);
    QCOMPARE(news.records[1].number, 3U);
    QVERIFY(m_recorder->takeNews().records.isEmpty());
    m_recorder->restartNews();
    QCOMPARE(m_recorder->takeNews().records.size(), 3);
}

void TestRecorder::connectionsGoWithTheirRecords()
{
    m_tap->arrived(get);
    (void)m_recorder->takeNews();
    m_socket.reset();
    TrafficExcerpt news = m_recorder->takeNews();
    QCOMPARE(news.connections.size(), 1);
    QVERIFY(news.connections[0].closed > 0);
    QCOMPARE(m_recorder->excerpt(0, 10, 1000, all).connections.size(), 1);
    io::CountingSocket other;
    ConnectionTap &tap = m_recorder->attach(other);
    for (int i = 0; i < 150; ++i) // more than the ring holds
        tap.arrived(get);
    const TrafficExcerpt seen = m_recorder->excerpt(0, 1000, 1 << 20, all);
    QCOMPARE(seen.connections.size(), 1);
    QCOMPARE(seen.connections[0].number, 2U);
    QCOMPARE(seen.dropped, 51U);
    QCOMPARE(seen.oldest, 52U);
}

void TestRecorder::withdrawnTextsGo_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("left");
    const auto row = [](const char *name, const QByteArray &sent, const QByteArray &left) { QTest::newRow(name) << sent << left; };
    row("alone", R"({"seq":5,"from":"a","text":"secret \"x\"","sent":1})", R"({"seq":5,"from":"a","text":"------------","sent":1})");
    row("among others", R"([{"seq":4,"text":"four"},{"seq":5,"text":"five"},{"seq":55,"text":"more"}])",
        R"([{"seq":4,"text":"four"},{"seq":5,"text":"----"},{"seq":55,"text":"more"}])");
    const QByteArray texts = R"({"data":["four","five"],"index":5})";
    row("without a number", texts, QByteArray(texts.size(), '-'));
}

void TestRecorder::withdrawnTextsGo()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, left);
    m_tap->arrived("GET /send/msg/?text=secret&x HTTP/1.1\r\nHost: h\r\n\r\n");
    m_tap->belongsTo(polling, 2);
    m_tap->carries({5, 5, 1, true});
    m_tap->carries({4, 6, 3});
    m_tap->sent(answer(sent), nullptr);
    (void)m_recorder->takeNews();
    m_recorder->withdraw(u"other"_s, 5);
    m_recorder->withdraw(u"lobby"_s, 7);
    QCOMPARE(records()[1].bytes, answer(sent));
    m_recorder->withdraw(u"lobby"_s, 5);
    const QList<TrafficRecord> seen = records();
    QCOMPARE(seen[0].bytes, "GET /send/msg/?------------- HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(seen[1].bytes, answer(left));
    QVERIFY(seen[0].isWithdrawn && seen[1].isWithdrawn);
    QCOMPARE(m_recorder->takeNews().records.size(), 2); // whoever had them is told
}

void TestRecorder::whatPassesAfterAWithdrawalIsWithoutItToo()
{
    openSocket();
    m_recorder->withdraw(u"lobby"_s, 5);
    const QByteArray frame = unmasked(R"({"seq":5,"from":"a","message":"secret"})");
    m_tap->queued(frame);
    m_tap->flushed(frame.size());
    QVERIFY(records().last().isWithdrawn);
    QCOMPARE(records().last().bytes, unmasked(R"({"seq":5,"from":"a","message":"------"})"));
    m_tap->arrived(masked("{\"text\":\"secret\"}")); // a number that is given late
    m_tap->carries({5, 5, 1, true});
    QVERIFY(records().last().isWithdrawn);
    QVERIFY(!records().last().bytes.contains(masked("secret").sliced(6)));
}

void TestRecorder::clearingForgets()
{
    m_tap->arrived(get);
    (void)m_recorder->takeNews();
    m_recorder->clear();
    QVERIFY(records().isEmpty());
    m_tap->sent(answer("a"), nullptr); // to a request that is gone
    QCOMPARE(records().size(), 1);
    const TrafficExcerpt news = m_recorder->takeNews();
    QCOMPARE(news.oldest, 2U);
    QCOMPARE(news.records.size(), 1);
}

void TestRecorder::requestsBeforeTheTapAreAdded()
{
    QVERIFY(m_tap->lacksRequest());
    m_tap->addMissed(get);
    QVERIFY(!m_tap->lacksRequest());
    m_tap->belongsTo(polling, 1);
    m_tap->sent(answer("a"), nullptr);
    const QList<TrafficRecord> seen = records();
    QCOMPARE(seen[0].bytes, get);
    QCOMPARE(seen[0].member, u"member 1"_s);
    QCOMPARE(seen[1].request, 1U);
}

void TestRecorder::detachedSocketsAreFree()
{
    m_tap->belongsTo(polling, 1);
    m_recorder->detachUnless([](const Owner &owner) { return owner.key == "m:1"; });
    QVERIFY(m_socket->tap());
    m_recorder->detachUnless([](const Owner &) { return false; });
    QVERIFY(!m_socket->tap());
    m_recorder->attach(*m_socket);
    m_recorder.reset(); // as the server's end
    QVERIFY(!m_socket->tap());
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
