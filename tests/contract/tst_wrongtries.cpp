// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/joining.h"
#include "tests/support/rawclient.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The number of attempts at PINs and keys is limited.
class TestWrongTries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void fiveWrongTries();
    void thousandWrongTries();
    void madeUpMarksCountAsNone();
    void addressLimit();
    void wrongKeysCount();
    void foreignTokensAreNoTries();
};

void TestWrongTries::fiveWrongTries()
{
    const TestHost host(withPin(true));
    const QByteArray mark = cookieOf(host.get("/"), "pushlab-visitor");
    QVERIFY(!mark.isEmpty());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryPin(host, "000000", mark).status, 403);
    const HttpAnswer blocked = tryPin(host, "739152", mark); // whether it is right is not looked at
    QCOMPARE(blocked.status, 429);
    const int wait = blocked.field("retry-after").toInt();
    QVERIFY2(wait > 50 && wait <= 60, QByteArray::number(wait));
    QCOMPARE(blocked.json()[u"code"_s].toString(), u"too-many-tries"_s);
    const QByteArray other = cookieOf(host.get("/"), "pushlab-visitor");
    QVERIFY(other != mark);
    QCOMPARE(tryPin(host, "739152", other).status, 200);
}

// Refused attempts do not count, so that a client that repeats them locks out nobody else.
void TestWrongTries::thousandWrongTries()
{
    const TestHost host(withPin(true));
    const QByteArray mark = cookieOf(host.get("/"), "pushlab-visitor");
    RawClient client(host.port());
    int refused = 0;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray body = "{\"pin\":\"" + QByteArray::number(100'000 + i) + "\"}";
        client.send(postRequest(host.port(), "/api/join", body, "application/json", i % 2 ? mark : QByteArray()));
        const int status = client.readAnswer().value_or(HttpAnswer()).status;
        QVERIFY(status == 403 || status == 429);
        refused += status == 429;
    }
    QCOMPARE(refused, 990); // five with the mark and five without were looked at
    QCOMPARE(tryPin(host, "739152", mark).status, 429);
    const HttpAnswer unmarked = tryPin(host, "739152");
    QCOMPARE(unmarked.status, 429);
    QCOMPARE(tryPin(host, "739152", cookieOf(unmarked, "pushlab-visitor")).status, 200);
    QCOMPARE(tryPin(host, "739152", cookieOf(host.get("/"), "pushlab-visitor")).status, 200);
}

void TestWrongTries::madeUpMarksCountAsNone()
{
    const TestHost host(withPin(true));
    const QByteArray token = tryPin(host, "739152").json()[u"token"_s].toString().toUtf8();
    const QByteArray name = "Cookie: pushlab-visitor-" + QByteArray::number(host.port()) + '=';
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryPin(host, "000000", name + QByteArray(43, char('A' + i)) + "\r\n").status, 403);
    QCOMPARE(tryPin(host, "000000", name + QByteArray(43, 'Z') + "\r\n").status, 429);
    QCOMPARE(tryPin(host, "000000", name + token + "\r\n").status, 429);
}

// A client that guesses uses up the attempts of its address, but not those of other clients.
void TestWrongTries::addressLimit()
{
    const TestHost host(withPin(true));
    const QByteArray early = cookieOf(host.get("/"), "pushlab-visitor");
    int wrong = 0;
    for (int client = 0; client < 20; ++client) {
        const QByteArray mark = cookieOf(host.get("/"), "pushlab-visitor");
        for (int i = 0; i < 5; ++i)
            wrong += tryPin(host, "000000", mark).status == 403;
    }
    QCOMPARE(wrong, 20 + 50); // each one's own, and the address's
    QCOMPARE(tryPin(host, "739152").status, 429);
    QCOMPARE(tryPin(host, "739152", early).status, 200);
    const QByteArray late = cookieOf(host.get("/"), "pushlab-visitor");
    QCOMPARE(tryPin(host, "000000", late).status, 403);
    QCOMPARE(tryPin(host, "739152", late).status, 429);
    QCOMPARE(tryPin(host, "739152", cookieOf(host.get("/"), "pushlab-visitor")).status, 200);
}

void TestWrongTries::wrongKeysCount()
{
    const TestHost host(withPin(true));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(host.get("/admin/", "Authorization: Bearer the-key-of-this-test-0\r\n").status, 403);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(post(host, "/api/teacher", "{\"key\":\"guess\"}").status, 403);
    QCOMPARE(host.get("/admin/", "Authorization: Bearer the-key-of-this-test-1\r\n").status, 429);
    QCOMPARE(post(host, "/api/teacher", "{\"key\":\"the-key-of-this-test-1\"}").status, 429);
    QCOMPARE(tryPin(host, "739152").status, 200); // counted apart
    const QByteArray mark = cookieOf(host.get("/"), "pushlab-visitor");
    QCOMPARE(post(host, "/api/teacher", "{\"key\":\"the-key-of-this-test-1\"}", mark).status, 200);
}

// A proxy that requires a token itself: clients send it with every request.
void TestWrongTries::foreignTokensAreNoTries()
{
    const TestHost host(withPin(true));
    const QByteArray jwt = "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln\r\n";
    for (int i = 0; i < 20; ++i)
        QCOMPARE(host.get("/admin/", jwt).status, 403);
    const HttpAnswer entered = post(host, "/api/teacher", "{\"key\":\"the-key-of-this-test-1\"}", jwt);
    QCOMPARE(entered.status, 200);
    QCOMPARE(host.get("/admin/", jwt + cookieOf(entered, "pushlab-teacher")).status, 200);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestWrongTries)

#include "tst_wrongtries.moc"
