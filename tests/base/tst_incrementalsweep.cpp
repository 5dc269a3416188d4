// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/incrementalsweep.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <list>

using namespace std::chrono_literals;

namespace pushlab::base {

class TestIncrementalSweep final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void visitsEachOnceARound_data();
    void visitsEachOnceARound();
    void leavesRoomBetween();
    void mayTakeAway();
    void takesInNewOnes();

private:
    struct Thing
    {
        int visits = 0;
    };

    //! A set of \a count elements.
    void fill(size_t count)
    {
        m_things.clear();
        m_all.clear();
        m_things.resize(count);
        for (Thing &thing : m_things)
            m_all.insert(&thing);
    }
    [[nodiscard]] bool haveAll(int visits) const
    {
        return std::ranges::all_of(m_things, [visits](const Thing &thing) { return thing.visits == visits; });
    }

    std::list<Thing> m_things;
    std::unordered_set<Thing *> m_all;
};

void TestIncrementalSweep::visitsEachOnceARound_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 24, 25, 26, 5000})
        QTest::addRow("%d", count) << count;
}

void TestIncrementalSweep::visitsEachOnceARound()
{
    QFETCH(int, count);
    fill(size_t(count));
    int visits = 0;
    QList<bool> wholes; // whether each had its turn when as many turns were over
    IncrementalSweep<Thing> sweep(m_all, 1ms, [&](Thing &thing, auto) {
        ++thing.visits;
        if (++visits % count == 0)
            wholes.append(haveAll(visits / count));
    });
    QTRY_VERIFY_WITH_TIMEOUT(wholes.size() >= 3, 30'000);
    QVERIFY(!wholes.contains(false));
}

void TestIncrementalSweep::leavesRoomBetween()
{
    fill(4500);
    int visits = 0;
    int most = 0;
    IncrementalSweep<Thing> sweep(m_all, 1ms, [&visits](Thing &, auto) { ++visits; });
    int turns = 0;
    while (visits < 4500) {
        const int before = visits;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        most = std::max(most, visits - before);
        turns += visits > before;
    }
    QVERIFY2(most <= 50, qPrintable(QString::number(most)));
    QVERIFY(turns >= 90);
}

void TestIncrementalSweep::mayTakeAway()
{
    fill(1000);
    std::unordered_set<Thing *> gone;
    bool wasVisited = false;
    IncrementalSweep<Thing> sweep(m_all, 1ms, [&](Thing &thing, auto) {
        wasVisited = wasVisited || gone.contains(&thing);
        for (int i = 0; i < 2; ++i) { // itself, and one that may have its turn before it
            Thing *const next = i == 0 ? &thing : m_all.empty() ? nullptr : *m_all.begin();
            if (next && m_all.erase(next))
                gone.insert(next);
        }
    });
    QTRY_VERIFY(m_all.empty());
    QCOMPARE(gone.size(), size_t(1000));
    QVERIFY(!wasVisited);
}

void TestIncrementalSweep::takesInNewOnes()
{
    fill(0);
    IncrementalSweep<Thing> sweep(m_all, 1ms, [](Thing &thing, auto) { ++thing.visits; });
    QTest::qWait(20);
    m_all.insert(&m_things.emplace_back());
    QTRY_VERIFY(m_things.front().visits > 0);
}

} // namespace pushlab::base

QTEST_GUILESS_MAIN(pushlab::base::TestIncrementalSweep)
#include "tst_incrementalsweep.moc"
