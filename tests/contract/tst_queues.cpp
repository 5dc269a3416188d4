// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawclient.h"
#include "tests/support/testhost.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The long-polling tutorial's queues: cursors into the room's log, read by held requests.
class TestQueues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opening_data();
    void opening();
    void firstInFirstOutOneAnAnswer();
    void queueStartsAtItsOpening();
    void reloadLosesNothing();
    void bothNamesReadOneQueue();
    void queuesAreApart();
    void unknownQueue();
    void heldUntilAMessageComes();
    void holdEndsEmpty_data();
    void holdEndsEmpty();
    void newestOfTwoGetsTheMessage();
    void newestThatIsStillOpenGetsTheMessage();
    void goneReaderLosesNothing_data();
    void goneReaderLosesNothing();
    void burstLosesNothing();

private:
    QByteArray take(const QByteArray &name = "tony") const;
    QByteArray request(const QByteArray &target) const { return getRequest(m_host->port(), target); }

    std::unique_ptr<TestHost> m_host;
};

namespace {

const QByteArray emptyAnswer = R"({"status":false,"data":null,"msg":""})";

QByteArray full(const QByteArray &text)
{
    return R"({"status":true,"data":")" + text + R"(","msg":")" + text + R"("})";
}

} // namespace

void TestQueues::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

QByteArray TestQueues::take(const QByteArray &name) const
{
    return m_host->get("/get_msg/?name=" + name).body;
}

void TestQueues::opening_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("lang") << QByteArray("/lang/?uid=tony");
    QTest::newRow("home") << QByteArray("/home/?name=tony");
    QTest::newRow("ab_b1") << QByteArray("/ab_b1/?name=tony");
    QTest::newRow("lang without slash") << QByteArray("/lang?uid=tony");
    QTest::newRow("home with a room") << QByteArray("/home/?name=tony&room=lobby");
}

void TestQueues::opening()
{
    QFETCH(QByteArray, page);
    QCOMPARE(m_host->get("/get_msg/?name=tony").status, 404);
    QCOMPARE(m_host->get(page).status, 200);
    QCOMPARE(m_host->append("hello"), 1);
    QCOMPARE(m_host->get("/get/message/?uid=tony").body, full("hello"));
}

void TestQueues::firstInFirstOutOneAnAnswer()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    for (const char *text : {"one", "two", "three"})
        QVERIFY(m_host->append(text) > 0);
    QCOMPARE(take(), full("one"));
    QCOMPARE(take(), full("two"));
    QVERIFY(m_host->append("four") > 0);
    QCOMPARE(take(), full("three"));
    QCOMPARE(take(), full("four"));
}

void TestQueues::queueStartsAtItsOpening()
{
    QCOMPARE(m_host->append("before"), 1);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    QCOMPARE(m_host->append("after"), 2);
    QCOMPARE(take(), full("after"));
}

void TestQueues::reloadLosesNothing()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("two"), 2);
    QCOMPARE(take(), full("one"));
    for (const char *page : {"/home/?name=tony", "/lang/?uid=tony", "/ab_b1/?name=tony"})
        QCOMPARE(m_host->get(page).status, 200);
    QCOMPARE(take(), full("two"));
}

void TestQueues::bothNamesReadOneQueue()
{
    QCOMPARE(m_host->get("/lang/?uid=tony").status, 200);
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("two"), 2);
    QCOMPARE(m_host->get("/get/message/?uid=tony").body, full("one"));
    QCOMPARE(m_host->get("/get_msg/?name=tony").body, full("two"));
}

void TestQueues::queuesAreApart()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    QCOMPARE(m_host->get("/home/?name=%E5%BC%A0%E4%B8%89").status, 200);
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(take("tony"), full("one"));
    QCOMPARE(take("%E5%BC%A0%E4%B8%89"), full("one"));
}

void TestQueues::unknownQueue()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    for (const char *target :
         {"/get_msg/?name=nobody", "/get/message/?uid=nobody", "/get_msg/?name=tony&room=other", "/get_msg/?name=Tony"}) {
        const HttpAnswer answer = m_host->get(target);
        QCOMPARE(answer.status, 404);
        QVERIFY(!answer.json()[u"error"_s].toString().isEmpty());
    }
}

void TestQueues::heldUntilAMessageComes()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient reader(m_host->port());
    for (const char *text : {"one", "two", "three"}) { // on one connection
        reader.send(request("/get_msg/?name=tony"));
        QVERIFY(reader.staysSilent(50ms));
        QVERIFY(m_host->append(text) > 0);
        const auto answer = reader.readAnswer();
        QVERIFY2(answer, qPrintable(reader.fault()));
        QCOMPARE(answer->body, full(text));
        QCOMPARE(answer->field("cache-control"), "no-store");
    }
}

void TestQueues::holdEndsEmpty_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("get_msg") << QByteArray("/get_msg/?name=tony");
    QTest::newRow("get/message") << QByteArray("/get/message?uid=tony");
}

void TestQueues::holdEndsEmpty()
{
    QFETCH(QByteArray, target);
    server::HostOptions options;
    options.settings.hold = 1s;
    m_host = std::make_unique<TestHost>(options);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient reader(m_host->port());
    QElapsedTimer clock;
    clock.start();
    reader.send(request(target));
    const auto answer = reader.readAnswer();
    QVERIFY2(answer, qPrintable(reader.fault()));
    QVERIFY2(clock.elapsed() >= 950 && clock.elapsed() < 3000, QByteArray::number(clock.elapsed()));
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->contentType(), "application/json");
    QCOMPARE(answer->body, emptyAnswer);
    QVERIFY(reader.survives());
    QCOMPARE(m_host->append("later"), 1);
    QCOMPARE(take(), full("later"));
}

// Answering the older request early would make two tabs send requests in a loop.
void TestQueues::newestOfTwoGetsTheMessage()
{
    server::HostOptions options;
    options.settings.hold = 3s;
    m_host = std::make_unique<TestHost>(options);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient older(m_host->port());
    QElapsedTimer clock;
    clock.start();
    older.send(request("/get_msg/?name=tony"));
    QVERIFY(older.staysSilent(100ms));
    RawClient newer(m_host->port());
    newer.send(request("/get/message/?uid=tony"));
    QVERIFY(newer.staysSilent(100ms));
    QVERIFY(older.isOpen() && older.buffer().isEmpty());

    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(newer.readAnswer().value_or(HttpAnswer()).body, full("one"));
    const auto late = older.readAnswer();
    QVERIFY2(late, qPrintable(older.fault()));
    QCOMPARE(late->body, emptyAnswer);
    QVERIFY2(clock.elapsed() >= 2950 && clock.elapsed() < 5000, QByteArray::number(clock.elapsed()));
}

void TestQueues::newestThatIsStillOpenGetsTheMessage()
{
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient older(m_host->port());
    older.send(request("/get_msg/?name=tony"));
    QVERIFY(older.staysSilent(100ms));
    RawClient newer(m_host->port());
    newer.send(request("/get_msg/?name=tony"));
    QVERIFY(newer.staysSilent(100ms));
    newer.reset();
    QVERIFY(older.staysSilent(100ms)); // lets the host notice
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(older.readAnswer().value_or(HttpAnswer()).body, full("one"));
}

void TestQueues::goneReaderLosesNothing_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("by RST") << true;
    QTest::newRow("by FIN") << false;
}

void TestQueues::goneReaderLosesNothing()
{
    QFETCH(bool, reset);
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    for (int i = 0; i < 3; ++i) {
        RawClient reader(m_host->port());
        reader.send(request("/get_msg/?name=tony"));
        QVERIFY(reader.staysSilent(100ms));
        if (reset)
            reader.reset();
        else
            reader.close();
    }
    QTest::qWait(100); // the host's chance to notice, not a proof
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("two"), 2);
    QCOMPARE(take(), full("one"));
    QCOMPARE(take(), full("two"));
}

void TestQueues::burstLosesNothing()
{
    constexpr int count = 200;
    QCOMPARE(m_host->get("/home/?name=tony").status, 200);
    RawClient sender(m_host->port());
    QByteArray burst;
    for (int i = 0; i < count; ++i)
        burst += request("/send/message/?text=" + QByteArray::number(i));
    RawClient reader(m_host->port());
    reader.send(request("/get_msg/?name=tony"));
    sender.send(burst);
    for (int i = 0; i < count; ++i) {
        const auto answer = reader.readAnswer();
        QVERIFY2(answer, qPrintable(reader.fault()));
        QCOMPARE(answer->body, full(QByteArray::number(i)));
        if (i + 1 < count)
            reader.send(request("/get_msg/?name=tony"));
    }
    for (int i = 0; i < count; ++i)
        QCOMPARE(sender.readAnswer().value_or(HttpAnswer()).body, "OK");
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestQueues)

#include "tst_queues.moc"
