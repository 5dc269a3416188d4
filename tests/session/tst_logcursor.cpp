// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/logcursor.h"

#include <QTest>

using namespace pushlab;
using session::Gap;
using session::LogCursor;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString first = u"epoch-1"_s;
const QString second = u"epoch-2"_s;

protocol::RoomInfo info(const QString &epoch, qint64 oldest, qint64 next)
{
    return {epoch, oldest, next, 0};
}

protocol::MessageBatch batch(const QString &epoch, const QList<qint64> &numbers, qint64 next, qint64 oldest = 1)
{
    protocol::MessageBatch result{epoch, {}, next, oldest, 0};
    for (const qint64 seq : numbers)
        result.entries.append(protocol::Message{seq, {}, QString::number(seq), 0, 0, std::nullopt});
    return result;
}

QList<qint64> numbers(const LogCursor::Taken &taken)
{
    QList<qint64> result;
    for (const protocol::Message &message : taken.messages)
        result.append(message.seq);
    return result;
}

} // namespace

class TestLogCursor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEachMessageOnce();
    void placesItselfAtEitherEnd();
    void neverPassesOverAHole_data();
    void neverPassesOverAHole();
    void namesATrimmedLog();
    void namesANewEpoch();
    void checksWhatTheHostSays();
    void controlEntriesHaveTheirPlaces();
};

void TestLogCursor::takesEachMessageOnce()
{
    LogCursor cursor;
    QVERIFY(!cursor.isPlaced());
    cursor.place(info(first, 1, 0), true);
    QVERIFY(cursor.isPlaced());
    QCOMPARE(numbers(cursor.take(batch(first, {1, 2, 3}, 3))), QList<qint64>({1, 2, 3}));
    const LogCursor::Taken again = cursor.take(batch(first, {2, 3, 4}, 4));
    QCOMPARE(numbers(again), QList<qint64>{4});
    QVERIFY(!again.gap && !again.fault);
    const LogCursor::Taken late = cursor.take(batch(first, {1, 2}, 2));
    QVERIFY(late.messages.isEmpty() && !late.gap && !late.fault);
    QCOMPARE(cursor.position().after, 4);
}

void TestLogCursor::placesItselfAtEitherEnd()
{
    LogCursor cursor;
    cursor.place(info(first, 5, 9), true);
    QCOMPARE(cursor.position().after, 4);
    cursor.place(info(first, 5, 9), false);
    QCOMPARE(cursor.position().after, 9);
}

void TestLogCursor::neverPassesOverAHole_data()
{
    QTest::addColumn<QList<qint64>>("sent");
    QTest::addColumn<qint64>("next");
    QTest::addColumn<QList<qint64>>("taken");
    QTest::newRow("at the start") << QList<qint64>{2, 3} << qint64(3) << QList<qint64>{};
    QTest::newRow("in the middle") << QList<qint64>{1, 3} << qint64(3) << QList<qint64>{1};
    QTest::newRow("at the end") << QList<qint64>{1} << qint64(3) << QList<qint64>{1};
    QTest::newRow("everything") << QList<qint64>{} << qint64(3) << QList<qint64>{};
}

void TestLogCursor::neverPassesOverAHole()
{
    QFETCH(QList<qint64>, sent);
    QFETCH(qint64, next);
    QFETCH(QList<qint64>, taken);
    LogCursor cursor;
    cursor.place(info(first, 1, 3), true);
    const LogCursor::Taken result = cursor.take(batch(first, sent, next));
    QVERIFY(result.fault);
    QVERIFY(!result.gap);
    QCOMPARE(numbers(result), taken);
    QCOMPARE(cursor.position().after, qint64(taken.size()));
}

void TestLogCursor::namesATrimmedLog()
{
    LogCursor cursor;
    cursor.place(info(first, 1, 0), true);
    QCOMPARE(numbers(cursor.take(batch(first, {1, 2}, 2))), QList<qint64>({1, 2}));
    const LogCursor::Taken taken = cursor.take(batch(first, {6, 7}, 7, 6));
    QCOMPARE(taken.gap.value(), (Gap{Gap::Kind::Trimmed, 3}));
    QCOMPARE(numbers(taken), QList<qint64>({6, 7}));
    QVERIFY(!taken.fault);
}

void TestLogCursor::namesANewEpoch()
{
    LogCursor cursor;
    cursor.place(info(first, 1, 0), true);
    QCOMPARE(numbers(cursor.take(batch(first, {1, 2}, 2))), QList<qint64>({1, 2}));
    LogCursor::Taken taken = cursor.take(batch(second, {}, 0));
    QCOMPARE(taken.gap.value(), (Gap{Gap::Kind::NewEpoch, 0}));
    QVERIFY(!taken.fault);
    QCOMPARE(cursor.position().epoch, second);
    taken = cursor.take(batch(second, {1}, 1));
    QVERIFY(!taken.gap && !taken.fault);
    QCOMPARE(numbers(taken), QList<qint64>{1});
}

void TestLogCursor::checksWhatTheHostSays()
{
    LogCursor cursor;
    cursor.place(info(first, 1, 4), false);
    QVERIFY(!cursor.check(info(first, 1, 9)));
    QVERIFY(!cursor.check(info(first, 5, 9)));
    QCOMPARE(cursor.position().after, 4);
    QCOMPARE(cursor.check(info(first, 7, 9)).value(), (Gap{Gap::Kind::Trimmed, 2}));
    QCOMPARE(cursor.position().after, 6);
    QCOMPARE(cursor.check(info(first, 1, 3)).value(), (Gap{Gap::Kind::NewEpoch, 0})); // lost its end
    QCOMPARE(cursor.position().after, 3);
    QCOMPARE(cursor.check(info(second, 1, 3)).value(), (Gap{Gap::Kind::NewEpoch, 0}));
    QCOMPARE(cursor.position().after, 0);
}

void TestLogCursor::controlEntriesHaveTheirPlaces()
{
    LogCursor cursor;
    cursor.place(info(first, 1, 0), true);
    protocol::MessageBatch mixed = batch(first, {1, 3}, 4);
    mixed.entries.insert(1, protocol::ControlEntry{2, 0, {{u"kind"_s, u"settings"_s}}});
    mixed.entries.append(protocol::ControlEntry{4, 0, {{u"kind"_s, u"later"_s}}});
    LogCursor::Taken taken = cursor.take(mixed);
    QCOMPARE(numbers(taken), (QList<qint64>{1, 3}));
    QCOMPARE(taken.controls.size(), 2);
    QCOMPARE(taken.controls.constLast().seq, 4);
    QVERIFY(!taken.fault && !taken.gap);
    taken = cursor.take(mixed);
    QCOMPARE(taken.repeated, 2); // messages
    QVERIFY(taken.controls.isEmpty());
    taken = cursor.take(batch(first, {6}, 6)); // a control entry that was left out is a loss, too
    QVERIFY(taken.fault && taken.messages.isEmpty());
}

QTEST_GUILESS_MAIN(TestLogCursor)
#include "tst_logcursor.moc"
