// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/ratelimit.h"
#include "tests/room/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using namespace pushlab::tests;
using namespace std::chrono_literals;

class TestRateLimit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void burstAndRate();
    void closedUntilHalfIsThere();
    void longRunKeepsTheRate_data();
    void longRunKeepsTheRate();
    void eachHasItsOwn();
    void staysBounded();
};

void TestRateLimit::burstAndRate()
{
    FakeClock clock;
    RateLimit limit(clock, 10);
    for (int i = 0; i < 20; ++i)
        QVERIFY(limit.take("anna"));
    QVERIFY(!limit.take("anna"));
    clock.advance(10s);
    for (int i = 0; i < 20; ++i)
        QVERIFY(limit.take("anna"));
    QVERIFY(!limit.take("anna"));
}

// Otherwise, of forty messages sent in one go, the 22nd would be accepted and the 21st not.
void TestRateLimit::closedUntilHalfIsThere()
{
    FakeClock clock;
    RateLimit limit(clock, 10);
    while (limit.take("anna")) {}
    QCOMPARE(limit.pause(), 1000ms);
    clock.advance(900ms);
    QVERIFY(!limit.take("anna"));
    clock.advance(101ms);
    for (int i = 0; i < 10; ++i)
        QVERIFY(limit.take("anna"));
    QVERIFY(!limit.take("anna"));
}

void TestRateLimit::longRunKeepsTheRate_data()
{
    QTest::addColumn<double>("rate");
    for (const double rate : {0.1, 0.5, 1.0, 3.0, 10.0, 200.0})
        QTest::newRow(QByteArray::number(rate)) << rate;
}

void TestRateLimit::longRunKeepsTheRate()
{
    QFETCH(double, rate);
    FakeClock clock;
    RateLimit limit(clock, rate);
    int taken = 0;
    for (int ms = 0; ms < 1'000'000; ms += 2) {
        taken += limit.take("anna");
        clock.advance(2ms);
    }
    QVERIFY2(taken <= 1000 * rate + limit.burst() + 1, QByteArray::number(taken));
    QVERIFY2(taken >= 1000 * rate * 0.95, QByteArray::number(taken));
}

void TestRateLimit::eachHasItsOwn()
{
    const FakeClock clock;
    RateLimit limit(clock, 1);
    QVERIFY(limit.take("anna") && limit.take("anna"));
    QVERIFY(!limit.take("anna"));
    QVERIFY(limit.take("ben"));
}

void TestRateLimit::staysBounded()
{
    FakeClock clock;
    RateLimit limit(clock, 10);
    for (int i = 0; i < 50'000; ++i)
        QVERIFY(limit.take(QByteArray::number(i)));
    QVERIFY(limit.size() <= 20'000);
}

QTEST_GUILESS_MAIN(TestRateLimit)

#include "tst_ratelimit.moc"
