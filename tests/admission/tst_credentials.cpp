// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/credentials.h"
#include "server/protocol/cookie.h"
#include "server/protocol/pin.h"
#include "tests/support/requestof.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab;
using namespace pushlab::admission;
using namespace pushlab::tests;
using namespace Qt::Literals::StringLiterals;

class TestCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void reads_data();
    void reads();
    void cookiesOfOnePortAlone();
    void cookieField_data();
    void cookieField();
    void pins_data();
    void pins();
    void plainPins();
    void generatedPinsAreGood();
};

void TestCredentials::reads_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isAmbiguous");
    const auto row = [](const char *name, const char *target, const QByteArray &fields, const char *token, bool isAmbiguous = false) {
        QTest::newRow(name) << QByteArray(target) << fields << QByteArray(token) << isAmbiguous;
    };
    row("nothing", "/", "", "");
    row("Bearer", "/", "Authorization: Bearer a-key-of-22-characters\r\n", "a-key-of-22-characters");
    row("scheme without case", "/", "Authorization: bEARER  a-key-of-22-characters \r\n", "a-key-of-22-characters");
    row("a pass", "/", "Authorization: Bearer a-pass-of-forty-three-characters_0123456789\r\n",
        "a-pass-of-forty-three-characters_0123456789");
    row("another scheme", "/", "Authorization: Basic a-key-of-22-characters\r\n", "");
    row("Bearer alone", "/", "Authorization: Bearer\r\n", "");
    row("Bearer and a blank", "/", "Authorization: Bearer \r\n", "");
    row("query", "/?token=abc", "", "abc");
    row("query, escaped", "/?a=1&token=%61bc", "", "abc");
    row("broken escape", "/?token=%6", "", "");
    row("another field's end", "/?mytoken=abc", "", "");
    row("both", "/?token=abc", "Authorization: Bearer a-key-of-22-characters\r\n", "abc", true);
    row("both, one empty", "/?token=", "Authorization: Bearer a-key-of-22-characters\r\n", "", true);
    row("another scheme beside the query", "/?token=abc", "Authorization: Basic eDp5\r\n", "abc");
    row("another scheme before Bearer", "/", "Authorization: Basic eDp5\r\nAuthorization: Bearer a-key-of-22-characters\r\n",
        "a-key-of-22-characters");
    row("another scheme behind Bearer", "/", "Authorization: Bearer a-key-of-22-characters\r\nAuthorization: Digest x=y\r\n",
        "a-key-of-22-characters");
    row("two of another scheme", "/", "Authorization: Basic eDp5\r\nAuthorization: Basic eDp6\r\n", "");
    row("two fields", "/", "Authorization: Bearer a-key-of-22-characters\r\nAuthorization: Bearer b-key-of-22-characters\r\n",
        "a-key-of-22-characters", true);
    // A token that a proxy requires for itself.
    const char *const jwt = "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJlIG9mIGEgcHJveHk\r\n";
    row("a proxy's token", "/", jwt, "");
    row("a proxy's token beside the query", "/?token=abc", jwt, "abc");
    row("a proxy's token before ours", "/", QByteArray(jwt) + "Authorization: Bearer a-key-of-22-characters\r\n",
        "a-key-of-22-characters");
    row("a proxy's token behind ours", "/", "Authorization: Bearer a-key-of-22-characters\r\n" + QByteArray(jwt),
        "a-key-of-22-characters");
    row("one character short", "/", "Authorization: Bearer a-key-of-22-character\r\n", "");
    row("one character more", "/", "Authorization: Bearer a-key-of-22-characters1\r\n", "");
    row("of our length in another alphabet", "/", "Authorization: Bearer a+key+of+22+characters\r\n", "");
    row("padded", "/", "Authorization: Bearer a-key-of-22-character=\r\n", "");
}

void TestCredentials::reads()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    const Credentials credentials = readCredentials(requestOf("GET", target, fields));
    QTEST(credentials.token, "token");
    QTEST(credentials.isAmbiguous, "isAmbiguous");
}

// Cookies are not separated by port: a second host on the machine must not get those of the first.
void TestCredentials::cookiesOfOnePortAlone()
{
    const http::Request request = requestOf("GET", "/", "Cookie: name-8001=other; name-8000=own\r\n");
    QCOMPARE(readCookie(request, "name"), "own");
    QCOMPARE(setCookie(request, "name", "value"), "Set-Cookie: name-8000=value; Path=/; HttpOnly; SameSite=Strict\r\n");
}

void TestCredentials::cookieField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("alone") << QByteArray("a=1") << QByteArray("1");
    QTest::newRow("last") << QByteArray("b=2; a=1") << QByteArray("1");
    QTest::newRow("first counts") << QByteArray("a=1; a=2") << QByteArray("1");
    QTest::newRow("no blank") << QByteArray("b=2;a=1") << QByteArray("1");
    QTest::newRow("none") << QByteArray("b=2") << QByteArray();
    QTest::newRow("end of a name") << QByteArray("ba=2") << QByteArray();
    QTest::newRow("no value") << QByteArray("a") << QByteArray();
    QTest::newRow("equals in it") << QByteArray("a=1=2") << QByteArray("1=2");
    QTest::newRow("semicolons") << QByteArray(";;;=;a=1;") << QByteArray("1");
    QTest::newRow("huge") << QByteArray(QByteArray(16'000, 'x') + "; a=1") << QByteArray("1");
}

void TestCredentials::cookieField()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QCOMPARE(protocol::cookieValue(field, "a").toByteArray(), value);
}

void TestCredentials::pins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isPin");
    QTest::newRow("six") << u"123456"_s << true;
    QTest::newRow("four") << u"0000"_s << true;
    QTest::newRow("twelve") << u"123456789012"_s << true;
    QTest::newRow("three") << u"123"_s << false;
    QTest::newRow("thirteen") << u"1234567890123"_s << false;
    QTest::newRow("letter") << u"12345a"_s << false;
    QTest::newRow("blank") << u"123 456"_s << false;
    QTest::newRow("sign") << u"-12345"_s << false;
    QTest::newRow("other digits") << u"١٢٣٤٥٦"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestCredentials::pins()
{
    QFETCH(QString, text);
    QFETCH(bool, isPin);
    QCOMPARE(protocol::isPin(text), isPin);
}

void TestCredentials::plainPins()
{
    QCOMPARE(protocol::plainPin(u"１２３４"_s), u"1234"_s);
    QCOMPARE(protocol::plainPin(u"\u3000１２3４\t"_s), u"1234"_s);
    QCOMPARE(protocol::plainPin(u"12 34"_s), u"12 34"_s);
    QVERIFY(!protocol::isPin(protocol::plainPin(u"١٢٣٤٥٦"_s)));
}

void TestCredentials::generatedPinsAreGood()
{
    for (int i = 0; i < 1000; ++i) {
        const QString pin = protocol::generatePin();
        QVERIFY(protocol::isPin(pin) && pin.size() == 6);
    }
}

QTEST_GUILESS_MAIN(TestCredentials)

#include "tst_credentials.moc"
