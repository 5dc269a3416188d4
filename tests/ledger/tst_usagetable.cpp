// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/usagetable.h"

#include <QTest>

using namespace pushlab::ledger;

class TestUsageTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreApart();
    void removedIsNotFound();
    void placesAreUsedAgainUnderAnotherName();
    void namesNobodyNeverTwiceInARow();
    void isBounded();
};

void TestUsageTable::entriesAreApart()
{
    UsageTable table;
    QVERIFY(!table.find(0));
    const UsageId a = table.add();
    const UsageId b = table.add();
    QVERIFY(a != 0 && b != 0 && a != b);
    table.find(a)->requests = 1;
    table.find(b)->requests = 2;
    QCOMPARE(table.find(a)->requests, 1);
    QCOMPARE(table.find(b)->requests, 2);
    QCOMPARE(table.count(), 2);
}

void TestUsageTable::removedIsNotFound()
{
    UsageTable table;
    const UsageId id = table.add();
    table.remove(id);
    table.remove(id);
    table.remove(0);
    table.remove(77);
    QVERIFY(!table.find(id));
    QVERIFY(!table.find(0));
    QCOMPARE(table.count(), 0);
}

void TestUsageTable::placesAreUsedAgainUnderAnotherName()
{
    UsageTable table;
    const UsageId gone = table.add();
    table.find(gone)->requests = 1;
    table.remove(gone);
    const UsageId heir = table.add();
    QVERIFY(heir != gone);
    QVERIFY(!table.find(gone));
    QCOMPARE(table.find(heir)->requests, 0);
    table.remove(gone); // takes nothing from the heir
    QVERIFY(table.find(heir));
}

void TestUsageTable::namesNobodyNeverTwiceInARow()
{
    UsageTable table;
    UsageId last = 0;
    for (int i = 0; i < 40'000; ++i) { // past the wrap of how often a place was given away
        const UsageId id = table.add();
        QVERIFY(id != 0 && id != last);
        QVERIFY(table.find(id) && !table.find(last));
        table.remove(id);
        last = id;
    }
}

void TestUsageTable::isBounded()
{
    UsageTable table;
    UsageId id = 0;
    for (size_t i = 0; i < UsageTable::maxEntries; ++i)
        id = table.add();
    QVERIFY(id != 0);
    QCOMPARE(table.add(), 0U);
    table.remove(id);
    QVERIFY(table.add() != 0);
}

QTEST_GUILESS_MAIN(TestUsageTable)
#include "tst_usagetable.moc"
