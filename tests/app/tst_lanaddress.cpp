// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lanaddress.h"

#include "app/joinaddress.h"

#include <QTest>

using namespace pushlab::app;
using namespace Qt::Literals::StringLiterals;

class TestLanAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classUrls();
    void knowsAdapters_data();
    void knowsAdapters();
    void sortsByReach();
    void choosesWhatToTell_data();
    void choosesWhatToTell();
    void namesByAdapter();
    void writesUrls();
    void leadsTheTeacher_data();
    void leadsTheTeacher();
    void reachesTheOwnHost();
    void listsThisMachine();
};

void TestLanAddress::knowsAdapters_data()
{
    QTest::addColumn<QNetworkInterface::InterfaceType>("type");
    QTest::addColumn<AdapterKind>("kind");

    const auto row = [](const char *name, QNetworkInterface::InterfaceType type, AdapterKind kind) {
        QTest::newRow(name) << type << kind;
    };
    row("lo", QNetworkInterface::Loopback, AdapterKind::Loopback);
    row("eth0", QNetworkInterface::Ethernet, AdapterKind::Ethernet);
    row("enp3s0", QNetworkInterface::Ethernet, AdapterKind::Ethernet);
    row("wlan0", QNetworkInterface::Ethernet, AdapterKind::WiFi);
    row("wlp2s0", QNetworkInterface::Ethernet, AdapterKind::WiFi);
    row("en0", QNetworkInterface::Wifi, AdapterKind::WiFi);
    row("usb0", QNetworkInterface::Unknown, AdapterKind::Other);
    row("docker0", QNetworkInterface::Ethernet, AdapterKind::Virtual);
    row("br-5f2a", QNetworkInterface::Ethernet, AdapterKind::Virtual);
    row("virbr0", QNetworkInterface::Ethernet, AdapterKind::Virtual);
    row("veth12ab", QNetworkInterface::Ethernet, AdapterKind::Virtual);
    row("tun0", QNetworkInterface::Virtual, AdapterKind::Virtual);
    row("wg0", QNetworkInterface::Unknown, AdapterKind::Virtual);
    row("tailscale0", QNetworkInterface::Virtual, AdapterKind::Virtual);
}

void TestLanAddress::knowsAdapters()
{
    QFETCH(QNetworkInterface::InterfaceType, type);
    QTEST(adapterKind(QString::fromLatin1(QTest::currentDataTag()), type), "kind");
}

void TestLanAddress::sortsByReach()
{
    const QList<LanAddress> wanted{
        {QHostAddress(u"192.168.1.20"_s), u"wlan0"_s, AdapterKind::WiFi},
        {QHostAddress(u"10.0.0.5"_s), u"eth0"_s, AdapterKind::Ethernet},
        {QHostAddress(u"192.168.7.2"_s), u"usb0"_s, AdapterKind::Other},
        {QHostAddress(u"fd00::5"_s), u"wlan0"_s, AdapterKind::WiFi},
        {QHostAddress(u"fd00::6"_s), u"eth0"_s, AdapterKind::Ethernet},
        {QHostAddress(u"172.17.0.1"_s), u"docker0"_s, AdapterKind::Virtual},
        {QHostAddress(u"fd01::1"_s), u"tun0"_s, AdapterKind::Virtual},
        {QHostAddress(u"169.254.3.4"_s), u"eth1"_s, AdapterKind::Ethernet},
    };
    QList<LanAddress> addresses = wanted;
    std::reverse(addresses.begin(), addresses.end());
    sortByReach(addresses);
    QVERIFY(addresses == wanted);
}

void TestLanAddress::choosesWhatToTell_data()
{
    QTest::addColumn<QHostAddress>("bind");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QString>("told");

    const auto row = [](const char *name, const QHostAddress &bind, const QStringList &addresses, const QString &told) {
        QTest::newRow(name) << bind << addresses << told;
    };
    const QHostAddress any(QHostAddress::Any);
    const QString lan = u"192.168.1.20"_s;
    row("bound", QHostAddress(u"127.0.0.1"_s), {lan}, u"127.0.0.1"_s);
    row("bound to IPv6", QHostAddress(u"::1"_s), {lan}, u"::1"_s);
    row("first", any, {lan, u"10.0.0.1"_s}, lan);
    row("IPv4 before IPv6", any, {u"fd00::1"_s, lan}, lan);
    row("IPv6 before a container", any, {u"172.17.0.1"_s, u"fd00::1"_s}, u"fd00::1"_s);
    row("IPv6 alone", any, {u"fd00::1"_s}, u"fd00::1"_s);
    row("none", any, {}, u"127.0.0.1"_s);
    row("any IPv4", QHostAddress(QHostAddress::AnyIPv4), {u"fd00::1"_s, lan}, lan);
    row("any IPv4, none", QHostAddress(QHostAddress::AnyIPv4), {u"fd00::1"_s}, u"127.0.0.1"_s);
    row("any IPv6", QHostAddress(QHostAddress::AnyIPv6), {lan, u"fd00::1"_s}, u"fd00::1"_s);
    row("any IPv6, none", QHostAddress(QHostAddress::AnyIPv6), {lan}, u"::1"_s);
}

void TestLanAddress::choosesWhatToTell()
{
    QFETCH(QHostAddress, bind);
    QFETCH(QStringList, addresses);
    QList<LanAddress> list;
    for (const QString &address : addresses)
        list.append({QHostAddress(address), u"eth0"_s, address.startsWith(u"172.") ? AdapterKind::Virtual : AdapterKind::Ethernet});
    sortByReach(list);
    QTEST(addressToTell(bind, list).toString(), "told");
}

void TestLanAddress::namesByAdapter()
{
    const QHostAddress address(u"192.168.1.20"_s);
    QCOMPARE(lanAddressText({address, u"wlan0"_s, AdapterKind::WiFi}), u"Wi-Fi wlan0 — 192.168.1.20"_s);
    QCOMPARE(lanAddressText({address, u"docker0"_s, AdapterKind::Virtual}), u"Virtual network docker0 — 192.168.1.20"_s);
    QCOMPARE(lanAddressText({QHostAddress(QHostAddress::LocalHost), {}, AdapterKind::Loopback}), u"This computer only — 127.0.0.1"_s);
}

void TestLanAddress::writesUrls()
{
    QCOMPARE(hostUrlText(QHostAddress(u"127.0.0.1"_s), 8000), u"http://127.0.0.1:8000/"_s);
    QCOMPARE(hostUrlText(QHostAddress(u"127.0.0.1"_s), 8000, u"https"_s), u"https://127.0.0.1:8000/"_s);
    QCOMPARE(hostUrlText(QHostAddress(u"::1"_s), 80), u"http://[::1]:80/"_s);
}

void TestLanAddress::leadsTheTeacher_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::addColumn<QString>("link");

    QTest::newRow("as others are told") << QUrl(hostUrlText(QHostAddress(u"192.168.1.20"_s), 8000))
                                        << u"http://192.168.1.20:8000/admin/#key=a-Key_1"_s;
    QTest::newRow("as the window knows itself")
        << ownUrl(QHostAddress(QHostAddress::Any), 8000, u"https"_s) << u"https://127.0.0.1:8000/admin/#key=a-Key_1"_s;
    QTest::newRow("with the class's room") << classUrl(QUrl(u"http://192.168.1.20:8000/"_s), u"physics"_s, u"123456"_s)
                                           << u"http://192.168.1.20:8000/admin/#key=a-Key_1"_s;
    QTest::newRow("IPv6") << QUrl(hostUrlText(QHostAddress(u"::1"_s), 80)) << u"http://[::1]:80/admin/#key=a-Key_1"_s;
}

void TestLanAddress::leadsTheTeacher()
{
    QFETCH(QUrl, host);
    QTEST(teacherUrl(host, "a-Key_1").toString(), "link");
}

void TestLanAddress::reachesTheOwnHost()
{
    const auto url = [](const QString &bind) { return ownUrl(QHostAddress(bind), 8000).toString(); };
    QCOMPARE(url(u"0.0.0.0"_s), u"http://127.0.0.1:8000"_s);
    QCOMPARE(ownUrl(QHostAddress(QHostAddress::Any), 8000).toString(), u"http://127.0.0.1:8000"_s);
    QCOMPARE(url(u"::"_s), u"http://[::1]:8000"_s);
    QCOMPARE(url(u"192.168.1.20"_s), u"http://192.168.1.20:8000"_s);
}

void TestLanAddress::listsThisMachine()
{
    for (const LanAddress &address : lanAddresses()) {
        QVERIFY(!address.address.isLoopback());
        QVERIFY(!address.adapter.isEmpty());
        QVERIFY(!adapterKindName(address.kind).isEmpty());
    }
}

void TestLanAddress::classUrls()
{
    const QUrl host(u"http://192.168.1.20:8000/"_s);
    QCOMPARE(classUrl(host, u"lobby"_s).toEncoded(), "http://192.168.1.20:8000/");
    QCOMPARE(classUrl(host, u"lobby"_s, u"123456"_s).toEncoded(), "http://192.168.1.20:8000/#pin=123456");
    QCOMPARE(classUrl(host, u"physics"_s).toEncoded(), "http://192.168.1.20:8000/?room=physics");
    const QUrl odd = classUrl(host, u"物 理&#+%"_s, u"123456"_s);
    QCOMPARE(odd.toEncoded(), "http://192.168.1.20:8000/?room=%E7%89%A9%20%E7%90%86%26%23%2B%25#pin=123456");
    const auto joined = parseJoinAddress(QString::fromLatin1(odd.toEncoded()));
    QVERIFY(joined);
    QCOMPARE(joined->room, u"物 理&#+%"_s);
    QCOMPARE(joined->pin, u"123456"_s);
}

QTEST_GUILESS_MAIN(TestLanAddress)
#include "tst_lanaddress.moc"

#include <algorithm>
