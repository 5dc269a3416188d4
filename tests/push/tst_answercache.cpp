// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/answercache.h"

#include <QTest>

using namespace pushlab;
using namespace pushlab::push;
using namespace Qt::Literals::StringLiterals;
using room::RoomLog;

namespace {

constexpr RoomLog::Bounds wide{1'000'000, 1'000'000'000};

void append(RoomLog &log, const QString &text)
{
    log.append({0, u"Mia"_s, text, 0, 1, {}}, {});
}

} // namespace

class TestAnswerCache final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesOnceForAll()
    {
        RoomLog log(u"e1"_s, wide);
        append(log, u"a"_s);
        AnswerCache cache;
        const QByteArray queued = cache.queued(log, 1);
        QCOMPARE(queued, queueAnswer(log.at(1)));
        QVERIFY(cache.queued(log, 1).isSharedWith(queued));
        const Batch batch = cache.messages(log, 0, 5, false);
        QCOMPARE(batch.count, 1);
        QCOMPARE(batch.body, messagesAnswer(log, 0, {}, 5, false).body);
        QVERIFY(cache.messages(log, 0, 5, false).body.isSharedWith(batch.body));
        const QByteArray polled = cache.polled(log, 0).body;
        QVERIFY(cache.polled(log, 0).body.isSharedWith(polled));
    }

    void tellsThoseWithControlEntriesApart()
    {
        RoomLog log(u"e1"_s, wide);
        append(log, u"a"_s);
        log.append(protocol::ControlEntry{0, 2.5, {{u"kind"_s, u"mark"_s}}}, {});
        AnswerCache cache;
        const QByteArray without = cache.messages(log, 0, 5, false).body;
        const QByteArray with = cache.messages(log, 0, 5, true).body;
        QVERIFY(!without.contains("mark"));
        QVERIFY(with.contains("mark"));
        QVERIFY(cache.messages(log, 0, 5, false).body.isSharedWith(without)); // neither drives the other out
        QVERIFY(cache.messages(log, 0, 5, true).body.isSharedWith(with));
    }

    void tellsPlacesApart()
    {
        RoomLog log(u"e1"_s, wide);
        append(log, u"a"_s);
        append(log, u"b"_s);
        AnswerCache cache;
        QCOMPARE(cache.queued(log, 1), queueAnswer(log.at(1)));
        QCOMPARE(cache.queued(log, 2), queueAnswer(log.at(2)));
        QCOMPARE(cache.messages(log, 0, 5, false).count, 2);
        QCOMPARE(cache.messages(log, 1, 5, false).count, 1);
        QCOMPARE(cache.polled(log, 0).body, pollAnswer(log, 0).body);
        QCOMPARE(cache.polled(log, 1).body, pollAnswer(log, 1).body);
        QCOMPARE(cache.polled(log, 2).body, pollAnswer(log, 2).body);
    }

    void seesWhatCameSince()
    {
        RoomLog log(u"e1"_s, wide);
        append(log, u"a"_s);
        AnswerCache cache;
        QCOMPARE(cache.messages(log, 0, 5, false).count, 1);
        QCOMPARE(cache.polled(log, 0).count, 1);
        append(log, u"b"_s);
        QCOMPARE(cache.messages(log, 0, 5, false).count, 2);
        QCOMPARE(cache.polled(log, 0).count, 2);
        log.dropOldest();
        QCOMPARE(cache.polled(log, 0).body, pollAnswer(log, 0).body);
        QCOMPARE(cache.messages(log, 0, 5, false).body, messagesAnswer(log, 0, {}, 5, false).body);
    }

    void tellsLogsApart()
    {
        RoomLog one(u"e1"_s, wide);
        RoomLog other(u"e2"_s, wide);
        append(one, u"a"_s);
        append(other, u"b"_s);
        AnswerCache cache;
        QCOMPARE(cache.queued(one, 1), queueAnswer(one.at(1)));
        QCOMPARE(cache.queued(other, 1), queueAnswer(other.at(1)));
        QCOMPARE(cache.messages(one, 0, 5, false).body, messagesAnswer(one, 0, {}, 5, false).body);
        QCOMPARE(cache.messages(other, 0, 5, false).body, messagesAnswer(other, 0, {}, 5, false).body);
        QCOMPARE(cache.polled(one, 0).body, pollAnswer(one, 0).body);
        QCOMPARE(cache.polled(other, 0).body, pollAnswer(other, 0).body);
    }

    void timeIsNotOld()
    {
        RoomLog log(u"e1"_s, wide);
        append(log, u"a"_s);
        AnswerCache cache;
        const double start = 1'000'000;
        (void)cache.messages(log, 0, start, false);
        QCOMPARE(cache.messages(log, 0, start + AnswerCache::maxAge, false).body, messagesAnswer(log, 0, {}, start, false).body);
        const double later = start + AnswerCache::maxAge + 0.5;
        QCOMPARE(cache.messages(log, 0, later, false).body, messagesAnswer(log, 0, {}, later, false).body);
    }
};

QTEST_GUILESS_MAIN(TestAnswerCache)

#include "tst_answercache.moc"
