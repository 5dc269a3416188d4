// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/limits.h"
#include "server/protocol/messagebatch.h"
#include "server/push/answers.h"
#include "server/push/context.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace pushlab;
using namespace pushlab::push;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;
using room::RoomLog;

namespace {

//! A log of the texts "1", "2", …, of which only the last \a kept are left.
RoomLog logOf(int count, int kept)
{
    RoomLog log(u"e1"_s, {kept, 1'000'000'000});
    for (int i = 1; i <= count; ++i)
        log.append({0, u"Mia"_s, QString::number(i), 0, 1, {}}, {});
    return log;
}

} // namespace

class TestAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messages_data();
    void messages();
    void messagesOfAnEmptyRoom();
    void messagesOfAnotherEpoch();
    void polls_data();
    void polls();
    void largeAnswersAreCut_data();
    void largeAnswersAreCut();
    void largestMessageAlone();
    void queues();
    void controlEntries();
    void roomInfoSaysWhereToStart();
};

void TestAnswers::messages_data()
{
    QTest::addColumn<qint64>("after");
    QTest::addColumn<QString>("texts");
    QTest::addColumn<qint64>("next");

    // Of ten messages, 4 to 10 are left.
    QTest::newRow("from the start") << qint64(0) << u"4 5 6 7 8 9 10"_s << qint64(10);
    QTest::newRow("from the gap's end") << qint64(3) << u"4 5 6 7 8 9 10"_s << qint64(10);
    QTest::newRow("from within") << qint64(8) << u"9 10"_s << qint64(10);
    QTest::newRow("from the end") << qint64(10) << QString() << qint64(10);
    QTest::newRow("past the end") << qint64(11) << QString() << qint64(10);
    QTest::newRow("past every number") << std::numeric_limits<qint64>::max() << QString() << qint64(10);
}

void TestAnswers::messages()
{
    QFETCH(qint64, after);
    QFETCH(QString, texts);
    QFETCH(qint64, next);
    const RoomLog log = logOf(10, 7);
    for (const QString &epoch : {QString(), u"e1"_s}) {
        const Batch batch = messagesAnswer(log, after, epoch, 1000.5, false);
        const auto decoded = protocol::decodeMessageBatch(batch.body);
        QVERIFY(decoded);
        QCOMPARE(decoded->epoch, u"e1"_s);
        QCOMPARE(decoded->next, next);
        QCOMPARE(decoded->oldest, 4);
        QCOMPARE(decoded->now, 1000.5);
        QStringList seen;
        for (const protocol::Entry &entry : decoded->entries) {
            const auto &message = std::get<protocol::Message>(entry);
            seen.append(message.text);
            QCOMPARE(message.seq, message.text.toLongLong());
        }
        QCOMPARE(seen.join(u' '), texts);
        QCOMPARE(batch.count, seen.size());
    }
}

void TestAnswers::messagesOfAnEmptyRoom()
{
    const Batch batch = messagesAnswer(RoomLog(u"e\"1"_s, {10, 1000}), 0, {}, 1.5, false);
    const QByteArray expected = R"({"epoch":"e\"1","messages":[],"next":0,"oldest":1,"now":1.500})";
    QCOMPARE(batch.body, expected);
    QCOMPARE(batch.count, 0);
}

void TestAnswers::messagesOfAnotherEpoch()
{
    const Batch batch = messagesAnswer(logOf(10, 7), 8, u"e0"_s, 0, false);
    const auto decoded = protocol::decodeMessageBatch(batch.body);
    QVERIFY(decoded);
    QCOMPARE(decoded->epoch, u"e1"_s);
    QVERIFY(decoded->entries.isEmpty());
    QCOMPARE(batch.count, 0);
    QCOMPARE(decoded->next, 3); // to go on from there reads the new log from its start
    QCOMPARE(decoded->oldest, 4);
}

void TestAnswers::polls_data()
{
    QTest::addColumn<qint64>("index");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    QTest::newRow("from the start") << qint64(0) << QByteArray(R"({"data":["3","4"],"index":4,"max_index":4})") << 2;
    QTest::newRow("from the oldest") << qint64(2) << QByteArray(R"({"data":["3","4"],"index":4,"max_index":4})") << 2;
    QTest::newRow("from within") << qint64(3) << QByteArray(R"({"data":["4"],"index":4,"max_index":4})") << 1;
    QTest::newRow("from the end") << qint64(4) << QByteArray(R"({"data":[],"index":4,"max_index":4})") << 0;
    QTest::newRow("past the end") << std::numeric_limits<qint64>::max() << QByteArray(R"({"data":[],"index":4,"max_index":4})") << 0;
}

void TestAnswers::polls()
{
    QFETCH(qint64, index);
    QFETCH(QByteArray, body);
    QFETCH(int, count);
    const Batch batch = pollAnswer(logOf(4, 2), index);
    QCOMPARE(batch.body, body);
    QCOMPARE(batch.count, count);
}

void TestAnswers::largeAnswersAreCut_data()
{
    QTest::addColumn<int>("size"); // of each text
    QTest::newRow("small messages") << 10;
    QTest::newRow("middling messages") << 3000;
    QTest::newRow("longest messages") << int(protocol::maxTextBytes);
}

void TestAnswers::largeAnswersAreCut()
{
    QFETCH(int, size);
    RoomLog log(u"e1"_s, {1'000'000, 1'000'000'000});
    const int count = int(3 * protocol::maxAnswerBytes) / (size + 90);
    for (int i = 0; i < count; ++i)
        log.append({0, {}, QString(size, u'x'), 0, 1789776000000.125, {}}, {});

    qint64 after = 0;
    int answers = 0;
    for (; after < log.next(); ++answers) {
        const Batch batch = messagesAnswer(log, after, {}, 1789776000000.125, false);
        QVERIFY(batch.body.size() <= protocol::maxAnswerBytes);
        const auto decoded = protocol::decodeMessageBatch(batch.body);
        QVERIFY(decoded);
        QCOMPARE(decoded->entries.size(), qsizetype(batch.count));
        for (const protocol::Entry &entry : decoded->entries)
            QCOMPARE(protocol::seqOf(entry), ++after); // each once, in order, over all answers
        QCOMPARE(decoded->next, after);
        if (after < log.next()) // no more was possible
            QVERIFY(batch.body.size() + log.at(after + 1).json.size() + 129 > protocol::maxAnswerBytes);
    }
    QVERIFY(answers >= 3);

    for (qint64 index = 0; index < log.next();) {
        const Batch batch = pollAnswer(log, index);
        QVERIFY(batch.body.size() <= protocol::maxAnswerBytes);
        const QJsonDocument document = QJsonDocument::fromJson(batch.body);
        QVERIFY(batch.count > 0);
        QCOMPARE(document[u"data"].toArray().size(), qsizetype(batch.count));
        index += batch.count;
        QCOMPARE(document[u"index"].toInteger(), index);
        QCOMPARE(document[u"max_index"].toInteger(), index);
    }
}

void TestAnswers::largestMessageAlone()
{
    // Every byte of the text takes six in JSON, and even such a message must fit.
    RoomLog log(u"e1"_s, {10, 1'000'000'000});
    const QString text(protocol::maxTextBytes, u'\1');
    for (int i = 0; i < 3; ++i)
        log.append({0, QString(protocol::maxNameBytes, u'\1'), text, 0, 1, {}}, {});
    const Batch batch = messagesAnswer(log, 1, {}, 0, false);
    QCOMPARE(batch.count, 1);
    QVERIFY(batch.body.size() <= protocol::maxAnswerBytes);
    const auto decoded = protocol::decodeMessageBatch(batch.body);
    QVERIFY(decoded);
    QCOMPARE(std::get<protocol::Message>(decoded->entries.first()).text, text);
    QCOMPARE(decoded->next, 2);
}

void TestAnswers::queues()
{
    const QByteArray some = R"({"status":true,"data":"say \"hi\"","msg":"say \"hi\""})";
    QCOMPARE(queueAnswer(protocol::encodeMessage({1, {}, u"say \"hi\""_s, 0, 1, {}})), some);
    const QByteArray none = R"({"status":false,"data":null,"msg":""})";
    QCOMPARE(emptyQueueAnswer(), none);
}

void TestAnswers::controlEntries()
{
    RoomLog log = logOf(2, 100); // 1, 2
    log.append(protocol::ControlEntry{0, 3.5, {{u"kind"_s, u"mark"_s}}}, {});
    log.append({0, u"Mia"_s, u"4"_s, 0, 1, {}}, {});
    log.append(protocol::ControlEntry{0, 5.5, {{u"kind"_s, u"freeze"_s}}}, {});
    const Batch without = messagesAnswer(log, 1, {}, 0, false);
    const Batch with = messagesAnswer(log, 1, {}, 0, true);
    QCOMPARE(without.count, 2);
    QCOMPARE(with.count, 2); // messages
    for (const Batch &batch : {without, with}) {
        QCOMPARE(batch.after, 1);
        QCOMPARE(batch.last, 5);
        QCOMPARE(QJsonDocument::fromJson(batch.body)[u"next"].toInteger(), 5);
    }
    QVERIFY(!without.body.contains("control"));
    const QJsonArray array = QJsonDocument::fromJson(with.body)[u"messages"].toArray();
    for (qint64 seq = 2; seq <= 5; ++seq)
        QCOMPARE(array[seq - 2][u"seq"].toInteger(), seq); // every number is seen
    QVERIFY(with.body.contains(R"({"seq":3,"accepted":3.500,"control":{"kind":"mark"}})"));

    const Batch nothing = messagesAnswer(log, 4, {}, 0, false);
    QCOMPARE(nothing.count, 0);
    QVERIFY(nothing.body.contains(R"("messages":[],"next":5,)"));
    const QByteArray polled = R"({"data":["2","4"],"index":5,"max_index":5})";
    QCOMPARE(pollAnswer(log, 1).body, polled);
    QCOMPARE(pollAnswer(log, 1).count, 2);
}

void TestAnswers::roomInfoSaysWhereToStart()
{
    const protocol::RoomInfo info = roomInfo(u"r"_s, logOf(10, 7), {Technique::WebSocket, 300ms, 5s}, 7.5);
    QVERIFY((info == protocol::RoomInfo{u"e1"_s, 4, 10, 7.5, {Technique::WebSocket, 300ms, 5s}}));
    const protocol::RoomInfo empty = roomInfo(u"r"_s, RoomLog(u"e1"_s, {10, 1000}), {}, 0);
    QCOMPARE(empty.oldest, 1);
    QCOMPARE(empty.next, 0);
    QVERIFY(!empty.settings.technique);
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
