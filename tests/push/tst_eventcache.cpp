// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/eventoverhead.h"
#include "server/push/eventcache.h"

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

class TestEventCache final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEvents();
    void writesOtherEvents();
    void encodesOnceForAll();
    void goesStretchByStretch();
    void skipsWhatTheLogNoLongerHas();
    void tellsControlEntriesApart();
    void leavesControlEntriesOut();
    void weighsWhatTheModelSays();
};

void TestEventCache::writesEvents()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    append(log, u"two\nlines"_s);
    EventCache cache;
    const EventCache::Stretch &stretch = cache.stretch(log, 0, true);
    QCOMPARE(stretch.last, 2);
    QCOMPARE(stretch.count, 2);
    QCOMPARE(stretch.piece.bytes(false),
             QByteArray("id: 1\ndata: " + log.at(1).json + "\n\nid: 2\ndata: " + log.at(2).json + "\n\n"));
    QCOMPARE(stretch.piece.payload(), log.at(1).json.size() + log.at(2).json.size());
}

void TestEventCache::writesOtherEvents()
{
    const http::StreamPiece piece = eventOf("gap", "{}", "retry: 5\n");
    QCOMPARE(piece.bytes(true), QByteArray("1e\r\nevent: gap\nretry: 5\ndata: {}\n\n\r\n"));
    QCOMPARE(piece.bytes(false), QByteArray("event: gap\nretry: 5\ndata: {}\n\n"));
    QCOMPARE(piece.payload(), 2);
}

void TestEventCache::encodesOnceForAll()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    EventCache cache;
    const QByteArray first = cache.stretch(log, 0, true).piece.bytes(true);
    QVERIFY(cache.stretch(log, 0, true).piece.bytes(true).isSharedWith(first));
    append(log, u"b"_s);
    QCOMPARE(cache.stretch(log, 0, true).count, 2);
    QCOMPARE(cache.stretch(log, 1, true).count, 1);
    RoomLog other(u"e2"_s, wide);
    append(other, u"c"_s);
    append(other, u"d"_s);
    QVERIFY(cache.stretch(other, 1, true).piece.bytes(false).contains("\"d\""));
}

void TestEventCache::goesStretchByStretch()
{
    RoomLog log(u"e1"_s, wide);
    for (int i = 0; i < 10; ++i)
        append(log, QString(20'000, u'x'));
    EventCache cache;
    qint64 after = 0;
    int stretches = 0;
    for (; after < log.next(); ++stretches) {
        const EventCache::Stretch &stretch = cache.stretch(log, after, true);
        QVERIFY(stretch.count > 0 && stretch.piece.payload() < EventCache::stretchBytes + 21'000);
        QCOMPARE(stretch.last, after + stretch.count);
        after = stretch.last;
    }
    QCOMPARE(stretches, 3);
}

void TestEventCache::skipsWhatTheLogNoLongerHas()
{
    RoomLog log(u"e1"_s, {3, 1'000'000});
    for (int i = 0; i < 10; ++i)
        append(log, QString::number(i));
    EventCache cache;
    const EventCache::Stretch &stretch = cache.stretch(log, 2, true);
    QVERIFY(stretch.piece.bytes(false).startsWith(QByteArray("id: " + QByteArray::number(log.oldest()))));
    QCOMPARE(stretch.last, 10);
}

void TestEventCache::tellsControlEntriesApart()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    log.append(protocol::ControlEntry{0, 2.5, {{u"kind"_s, u"mark"_s}}}, {});
    log.append(protocol::ControlEntry{0, 3.5, {{u"kind"_s, u"race"_s}}}, {});
    append(log, u"b"_s);
    EventCache cache;
    QCOMPARE(cache.stretch(log, 0, true).last, 1);
    const EventCache::Stretch &control = cache.stretch(log, 1, true);
    QCOMPARE(control.last, 3);
    QCOMPARE(control.count, 0);
    const QByteArray events = control.piece.bytes(false);
    QVERIFY(events.startsWith(QByteArray(R"(event: control|id: 2|data: {"seq":2,"accepted":2.500,"control":{"kind":"mark"}}|||)")
                                  .replace('|', '\n')
                                  .chopped(1)));
    QCOMPARE(control.piece.payload(), events.size()); // whole
    QCOMPARE(cache.stretch(log, 3, true).last, 4);
    QCOMPARE(cache.stretch(log, 3, true).count, 1);
}

void TestEventCache::leavesControlEntriesOut()
{
    RoomLog log(u"e1"_s, wide);
    append(log, u"a"_s);
    log.append(protocol::ControlEntry{0, 2.5, {{u"kind"_s, u"mark"_s}}}, {});
    append(log, u"b"_s);
    EventCache cache;
    QCOMPARE(cache.stretch(log, 0, false).last, 3);
    QCOMPARE(cache.stretch(log, 0, false).count, 2);
    QVERIFY(!cache.stretch(log, 0, false).piece.bytes(false).contains("control"));
    log.append(protocol::ControlEntry{0, 4.5, {{u"kind"_s, u"mark"_s}}}, {});
    const EventCache::Stretch &nothing = cache.stretch(log, 3, false);
    QVERIFY(nothing.piece.isEmpty());
    QCOMPARE(nothing.last, 4); // the reader goes on from there
}

void TestEventCache::weighsWhatTheModelSays()
{
    RoomLog log(u"e1"_s, wide);
    EventCache cache;
    for (int i = 1; i <= 1001; ++i) {
        append(log, QString(i % 300, u'x'));
        const qsizetype message = log.at(i).json.size();
        QCOMPARE(cache.stretch(log, i - 1, true).piece.bytes(true).size() - message,
                 qsizetype(theory::eventOverheadBytes(double(message), i)));
    }
}

QTEST_APPLESS_MAIN(TestEventCache)
#include "tst_eventcache.moc"
