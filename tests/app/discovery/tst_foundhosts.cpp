// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/foundhosts.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::FoundHost;
using app::FoundHosts;

namespace {

FoundHost host(const QString &id, const QString &address = u"10.0.0.7"_s, const QString &room = u"lobby"_s)
{
    return {{8000, room, u"pc"_s, id}, QHostAddress(address)};
}

} // namespace

class TestFoundHosts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfArrival();
    void forgetsWhoIsSilent();
    void keepsTheFirstAddress();
    void isBounded();
};

void TestFoundHosts::keepsTheOrderOfArrival()
{
    FoundHosts found;
    QVERIFY(found.take(host(u"b"_s), 0s));
    QVERIFY(found.take(host(u"a"_s), 1s));
    QVERIFY(!found.take(host(u"b"_s), 2s)); // nothing new
    QCOMPARE(found.hosts(), QList({host(u"b"_s), host(u"a"_s)}));
    QVERIFY(found.take(host(u"b"_s, u"10.0.0.7"_s, u"maths"_s), 3s));
    QCOMPARE(found.hosts().first().announcement.room, u"maths"_s);
}

void TestFoundHosts::forgetsWhoIsSilent()
{
    FoundHosts found;
    found.take(host(u"a"_s), 0s);
    found.take(host(u"b"_s), 0s);
    found.take(host(u"a"_s), 4s);
    QVERIFY(!found.expire(6999ms));
    QVERIFY(found.expire(7s));
    QCOMPARE(found.hosts(), QList({host(u"a"_s)}));
    QVERIFY(found.expire(11s));
    QVERIFY(found.hosts().isEmpty());
}

void TestFoundHosts::keepsTheFirstAddress()
{
    FoundHosts found;
    found.take(host(u"a"_s), 0s);
    QVERIFY(!found.take(host(u"a"_s, u"10.0.0.66"_s), 1s));
    QCOMPARE(found.hosts(), QList({host(u"a"_s)}));
    QVERIFY(found.take(host(u"a"_s, u"10.0.0.66"_s), 7s)); // the other one does not count as a sign of life
    QCOMPARE(found.hosts(), QList({host(u"a"_s, u"10.0.0.66"_s)}));
}

void TestFoundHosts::isBounded()
{
    FoundHosts found;
    for (int i = 0; i < 1000; ++i)
        found.take(host(QString::number(i)), 0s);
    QCOMPARE(found.hosts().size(), FoundHosts::maxHosts);
    QVERIFY(found.expire(8s));
    QVERIFY(found.take(host(u"new"_s), 8s));
}

QTEST_GUILESS_MAIN(TestFoundHosts)
#include "tst_foundhosts.moc"
