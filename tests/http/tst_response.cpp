// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/response.h"

#include <QJsonDocument>
#include <QTest>

using namespace pushlab::http;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView date = "Sun, 06 Nov 1994 08:49:37 GMT";

} // namespace

class TestResponse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_data();
    void frames();
    void kinds();
    void reasons();
};

void TestResponse::frames_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<QByteArray>("bytes");

    const QByteArray head = "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    const QByteArray text = head + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\nCache-Control: no-store\r\n";
    QTest::newRow("1.1") << Response::text("OK") << Framing{false, true, 1} << text + "\r\nOK";
    QTest::newRow("1.1 that closes") << Response::text("OK") << Framing{false, false, 1} << text + "Connection: close\r\n\r\nOK";
    QTest::newRow("1.0") << Response::text("OK") << Framing{false, false, 0} << text + "Connection: close\r\n\r\nOK";
    QTest::newRow("1.0 that stays") << Response::text("OK") << Framing{false, true, 0} << text + "Connection: keep-alive\r\n\r\nOK";
    // RFC 9110 9.3.2: the same fields, the length of what GET would bring, and no body
    QTest::newRow("HEAD") << Response::text("OK") << Framing{true, true, 1} << text + "\r\n";
    QTest::newRow("HEAD that closes") << Response::text("OK") << Framing{true, false, 1} << text + "Connection: close\r\n\r\n";
    Response closing = Response::text("OK");
    closing.close = true;
    QTest::newRow("closing answer") << closing << Framing{false, true, 1} << text + "Connection: close\r\n\r\nOK";
    QTest::newRow("closing answer to 1.0") << closing << Framing{false, true, 0} << text + "Connection: close\r\n\r\nOK";
    QTest::newRow("nothing") << Response() << Framing{false, true, 1}
                             << head + "Content-Length: 0\r\nCache-Control: no-store\r\n\r\n";
    Response more;
    more.body = QByteArray("a\0\r\n\r\nb", 7);
    more.contentType = "image/png";
    more.cacheControl = "max-age=31536000, immutable";
    more.fields = "Vary: Accept-Language\r\nX-Other: 1\r\n";
    QTest::newRow("own fields and any bytes")
        << more << Framing{false, true, 1}
        << head + "Content-Type: image/png\r\nContent-Length: 7\r\nCache-Control: max-age=31536000, immutable\r\n"
            + "Vary: Accept-Language\r\nX-Other: 1\r\n\r\n" + more.body;
}

void TestResponse::frames()
{
    QFETCH(Response, response);
    QFETCH(Framing, framing);
    QFETCH(QByteArray, bytes);
    QCOMPARE(frame(response, framing, date), bytes);
}

void TestResponse::kinds()
{
    const Response json = Response::json("{}", 201);
    QCOMPARE(json.status, 201);
    QCOMPARE(json.contentType, QByteArray("application/json"));
    QCOMPARE(Response::json("{}").status, 200);
    QCOMPARE(Response::html("<p>").contentType, QByteArray("text/html; charset=utf-8"));
    const Response error = Response::error(404, "not-found", "There is no \"x\".");
    QCOMPARE(error.status, 404);
    QCOMPARE(error.contentType, QByteArray("application/json"));
    QCOMPARE(QJsonDocument::fromJson(error.body)[u"code"].toString(), u"not-found"_s);
    QCOMPARE(QJsonDocument::fromJson(error.body)[u"error"].toString(), u"There is no \"x\"."_s);
    QVERIFY(!error.close);
}

void TestResponse::reasons()
{
    for (const int status : {200, 201, 400, 403, 404, 405, 408, 413, 414, 417, 421, 426, 429, 431, 500, 501, 503, 505})
        QVERIFY2(reasonPhrase(status) != "Unknown", QByteArray::number(status));
    QCOMPARE(reasonPhrase(299), QByteArrayView("Unknown"));
}

QTEST_GUILESS_MAIN(TestResponse)
#include "tst_response.moc"
