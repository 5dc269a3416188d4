// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/crosssite.h"
#include "tests/support/requestof.h"

#include <QTest>

using namespace pushlab::http;
using pushlab::tests::requestOf;

class TestCrossSite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sites_data();
    void sites();
    void defaultPorts_data();
    void defaultPorts();
    void overTls_data();
    void overTls();
    void navigation_data();
    void navigation();
};

void TestCrossSite::sites_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("isCross");

    QTest::newRow("no browser") << QByteArray() << false;
    QTest::newRow("own origin") << QByteArray("Origin: http://host:8000\r\n") << false;
    QTest::newRow("case") << QByteArray("Origin: HTTP://HOST:8000\r\n") << false;
    QTest::newRow("behind TLS") << QByteArray("Origin: https://host:8000\r\n") << false;
    QTest::newRow("another host") << QByteArray("Origin: http://evil.example\r\n") << true;
    QTest::newRow("another port") << QByteArray("Origin: http://host:9000\r\n") << true;
    QTest::newRow("no port") << QByteArray("Origin: http://host\r\n") << true;
    QTest::newRow("longer name") << QByteArray("Origin: http://host:80000\r\n") << true;
    QTest::newRow("name that ends alike") << QByteArray("Origin: http://evilhost:8000\r\n") << true;
    QTest::newRow("null") << QByteArray("Origin: null\r\n") << true;
    QTest::newRow("empty") << QByteArray("Origin:\r\n") << true;
    QTest::newRow("scheme alone") << QByteArray("Origin: http://\r\n") << true;
    QTest::newRow("file") << QByteArray("Origin: file://host:8000\r\n") << true;
    QTest::newRow("extension") << QByteArray("Origin: chrome-extension://host:8000\r\n") << true;
    QTest::newRow("fetched by the page") << QByteArray("Sec-Fetch-Site: same-origin\r\n") << false;
    QTest::newRow("typed") << QByteArray("Sec-Fetch-Site: none\r\n") << false;
    QTest::newRow("fetched by another port") << QByteArray("Sec-Fetch-Site: same-site\r\n") << true;
    QTest::newRow("fetched by another site") << QByteArray("Sec-Fetch-Site: cross-site\r\n") << true;
    QTest::newRow("unknown word") << QByteArray("Sec-Fetch-Site: elsewhere\r\n") << true;
    QTest::newRow("own origin, other site") << QByteArray("Origin: http://host:8000\r\nSec-Fetch-Site: cross-site\r\n") << true;
    QTest::newRow("other origin, same site") << QByteArray("Origin: http://x\r\nSec-Fetch-Site: same-origin\r\n") << true;
}

void TestCrossSite::sites()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, isCross);
    for (const char *method : {"GET", "POST"})
        QCOMPARE(isCrossSite(requestOf(method, "/", fields)), isCross);
}

void TestCrossSite::defaultPorts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isCross");
    QTest::newRow("neither says it") << QByteArray("host") << QByteArray("http://host") << false;
    QTest::newRow("host says it") << QByteArray("host:80") << QByteArray("http://host") << false;
    QTest::newRow("origin says it") << QByteArray("host") << QByteArray("http://host:80") << false;
    QTest::newRow("TLS") << QByteArray("host:443") << QByteArray("https://host") << false;
    QTest::newRow("that of TLS without TLS") << QByteArray("host:443") << QByteArray("http://host") << true;
    QTest::newRow("IPv6") << QByteArray("[::1]:8000") << QByteArray("http://[::1]:8000") << false;
    QTest::newRow("IPv6, other address") << QByteArray("[::1]") << QByteArray("http://[::2]") << true;
}

void TestCrossSite::defaultPorts()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, isCross);
    const QByteArray bytes = "POST / HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\n\r\n";
    QCOMPARE(isCrossSite(requestOf(bytes)), isCross);
}

void TestCrossSite::overTls_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isCross");
    QTest::newRow("own") << QByteArray("https://host:8000") << false;
    QTest::newRow("not over TLS") << QByteArray("http://host:8000") << true;
    QTest::newRow("another") << QByteArray("https://evil.example") << true;
}

void TestCrossSite::overTls()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, isCross);
    RequestParser parser;
    const QByteArray bytes = "POST / HTTP/1.1\r\nHost: host:8000\r\nOrigin: " + origin + "\r\n\r\n";
    QCOMPARE(parser.feed(bytes), bytes.size());
    parser.markSecure();
    const Request request = parser.takeRequest();
    QVERIFY(request.isSecure());
    QCOMPARE(isCrossSite(request), isCross);
}

void TestCrossSite::navigation_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("isNavigation");
    QTest::newRow("no browser") << QByteArray() << true;
    QTest::newRow("click") << QByteArray("Sec-Fetch-Mode: navigate\r\n") << true;
    QTest::newRow("fetch") << QByteArray("Sec-Fetch-Mode: cors\r\n") << false;
    QTest::newRow("image") << QByteArray("Sec-Fetch-Mode: no-cors\r\n") << false;
    QTest::newRow("WebSocket") << QByteArray("Sec-Fetch-Mode: websocket\r\n") << false;
}

void TestCrossSite::navigation()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, isNavigation);
    QCOMPARE(pushlab::http::isNavigation(requestOf("GET", "/", fields)), isNavigation);
}

QTEST_GUILESS_MAIN(TestCrossSite)
#include "tst_crosssite.moc"
