// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/arrivals.h"

#include "client/theory/kolmogorovsmirnov.h"

#include <QList>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <vector>

using namespace pushlab::theory;
using namespace std::chrono_literals;

namespace {

//! All times before \a length, which must be finite.
QList<Seconds> arrivalsWithin(Seconds length, ArrivalKind kind, double rate, quint64 seed)
{
    ArrivalSchedule schedule(kind, rate, seed);
    QList<Seconds> times;
    for (Seconds time = schedule.next(); time < length; time = schedule.next())
        times.append(time);
    return times;
}

} // namespace

class TestArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsBySeed();
    void isTheSameEverywhere();
    void hasPoissonGaps();
    void hasPoissonCounts();
    void hasConstantGaps();
    void neverComesAtRateZero();
    void staysWithin();
    void drawsPhases();
    void separatesStreams();
};

void TestArrivals::repeatsBySeed()
{
    const auto first = arrivalsWithin(100s, ArrivalKind::Poisson, 5, 7);
    QCOMPARE(arrivalsWithin(100s, ArrivalKind::Poisson, 5, 7), first);
    QVERIFY(arrivalsWithin(100s, ArrivalKind::Poisson, 5, 8) != first);
}

void TestArrivals::isTheSameEverywhere()
{
    // The first number of std::mt19937_64 with its default seed is 14514284786278117030, by the standard's definition
    const double uniform = double(14'514'284'786'278'117'030u >> 11) / 9'007'199'254'740'992;
    ArrivalSchedule schedule(ArrivalKind::Poisson, 2, 5489);
    QCOMPARE(schedule.next().count(), -std::log(1 - uniform) / 2);
}

void TestArrivals::hasPoissonGaps()
{
    const auto times = arrivalsWithin(5000s, ArrivalKind::Poisson, 4, 20260731);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    QVERIFY(std::abs(double(times.size()) / 5000 - 4) < 0.02 * 4);
    std::vector<double> gaps;
    Seconds last{0};
    for (const Seconds time : times) {
        gaps.push_back((time - last).count());
        last = time;
    }
    const auto cdf = [](double gap) { return -std::expm1(-4 * gap); };
    QVERIFY(kolmogorovSmirnov(gaps, cdf).pValue > 0.05);
}

void TestArrivals::hasPoissonCounts()
{
    // In a Poisson process mean and variance of the number in a second are equal
    const auto times = arrivalsWithin(20'000s, ArrivalKind::Poisson, 3, 20260731);
    std::vector<double> counts(20'000);
    for (const Seconds time : times)
        ++counts[size_t(time.count())];
    double squares = 0;
    for (const double count : counts)
        squares += (count - 3) * (count - 3);
    QVERIFY(std::abs(squares / double(counts.size()) - 3) < 0.05 * 3);
}

void TestArrivals::hasConstantGaps()
{
    ArrivalSchedule schedule(ArrivalKind::Constant, 10, 1);
    QCOMPARE(schedule.next().count(), 0.1);
    QCOMPARE(schedule.next().count(), 0.2);
    for (int i = 2; i < 999'999; ++i)
        (void)schedule.next();
    QCOMPARE(schedule.next(), Seconds(100'000)); // no error has added up
}

void TestArrivals::neverComesAtRateZero()
{
    for (const ArrivalKind kind : {ArrivalKind::Poisson, ArrivalKind::Constant}) {
        QVERIFY(std::isinf(ArrivalSchedule(kind, 0, 1).next().count()));
        QVERIFY(arrivalsWithin(1000s, kind, 0, 1).isEmpty());
    }
}

void TestArrivals::staysWithin()
{
    QCOMPARE(arrivalsWithin(1s, ArrivalKind::Constant, 4, 1).size(), 3); // the fourth is due at the end
    QVERIFY(arrivalsWithin(0s, ArrivalKind::Constant, 4, 1).isEmpty());
    QVERIFY(arrivalsWithin(30s, ArrivalKind::Poisson, 4, 1).last() < 30s);
}

void TestArrivals::drawsPhases()
{
    std::vector<double> phases;
    for (quint64 client = 0; client < 2'000; ++client)
        phases.push_back(randomPhase(2s, streamSeed(1, client)).count());
    QVERIFY(*std::min_element(phases.begin(), phases.end()) >= 0);
    QVERIFY(*std::max_element(phases.begin(), phases.end()) < 2);
    QVERIFY(kolmogorovSmirnov(phases, [](double phase) { return phase / 2; }).pValue > 0.05);
    QCOMPARE(randomPhase(0s, 1), Seconds(0));
    QCOMPARE(randomPhase(2s, 9), randomPhase(2s, 9));
}

void TestArrivals::separatesStreams()
{
    QSet<quint64> seeds;
    for (quint64 seed = 0; seed < 100; ++seed) {
        for (quint64 stream = 0; stream < 100; ++stream)
            seeds.insert(streamSeed(seed, stream));
    }
    // Streams of neighbouring seeds must not be one another's
    QVERIFY(seeds.size() == 10'000);
}

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
