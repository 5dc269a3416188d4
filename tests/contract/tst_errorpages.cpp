// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! Errors are a page for people and JSON for scripts, as the Accept field says, wherever in the request they are found.
class TestErrorPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void byAccept_data();
    void byAccept();
    void withoutAccept_data();
    void withoutAccept();
    void speaksChinese();
    void showsNoForeignMarkup();

private:
    [[nodiscard]] QByteArray withHost(QByteArray request) const;
    [[nodiscard]] HttpAnswer exchange(const QByteArray &request, qsizetype pieces = 0) const;

    std::unique_ptr<TestHost> m_host;
};

void TestErrorPages::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

QByteArray TestErrorPages::withHost(QByteArray request) const
{
    return request.replace("{host}", QByteArray("Host: 127.0.0.1:" + QByteArray::number(m_host->port()) + "\r\n"));
}

//! \a pieces: number of bytes in each; 0: all at once.
HttpAnswer TestErrorPages::exchange(const QByteArray &request, qsizetype pieces) const
{
    RawClient client(m_host->port());
    if (pieces == 0)
        (void)client.send(request); // a part may be refused before its end
    else
        (void)client.sendInPiecesOf(pieces, request);
    return client.readAnswer(request.startsWith("HEAD")).value_or(HttpAnswer());
}

void TestErrorPages::byAccept_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("isPlain"); // its scripts would not load either
    const auto row = [](const QByteArray &code, const QByteArray &request, int status, bool isPlain = false) {
        QTest::newRow(code) << request << status << code << isPlain;
    };
    row("not-found", "GET /none HTTP/1.1\r\n{host}{accept}\r\n", 404);
    row("bad-encoding", "GET /%zz HTTP/1.1\r\n{host}{accept}\r\n", 400);
    row("wrong-host", "GET / HTTP/1.1\r\nHost: other.example\r\n{accept}\r\n", 421, true);
    row("wrong-scheme", "GET https://localhost/ HTTP/1.1\r\n{host}{accept}\r\n", 421, true);
    row("header-too-large", "GET / HTTP/1.1\r\n{host}{accept}Cookie: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431, true);
    row("too-many-fields", "GET / HTTP/1.1\r\n{host}{accept}" + QByteArray("A: b\r\n").repeated(100) + "\r\n", 431, true);
    row("missing-host", "GET / HTTP/1.1\r\n{accept}\r\n", 400);
    row("bad-field", "GET / HTTP/1.1\r\n{host}{accept}A : b\r\n\r\n", 400);
    row("unknown-transfer-coding", "GET / HTTP/1.1\r\n{host}{accept}Transfer-Encoding: gzip\r\n\r\n", 501);
    row("expectation-failed", "GET / HTTP/1.1\r\n{host}{accept}Expect: more\r\n\r\n", 417);
    row("missing-content", "POST /send_msg/ HTTP/1.1\r\n{host}{accept}Content-Length: 0\r\n\r\n", 400); // a plain form
    row("body-too-large", "POST /send_msg/ HTTP/1.1\r\n{host}{accept}Content-Length: 300000\r\n\r\n", 413);
    row("bad-chunk", "POST /send_msg/ HTTP/1.1\r\n{host}{accept}Transfer-Encoding: chunked\r\n\r\nx\r\n", 400);
    row("method-not-allowed", "POST /home/ HTTP/1.1\r\n{host}{accept}Expect: 100-continue\r\nContent-Length: 9\r\n\r\n", 405);
}

void TestErrorPages::byAccept()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(bool, isPlain);
    const auto accepting = [this, &request](const QByteArray &field) {
        return QByteArray(withHost(request)).replace("{accept}", field);
    };
    const QByteArray browser = accepting("Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n");
    for (const qsizetype pieces : {0, 61}) {
        const HttpAnswer page = exchange(browser, pieces);
        QCOMPARE(page.status, status);
        QCOMPARE(page.field("content-type"), "text/html; charset=utf-8");
        QCOMPARE(page.field("cache-control"), "no-store");
        QCOMPARE(page.field("x-content-type-options"), "nosniff");
        QVERIFY(page.field("content-security-policy").startsWith("default-src 'none'; "));
        QCOMPARE(page.body.contains("/static/"), !isPlain);
        QVERIFY2(page.body.contains(isPlain ? QByteArray::number(status) : code), page.body);
    }
    for (const QByteArray field : {"Accept: */*\r\n", "Accept: application/json\r\n", ""}) {
        const HttpAnswer script = exchange(accepting(field));
        QCOMPARE(script.status, status);
        QCOMPARE(script.contentType(), "application/json");
        QCOMPARE(script.json()[u"code"_s].toString().toUtf8(), code);
    }
    if (!browser.startsWith("GET"))
        return;
    const HttpAnswer head = exchange(QByteArray(browser).replace(0, 3, "HEAD"));
    QCOMPARE(head.status, status);
    QCOMPARE(head.contentType(), "text/html");
    QVERIFY(head.body.isEmpty());
}

void TestErrorPages::withoutAccept_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray accept = "Accept: text/html\r\n";
    QTest::newRow("behind the fault") << QByteArray("GET / HTTP/1.1\r\n{host}A : b\r\n" + accept + "\r\n") << 400;
    QTest::newRow("behind a request line that has no end")
        << QByteArray("GET /" + QByteArray(17'000, 'x') + " HTTP/1.1\r\n{host}" + accept + "\r\n") << 414;
    QTest::newRow("WebSocket") << QByteArray(
        "GET /ws/chat/lobby/ HTTP/1.1\r\nHost: other.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + accept + "\r\n")
                               << 421;
    QTest::newRow("script of a page") << QByteArray("GET / HTTP/1.1\r\nHost: other.example\r\nSec-Fetch-Mode: cors\r\n" + accept
                                                    + "\r\n")
                                      << 421;
}

void TestErrorPages::withoutAccept()
{
    QFETCH(QByteArray, request);
    const HttpAnswer answer = exchange(withHost(request));
    QTEST(answer.status, "status");
    QCOMPARE(answer.contentType(), "application/json");
}

void TestErrorPages::speaksChinese()
{
    const HttpAnswer page = exchange("GET / HTTP/1.1\r\nHost: other.example\r\nAccept: text/html\r\nAccept-Language: zh-CN\r\n\r\n");
    QVERIFY(page.body.contains("<html lang=\"zh-CN\">"));
    QVERIFY(page.body.contains("老师"));
    QVERIFY(page.body.contains("--allow-host other.example")); // the advice for the teacher
}

void TestErrorPages::showsNoForeignMarkup()
{
    for (const QByteArray host : {"<script>alert(1)</script>", "a'\"&", "{{lang}}"}) {
        const HttpAnswer page = exchange("GET / HTTP/1.1\r\nAccept: text/html\r\nHost: " + host + "\r\n\r\n");
        QVERIFY(page.status == 400 || page.status == 421);
        QVERIFY(!page.body.contains("<script>alert") && !page.body.contains("a'\""));
    }
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestErrorPages)

#include "tst_errorpages.moc"
