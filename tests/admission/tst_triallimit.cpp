// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/triallimit.h"
#include "tests/room/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_TrialLimit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void fiveAMinuteAClient();
    void tenTimesAsManyAnAddress();
    void withoutAMarkAllOfAnAddressAreOne();
    void ipv6CountsByNetwork();
    void staysBounded();

private:
    QHostAddress m_address{u"192.168.1.20"_s};
};

void tst_TrialLimit::fiveAMinuteAClient()
{
    FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < TrialLimit::perClient; ++i) {
        QCOMPARE(limit.wait("anna", m_address), 0s);
        limit.countWrong("anna", m_address);
        clock.advance(1s);
    }
    QCOMPARE(limit.wait("anna", m_address), 55s);
    QCOMPARE(limit.wait("ben", m_address), 0s);
    clock.advance(54'999ms);
    QCOMPARE(limit.wait("anna", m_address), 1s);
    clock.advance(1ms);
    QCOMPARE(limit.wait("anna", m_address), 0s);
    limit.countWrong("anna", m_address);
    QCOMPARE(limit.wait("anna", m_address), 0s); // begins anew
}

void tst_TrialLimit::tenTimesAsManyAnAddress()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int client = 0; client < 10; ++client) {
        for (int i = 0; i < TrialLimit::perClient; ++i)
            limit.countWrong(QByteArray::number(client), m_address);
    }
    QCOMPARE(limit.wait("newcomer", m_address), 60s);
    QCOMPARE(limit.wait("newcomer", QHostAddress(u"192.168.1.21"_s)), 0s);
}

void tst_TrialLimit::withoutAMarkAllOfAnAddressAreOne()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < TrialLimit::perClient; ++i)
        limit.countWrong({}, m_address);
    QCOMPARE(limit.wait({}, m_address), 60s);
    QCOMPARE(limit.wait("marked", m_address), 0s);
    QCOMPARE(limit.wait({}, QHostAddress(u"192.168.1.21"_s)), 0s);
}

void tst_TrialLimit::ipv6CountsByNetwork()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < TrialLimit::perClient; ++i)
        limit.countWrong({}, QHostAddress(u"2001:db8::%1"_s.arg(i + 1)));
    QCOMPARE(limit.wait({}, QHostAddress(u"2001:db8::99"_s)), 60s);
    QCOMPARE(limit.wait({}, QHostAddress(u"2001:db8:0:1::99"_s)), 0s);
}

void tst_TrialLimit::staysBounded()
{
    const FakeClock clock;
    TrialLimit limit(clock);
    for (int i = 0; i < 100'000; ++i)
        limit.countWrong(QByteArray::number(i), m_address);
    QVERIFY(limit.size() <= 20'000);
}

QTEST_GUILESS_MAIN(tst_TrialLimit)

#include "tst_triallimit.moc"
