// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/attemptlimiter.h"
#include "tests/room/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestTrialLimit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void fiveAMinuteAClient();
    void tenTimesAsManyAnAddress();
    void theExpectedHaveATryOfTheirOwn();
    void fewAreExpected();
    void aLessonOfGuessing();
    void withoutAMarkAllOfAnAddressAreOne();
    void ipv6CountsByNetwork();
    void staysBounded();

private:
    QHostAddress m_address{u"192.168.1.20"_s};
};

void TestTrialLimit::fiveAMinuteAClient()
{
    FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < TrialLimit::perClient; ++i) {
        QCOMPARE(limit.wait({"anna", false}, m_address), 0s);
        limit.countWrong({"anna", false}, m_address);
        clock.advance(1s);
    }
    QCOMPARE(limit.wait({"anna", false}, m_address), 55s);
    QCOMPARE(limit.wait({"ben", false}, m_address), 0s);
    clock.advance(54'999ms);
    QCOMPARE(limit.wait({"anna", false}, m_address), 1s);
    clock.advance(1ms);
    QCOMPARE(limit.wait({"anna", false}, m_address), 0s);
    limit.countWrong({"anna", false}, m_address);
    QCOMPARE(limit.wait({"anna", false}, m_address), 0s); // begins anew
}

void TestTrialLimit::tenTimesAsManyAnAddress()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int client = 0; client < 10; ++client) {
        for (int i = 0; i < TrialLimit::perClient; ++i)
            limit.countWrong({QByteArray::number(client), false}, m_address);
    }
    QCOMPARE(limit.wait({"newcomer", false}, m_address), 30min);
    QCOMPARE(limit.wait({"newcomer", false}, QHostAddress(u"192.168.1.21"_s)), 0s);
}

void TestTrialLimit::theExpectedHaveATryOfTheirOwn()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int client = 0; client < 10; ++client) {
        for (int i = 0; i < TrialLimit::perClient; ++i)
            limit.countWrong({QByteArray::number(client), false}, m_address);
    }
    const TrialLimit::Client anna{"anna", true};
    QCOMPARE(limit.wait({"anna", false}, m_address), 30min);
    QCOMPARE(limit.wait(anna, m_address), 0s);
    limit.countWrong(anna, m_address);
    QCOMPARE(limit.wait(anna, m_address), 30min);
    QCOMPARE(limit.wait({"ben", true}, m_address), 0s);
}

void TestTrialLimit::fewAreExpected()
{
    FakeClock clock;
    TrialLimit limit(clock);
    const QHostAddress other(u"192.168.1.21"_s);
    for (int i = 0; i < TrialLimit::expectedPerAddress; ++i)
        QVERIFY(limit.expect(m_address));
    QVERIFY(!limit.expect(m_address));
    QVERIFY(limit.expect(other));
    limit.admit({"anna", true}, m_address); // who gets in makes place
    limit.admit({"anna", true}, m_address); // once
    QVERIFY(limit.expect(m_address));
    QVERIFY(!limit.expect(m_address));
    clock.advance(1min);
    QVERIFY(limit.expect(m_address));
    QVERIFY(!limit.expect(m_address));
}

//! Whoever takes a new mark for every try, for 45 minutes: of 10,000 PINs of four digits they try one in twenty, of a million
//! of six one in 2,000.
void TestTrialLimit::aLessonOfGuessing()
{
    FakeClock clock;
    TrialLimit limit(clock);
    int guesses = 0;
    int marks = 0;
    for (int minute = 0; minute < 45; ++minute) {
        for (int i = 0; i < 1000; ++i) {
            const TrialLimit::Client client{QByteArray::number(++marks), limit.expect(m_address)};
            if (limit.wait(client, m_address) > 0s)
                continue;
            limit.countWrong(client, m_address);
            ++guesses;
        }
        clock.advance(1min);
    }
    QVERIFY2(guesses >= TrialLimit::expectedPerAddress && guesses <= 500, QByteArray::number(guesses));
}

void TestTrialLimit::withoutAMarkAllOfAnAddressAreOne()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < TrialLimit::perClient; ++i)
        limit.countWrong({}, m_address);
    QCOMPARE(limit.wait({}, m_address), 60s);
    QCOMPARE(limit.wait({"marked", false}, m_address), 0s);
    QCOMPARE(limit.wait({}, QHostAddress(u"192.168.1.21"_s)), 0s);
}

void TestTrialLimit::ipv6CountsByNetwork()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < TrialLimit::perClient; ++i)
        limit.countWrong({}, QHostAddress(u"2001:db8::%1"_s.arg(i + 1)));
    QCOMPARE(limit.wait({}, QHostAddress(u"2001:db8::99"_s)), 60s);
    QCOMPARE(limit.wait({}, QHostAddress(u"2001:db8:0:1::99"_s)), 0s);
}

void TestTrialLimit::staysBounded()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < 100'000; ++i)
        limit.countWrong({QByteArray::number(i), false}, m_address);
    QVERIFY(limit.size() <= 20'000);
}

QTEST_GUILESS_MAIN(TestTrialLimit)

#include "tst_attemptlimiter.moc"
