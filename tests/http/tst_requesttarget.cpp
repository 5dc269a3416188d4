// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requesttarget.h"

#include <QTest>

using namespace pushlab::http;

class TestRequestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void refuses_data();
    void refuses();
    void knowsHosts_data();
    void knowsHosts();
};

void TestRequestTarget::splits_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");

    const auto row = [](const char *method, const char *target, const char *authority, const char *path, const char *query) {
        QTest::newRow(target) << QByteArray(method) << QByteArray(target) << QByteArray(authority) << QByteArray(path)
                              << QByteArray(query);
    };
    row("GET", "/", "", "/", "");
    row("GET", "/a/b", "", "/a/b", "");
    row("GET", "/a?b=c&d=/e?f", "", "/a", "b=c&d=/e?f");
    row("GET", "/?", "", "/", "");
    row("GET", "//two", "", "//two", "");
    row("GET", "/%E4%BD%A0", "", "/%E4%BD%A0", "");
    row("OPTIONS", "*", "", "*", "");
    row("GET", "http://host/a?b", "host", "/a", "b");
    row("GET", "HTTP://host:8000/a", "host:8000", "/a", "");
    row("GET", "http://host", "host", "/", "");
    row("GET", "https://host", "host", "/", "");
    row("GET", "HTTPS://host:8443/a?b", "host:8443", "/a", "b");
    row("GET", "http://host?b=/", "host", "/", "b=/");
    row("GET", "http://[::1]:80/", "[::1]:80", "/", "");
}

void TestRequestTarget::splits()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const auto parts = splitTarget(method, target);
    QVERIFY(parts);
    QTEST(parts->authority.toByteArray(), "authority");
    QTEST(parts->path.toByteArray(), "path");
    QTEST(parts->query.toByteArray(), "query");
}

void TestRequestTarget::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");

    const auto row = [](const char *method, const char *target) {
        QTest::newRow(target) << QByteArray(method) << QByteArray(target);
    };
    row("GET", "");
    row("GET", "*");
    row("GET", "a/b");
    row("GET", "host:80");
    row("GET", "/a#b");
    row("GET", "http://host/a#b");
    row("GET", "http://");
    row("GET", "https://");
    row("GET", "wss://host/");
    row("GET", "http:///a");
    row("GET", "http://user@host/");
    row("GET", "http://host:99999/");
    row("GET", "ftp://host/");
    row("OPTIONS", "**");
}

void TestRequestTarget::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QVERIFY(!splitTarget(method, target));
}

void TestRequestTarget::knowsHosts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isHost");

    for (const char *value : {"a", "example.com", "example.com:80", "192.168.1.20:8000", "[::1]", "[fe80::1]:8000",
                              "[::ffff:1.2.3.4]", "host:", "a_b-c.d~", "%41b", "host:65535", "UPPER"})
        QTest::newRow(value) << QByteArray(value) << true;
    for (const char *value : {"",          ":",        ":80", "a b", "a:80:90", "a:+80",  "a:65536", "a:99999999999999999999",
                              "a:8x",      "[::1",     "[]",  "[1]", "::1",     "[::1]x", "[::1]80", "[::g]",
                              "user@host", "http://a", "a/b", "a?b", "a#b",     "a\\b",   "a%4",     "a%zz",
                              "\xc3\xa9"})
        QTest::newRow(value) << QByteArray(value) << false;
}

void TestRequestTarget::knowsHosts()
{
    QFETCH(QByteArray, value);
    QTEST(isHostAndPort(value), "isHost");
}

QTEST_GUILESS_MAIN(TestRequestTarget)
#include "tst_requesttarget.moc"
