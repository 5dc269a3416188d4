// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/discovery/announcementtargets.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

namespace {

QNetworkAddressEntry adapter(const QString &address, const QString &broadcast)
{
    QNetworkAddressEntry entry;
    entry.setIp(QHostAddress(address));
    entry.setBroadcast(QHostAddress(broadcast));
    return entry;
}

} // namespace

class TestAnnouncementTargets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followTheBoundAddress_data();
    void followTheBoundAddress();
};

void TestAnnouncementTargets::followTheBoundAddress_data()
{
    QTest::addColumn<QHostAddress>("bind");
    QTest::addColumn<QStringList>("targets");

    const QStringList machine{u"127.255.255.255"_s, u"127.0.0.1"_s};
    const QStringList all = QStringList{u"192.168.1.255"_s, u"10.0.0.255"_s} + machine;
    QTest::newRow("any") << QHostAddress(QHostAddress::Any) << all;
    QTest::newRow("any IPv4") << QHostAddress(QHostAddress::AnyIPv4) << all;
    QTest::newRow("loopback") << QHostAddress(QHostAddress::LocalHost) << machine;
    QTest::newRow("one adapter's") << QHostAddress(u"10.0.0.7"_s) << QStringList{u"10.0.0.255"_s};
    QTest::newRow("an adapter's that is gone") << QHostAddress(u"10.9.9.9"_s) << QStringList();
    QTest::newRow("any IPv6") << QHostAddress(QHostAddress::AnyIPv6) << QStringList();
    QTest::newRow("IPv6 loopback") << QHostAddress(QHostAddress::LocalHostIPv6) << QStringList();
}

void TestAnnouncementTargets::followTheBoundAddress()
{
    QFETCH(QHostAddress, bind);
    const QList<QNetworkAddressEntry> adapters{adapter(u"192.168.1.20"_s, u"192.168.1.255"_s),
                                               adapter(u"10.0.0.7"_s, u"10.0.0.255"_s),
                                               adapter(u"10.0.0.8"_s, u"10.0.0.255"_s), // once is enough
                                               adapter(u"172.16.0.1"_s, QString())};
    QStringList targets;
    for (const QHostAddress &target : app::announcementTargets(bind, adapters))
        targets << target.toString();
    QTEST(targets, "targets");
}

QTEST_GUILESS_MAIN(TestAnnouncementTargets)
#include "tst_announcementtargets.moc"
