// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/clockoffset.h"
#include "client/session/clockprobe.h"
#include "tests/support/fakehost.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTest>

#include <chrono>
#include <cmath>

using namespace pushlab;
using namespace std::chrono_literals;

class TestClockProbe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void findsTheHostsClock();
    void saysNothingAfterStop();
};

void TestClockProbe::findsTheHostsClock()
{
    tests::FakeHost host;
    QNetworkAccessManager network;
    session::ClockOffset offset;
    session::ClockProbe probe(host.url(), network, offset);
    probe.start();
    QTRY_COMPARE(host.count("/api/time"), 6);
    const double local = session::localMilliseconds();
    const double here = std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
    const double doubt = offset.uncertainty(local).value();
    QVERIFY2(doubt < 100, qPrintable(QString::number(doubt)));
    QVERIFY(std::abs(offset.hostTime(local).value() - here) <= doubt + 1);
    QCOMPARE(host.count("/api/time"), 6);
}

void TestClockProbe::saysNothingAfterStop()
{
    tests::FakeHost host;
    QNetworkAccessManager network;
    session::ClockOffset offset;
    session::ClockProbe probe(host.url(), network, offset);
    probe.start();
    probe.stop();
    QTest::qWait(100);
    QVERIFY(!offset.hostTime(0));
}

QTEST_GUILESS_MAIN(TestClockProbe)
#include "tst_clockprobe.moc"
