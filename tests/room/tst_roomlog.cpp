// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/roomlog.h"

#include <QJsonDocument>
#include <QTest>

using namespace pushlab;
using namespace pushlab::room;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RoomLog::Bounds wide{1'000'000, 1'000'000'000};

protocol::Message saying(const QString &text)
{
    protocol::Message message;
    message.text = text;
    message.seq = 4711; // of no consequence
    return message;
}

QString textAt(const RoomLog &log, qint64 seq)
{
    return QJsonDocument::fromJson(log.at(seq).json)[u"text"].toString();
}

qint64 numberAt(const RoomLog &log, qint64 seq)
{
    return QJsonDocument::fromJson(log.at(seq).json)[u"seq"].toInteger();
}

} // namespace

class TestRoomLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const RoomLog log(u"e1"_s, wide);
        QCOMPARE(log.epoch(), u"e1"_s);
        QCOMPARE(log.oldest(), 1);
        QCOMPARE(log.next(), 0);
        QCOMPARE(log.bytes(), 0);
        QCOMPARE(log.seqOf("a"), 0);
    }

    void numbersWithoutHoles()
    {
        RoomLog log(u"e1"_s, wide);
        for (qint64 i = 1; i <= 1000; ++i)
            QCOMPARE(log.append(saying(QString::number(i)), {}), i);
        QCOMPARE(log.oldest(), 1);
        QCOMPARE(log.next(), 1000);
        for (qint64 i = 1; i <= 1000; ++i) {
            QCOMPARE(numberAt(log, i), i);
            QCOMPARE(textAt(log, i), QString::number(i));
        }
    }

    void dropsTheOldestWhenThereAreTooMany()
    {
        RoomLog log(u"e1"_s, {3, wide.bytes});
        for (qint64 i = 1; i <= 10; ++i) {
            log.append(saying(QString::number(i)), {});
            QCOMPARE(log.next(), i);
            QCOMPARE(log.oldest(), std::max<qint64>(1, i - 2));
            QCOMPARE(textAt(log, log.oldest()), QString::number(log.oldest()));
        }
        QCOMPARE(numberAt(log, 8), 8);
    }

    void dropsTheOldestWhenTheyAreTooLarge()
    {
        constexpr qsizetype bound = 100'000;
        RoomLog log(u"e1"_s, {wide.entries, bound});
        for (int i = 1; i <= 300; ++i) {
            log.append(saying(QString(1000, u'x')), QByteArray::number(i));
            QVERIFY(log.bytes() <= bound);
            QVERIFY(log.bytes() >= 1000 * (log.next() - log.oldest() + 1)); // no less than what it holds
        }
        QCOMPARE(log.next(), 300);
        QVERIFY(log.next() - log.oldest() > 60); // and not trimmed further than need be
    }

    void keepsTheNewestHoweverLarge()
    {
        RoomLog log(u"e1"_s, {wide.entries, 10});
        for (qint64 i = 1; i <= 3; ++i) {
            QCOMPARE(log.append(saying(QString(1000, u'x')), {}), i);
            QCOMPARE(log.oldest(), i);
            QCOMPARE(log.next(), i);
        }
    }

    void weighsNothingWhenItIsEmptyAgain()
    {
        RoomLog log(u"e1"_s, wide);
        for (int i = 1; i <= 5; ++i)
            log.append(saying(u"课堂"_s), i % 2 ? QByteArray::number(i) : QByteArray());
        for (int i = 1; i <= 5; ++i)
            log.dropOldest();
        QCOMPARE(log.bytes(), 0);
        QCOMPARE(log.next(), 5);
        QCOMPARE(log.oldest(), 6);
        QCOMPARE(log.append(saying(u"a"_s), {}), 6); // numbers are never given twice
    }

    void countsControlEntriesAsMessages()
    {
        const protocol::ControlEntry mark{4711, 1.5, {{u"kind"_s, u"mark"_s}, {u"text"_s, QString(1000, u'x')}}};
        RoomLog log(u"e1"_s, {4, wide.bytes});
        for (qint64 i = 1; i <= 9; ++i) {
            QCOMPARE(i % 3 == 1 ? log.append(saying(QString::number(i)), {}) : log.append(mark, QByteArray::number(i)), i);
            QCOMPARE(numberAt(log, i), i);
            QCOMPARE(log.oldest(), std::max<qint64>(1, i - 3)); // bounded together
            QCOMPARE(log.newest(true), i);
            QCOMPARE(log.newest(false), i - (i - 1) % 3);
        }
        QVERIFY(!log.at(7).isControl());
        QVERIFY(log.at(8).isControl() && log.at(9).isControl());
        QCOMPARE(log.seqOf("9"), 9);
        QCOMPARE(log.seqOf("3"), 0);

        RoomLog small(u"e1"_s, {wide.entries, 10'000});
        for (int i = 1; i <= 100; ++i) {
            small.append(mark, {});
            QVERIFY(small.bytes() <= 10'000);
        }
        QVERIFY(small.next() - small.oldest() >= 6);
        QCOMPARE(small.newest(false), 0);
    }

    void findsMessagesByTheirKeys()
    {
        RoomLog log(u"e1"_s, {3, wide.bytes});
        log.append(saying(u"a"_s), QByteArray("m\0a", 3));
        log.append(saying(u"b"_s), {});
        log.append(saying(u"c"_s), QByteArray("m\0c", 3));
        QCOMPARE(log.seqOf(QByteArray("m\0c", 3)), 3);
        QCOMPARE(log.seqOf({}), 0); // nobody is known by no name
        QCOMPARE(log.seqOf("x"), 0);
    }

    void forgetsKeysWithTheirMessages()
    {
        RoomLog log(u"e1"_s, {2, wide.bytes});
        log.append(saying(u"a"_s), "a");
        log.append(saying(u"b"_s), "b");
        QCOMPARE(log.seqOf("a"), 1);
        log.append(saying(u"c"_s), "c");
        QCOMPARE(log.seqOf("a"), 0);
        QCOMPARE(log.seqOf("b"), 2);
        QCOMPARE(log.append(saying(u"a"_s), "a"), 4);
        QCOMPARE(log.seqOf("a"), 4);
        QCOMPARE(log.seqOf("b"), 0);
    }
};

QTEST_GUILESS_MAIN(TestRoomLog)
#include "tst_roomlog.moc"

#include <algorithm>
