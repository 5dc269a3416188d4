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

class TestAttemptLimiter final : public QObject
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

void TestAttemptLimiter::fiveAMinuteAClient()
{
    FakeClock clock;
    AttemptLimiter limiter(clock);
    for (int i = 0; i < AttemptLimiter::perClient; ++i) {
        QCOMPARE(limiter.wait({"anna", false}, m_address), 0s);
        limiter.countWrong({"anna", false}, m_address);
        clock.advance(1s);
    }
    QCOMPARE(limiter.wait({"anna", false}, m_address), 55s);
    QCOMPARE(limiter.wait({"ben", false}, m_address), 0s);
    clock.advance(54'999ms);
    QCOMPARE(limiter.wait({"anna", false}, m_address), 1s);
    clock.advance(1ms);
    QCOMPARE(limiter.wait({"anna", false}, m_address), 0s);
    limiter.countWrong({"anna", false}, m_address);
    QCOMPARE(limiter.wait({"anna", false}, m_address), 0s); // begins anew
}

void TestAttemptLimiter::tenTimesAsManyAnAddress()
{
    const FakeClock clock;
    AttemptLimiter limiter(clock);
    for (int client = 0; client < 10; ++client) {
        for (int i = 0; i < AttemptLimiter::perClient; ++i)
            limiter.countWrong({QByteArray::number(client), false}, m_address);
    }
    QCOMPARE(limiter.wait({"newcomer", false}, m_address), 30min);
    QCOMPARE(limiter.wait({"newcomer", false}, QHostAddress(u"192.168.1.21"_s)), 0s);
}

void TestAttemptLimiter::theExpectedHaveATryOfTheirOwn()
{
    const FakeClock clock;
    AttemptLimiter limiter(clock);
    for (int client = 0; client < 10; ++client) {
        for (int i = 0; i < AttemptLimiter::perClient; ++i)
            limiter.countWrong({QByteArray::number(client), false}, m_address);
    }
    const AttemptLimiter::Client anna{"anna", true};
    QCOMPARE(limiter.wait({"anna", false}, m_address), 30min);
    QCOMPARE(limiter.wait(anna, m_address), 0s);
    limiter.countWrong(anna, m_address);
    QCOMPARE(limiter.wait(anna, m_address), 30min);
    QCOMPARE(limiter.wait({"ben", true}, m_address), 0s);
}

void TestAttemptLimiter::fewAreExpected()
{
    FakeClock clock;
    AttemptLimiter limiter(clock);
    const QHostAddress other(u"192.168.1.21"_s);
    for (int i = 0; i < AttemptLimiter::expectedPerAddress; ++i)
        QVERIFY(limiter.expect(m_address));
    QVERIFY(!limiter.expect(m_address));
    QVERIFY(limiter.expect(other));
    limiter.admit({"anna", true}, m_address); // a client that gets in makes place
    limiter.admit({"anna", true}, m_address); // once
    QVERIFY(limiter.expect(m_address));
    QVERIFY(!limiter.expect(m_address));
    clock.advance(1min);
    QVERIFY(limiter.expect(m_address));
    QVERIFY(!limiter.expect(m_address));
}

//! A client that uses a new mark for every attempt, for 45 minutes: it can try one in twenty of the 10,000 PINs with four digits,
//! and one in 2,000 of those with six.
void TestAttemptLimiter::aLessonOfGuessing()
{
    FakeClock clock;
    AttemptLimiter limiter(clock);
    int guesses = 0;
    int marks = 0;
    for (int minute = 0; minute < 45; ++minute) {
        for (int i = 0; i < 1000; ++i) {
            const AttemptLimiter::Client client{QByteArray::number(++marks), limiter.expect(m_address)};
            if (limiter.wait(client, m_address) > 0s)
                continue;
            limiter.countWrong(client, m_address);
            ++guesses;
        }
        clock.advance(1min);
    }
    QVERIFY2(guesses >= AttemptLimiter::expectedPerAddress && guesses <= 500, QByteArray::number(guesses));
}

void TestAttemptLimiter::withoutAMarkAllOfAnAddressAreOne()
{
    const FakeClock clock;
    AttemptLimiter limiter(clock);
    for (int i = 0; i < AttemptLimiter::perClient; ++i)
        limiter.countWrong({}, m_address);
    QCOMPARE(limiter.wait({}, m_address), 60s);
    QCOMPARE(limiter.wait({"marked", false}, m_address), 0s);
    QCOMPARE(limiter.wait({}, QHostAddress(u"192.168.1.21"_s)), 0s);
}

void TestAttemptLimiter::ipv6CountsByNetwork()
{
    const FakeClock clock;
    AttemptLimiter limiter(clock);
    for (int i = 0; i < AttemptLimiter::perClient; ++i)
        limiter.countWrong({}, QHostAddress(u"2001:db8::%1"_s.arg(i + 1)));
    QCOMPARE(limiter.wait({}, QHostAddress(u"2001:db8::99"_s)), 60s);
    QCOMPARE(limiter.wait({}, QHostAddress(u"2001:db8:0:1::99"_s)), 0s);
}

void TestAttemptLimiter::staysBounded()
{
    const FakeClock clock;
    AttemptLimiter limiter(clock);
    for (int i = 0; i < 100'000; ++i)
        limiter.countWrong({QByteArray::number(i), false}, m_address);
    QVERIFY(limiter.size() <= 20'000);
}

QTEST_GUILESS_MAIN(TestAttemptLimiter)

#include "tst_attemptlimiter.moc"
