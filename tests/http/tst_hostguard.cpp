// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/hostguard.h"

#include <QTest>

using namespace pushlab::http;
using namespace Qt::Literals::StringLiterals;

class TestHostGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allows_data();
    void allows();
    void looksAgainWhenTheNetworkChanges();
    void knowsThisMachine();
};

void TestHostGuard::allows_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isAllowed");

    const auto row = [](const char *host, bool isAllowed) { QTest::newRow(host) << QByteArray(host) << isAllowed; };
    row("localhost", true);
    row("localhost:8000", true);
    row("LOCALHOST", true);
    row("localhost.", true);
    row("class.localhost", true);
    row("127.0.0.1", true);
    row("127.0.0.1:8000", true);
    row("127.8.9.10", true);
    row("[::1]", true);
    row("[::1]:8000", true);
    row("192.168.7.5", true);
    row("192.168.7.5:80", true);
    row("[fe80::1234]", true);
    row("[FE80:0:0:0:0:0:0:1234]:8000", true);
    row("teacher", true);
    row("Teacher.local:8000", true);
    row("teacher.local.", true);
    row("class.example", true);
    row("xn--schule-mnchen-3ob.de", true);
    row("Class.Example:8000", true);

    row("", false);
    row(":8000", false);
    row("evil.example", false);
    row("evil.example:8000", false);
    row("192.168.7.6", false);
    row("0.0.0.0:8000", false);
    row("[::]", false);
    row("[fe80::1235]", false);
    row("[::1", false);
    row("localhost.evil.example", false);
    row("notlocalhost", false);
    row("teacher.evil.example", false);
    row("127.0.0.1.evil.example", false);
    row("192.168.7.5.evil.example", false);
    row("www.class.example", false);
}

void TestHostGuard::allows()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isAllowed);
    HostGuard guard({u"Class.Example"_s, u"Schule-München.de"_s}, [] {
        return HostGuard::Names{{QHostAddress(u"192.168.7.5"_s), QHostAddress(u"fe80::1234"_s)}, {u"teacher"_s, u"teacher.local"_s}};
    });
    QCOMPARE(guard.allows(host), isAllowed);
}

void TestHostGuard::looksAgainWhenTheNetworkChanges()
{
    int looks = 0;
    HostGuard::Names names{{QHostAddress(u"192.168.7.5"_s)}, {}};
    HostGuard guard({}, [&] {
        ++looks;
        return names;
    });
    QCOMPARE(looks, 1);
    names.addresses = {QHostAddress(u"10.0.0.5"_s)};
    QVERIFY(guard.allows("192.168.7.5"));
    for (int i = 0; i < 100; ++i)
        QVERIFY(!guard.allows("evil.example")); // a flood of wrong names costs no look each
    QCOMPARE(looks, 1);
    QTRY_VERIFY(guard.allows("10.0.0.5")); // within a little more than 2 s
    QCOMPARE(looks, 2);
    QVERIFY(!guard.allows("192.168.7.5"));
    QCOMPARE(looks, 2);
}

void TestHostGuard::knowsThisMachine()
{
    HostGuard guard({});
    QVERIFY(guard.allows("127.0.0.1:8000"));
    for (const QHostAddress &address : HostGuard::namesOfThisMachine().addresses) {
        const QByteArray host = address.toString().toLatin1();
        QVERIFY2(guard.allows(address.protocol() == QAbstractSocket::IPv6Protocol ? '[' + host + ']' : host), host);
    }
    for (const QString &name : HostGuard::namesOfThisMachine().names)
        QVERIFY2(guard.allows(name.toLatin1()), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestHostGuard)
#include "tst_hostguard.moc"
