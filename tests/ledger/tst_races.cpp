// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/races.h"

#include <QTest>

using namespace pushlab::ledger;
using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const MemberKey anna{u"lobby"_s, "m:anna"};
const MemberKey ben{u"lobby"_s, "m:ben"};
const MemberKey chen{u"lab"_s, "m:chen"};

DelayReport receiptOf(qint64 race, Technique technique, std::optional<std::chrono::nanoseconds> delay)
{
    DelayReport report;
    report.technique = technique;
    report.uncertainty = 0.5;
    report.race = race;
    if (delay)
        report.delivery.add(*delay);
    return report;
}

} // namespace

//! A race from its start to its end, by a clock that the test sets.
class TestRaces final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeTheFirst();
    void gathersUntilItCloses();
    void countsEachMemberOnce();
    void takesNoReceiptOfAnotherRace();
    void takesNoReceiptTooLate();
    void whoCameLaterMayAnswer();
    void numbersAscend();
};

void TestRaces::nothingBeforeTheFirst()
{
    Races races;
    QVERIFY(!races.race());
    QVERIFY(!races.isOpen());
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::Polling, 5ms), 1000);
    QVERIFY(!races.close(1e9));
    QVERIFY(!races.race());
}

void TestRaces::gathersUntilItCloses()
{
    Races races;
    const RaceCall call = races.begin({anna, ben, chen}, 1000, 2s);
    QCOMPARE(call.number, 1);
    QCOMPARE(call.open, 8s); // T + 6 s
    QCOMPARE(races.race()->closes, 9000.);
    QCOMPARE(races.race()->silent, 3);
    races.take(ben, u"Ben"_s, receiptOf(1, Technique::Polling, 1900ms), 2950);
    QCOMPARE(races.race()->groups.size(), 1); // live
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::WebSocket, 4ms), 1010);
    QCOMPARE(races.race()->answered, 2);
    QCOMPARE(races.race()->silent, 1);
    QCOMPARE(races.race()->receipts.first().name, u"Anna"_s); // ranked
    QVERIFY(!races.close(8999.9));
    QVERIFY(races.isOpen());
    QVERIFY(races.close(9000));
    QVERIFY(!races.isOpen());
    QVERIFY(!races.close(9001)); // once
    const Race race = races.race().value();
    QVERIFY(!race.isOpen);
    QCOMPARE(race.answered, 2);
    QCOMPARE(race.silent, 1);
    QCOMPARE(race.groups.first().technique, Technique::WebSocket);
    QCOMPARE(race.receipts.last().delay, 1900.);
    QCOMPARE(race.receipts.last().uncertainty, 0.5);
}

void TestRaces::countsEachMemberOnce()
{
    Races races;
    (void)races.begin({anna}, 1000, 0s);
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::Polling, 5ms), 1010);
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::Polling, 1ms), 1020);
    QCOMPARE(races.race()->receipts.size(), 1);
    QCOMPARE(races.race()->receipts.first().delay, 5.);
    races.take({u"lab"_s, "m:anna"}, u"Anna"_s, receiptOf(1, Technique::Polling, 7ms), 1020); // another room, another member
    QCOMPARE(races.race()->answered, 2);
}

void TestRaces::takesNoReceiptOfAnotherRace()
{
    Races races;
    (void)races.begin({anna}, 1000, 0s);
    for (const qint64 other : {qint64(0), qint64(2)})
        races.take(anna, u"Anna"_s, receiptOf(other, Technique::Polling, 5ms), 1010);
    QCOMPARE(races.race()->answered, 0);
    QCOMPARE(races.race()->silent, 1);
}

void TestRaces::takesNoReceiptTooLate()
{
    Races races;
    (void)races.begin({anna}, 1000, 0s);
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::Polling, 5999ms), 7000); // at the very end, before it is closed
    QCOMPARE(races.race()->answered, 0);
    QVERIFY(races.close(7000));
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::Polling, 5ms), 6000);
    QCOMPARE(races.race()->answered, 0);
    QCOMPARE(races.race()->silent, 1);
}

void TestRaces::whoCameLaterMayAnswer()
{
    Races races;
    (void)races.begin({anna}, 1000, 0s);
    races.take(ben, u"Ben"_s, receiptOf(1, Technique::Sse, std::nullopt), 1100); // in the moment between start and commit
    QCOMPARE(races.race()->answered, 1);
    QCOMPARE(races.race()->silent, 1);
    QVERIFY(!races.race()->receipts.first().delay);
    QVERIFY(races.race()->groups.isEmpty());
}

void TestRaces::numbersAscend()
{
    Races races;
    (void)races.begin({anna}, 1000, 0s);
    races.take(anna, u"Anna"_s, receiptOf(1, Technique::Polling, 5ms), 1010);
    QVERIFY(races.close(8000));
    QCOMPARE(races.begin({anna, ben}, 9000, 1s).number, 2);
    QCOMPARE(races.race()->answered, 0);
    QCOMPARE(races.race()->silent, 2);
    races.take(anna, u"Anna"_s, receiptOf(2, Technique::Polling, 5ms), 9010);
    QCOMPARE(races.race()->answered, 1);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
