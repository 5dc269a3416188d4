// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab::app;

//! Networks that come and go.
class TestNetworkWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfWhatChanges();
};

void TestNetworkWatch::tellsOfWhatChanges()
{
    const LanAddress wifi{QHostAddress(u"192.168.1.20"_s), u"wlan0"_s, AdapterKind::WiFi};
    const LanAddress wired{QHostAddress(u"10.0.0.5"_s), u"eth0"_s, AdapterKind::Ethernet};
    QList<LanAddress> now{wired};
    int looks = 0;
    NetworkWatch watch(
        [&] {
            ++looks;
            return now;
        },
        1ms);
    QSignalSpy changes(&watch, &NetworkWatch::changed);
    watch.start();
    QCOMPARE(watch.addresses(), now);
    QTRY_VERIFY(looks > 5);
    QCOMPARE(changes.count(), 0);
    now = {wifi, wired};
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(watch.addresses(), now);
    now.clear();
    QTRY_COMPARE(changes.count(), 2);
    QVERIFY(watch.addresses().isEmpty());
    watch.stop();
    now = {wifi};
    const int before = looks;
    QTest::qWait(30);
    QCOMPARE(looks, before);
    QCOMPARE(changes.count(), 2);
}

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
