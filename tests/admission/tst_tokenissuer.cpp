// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/tokenissuer.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using Kind = TokenIssuer::Kind;

class TestTokenIssuer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void validForItsKindAlone();
    void noneIsLikeAnother();
    void everyChangedCharacterShows();
    void othersForgeNone_data();
    void othersForgeNone();
    void revokedOnesAreNotValid();
};

void TestTokenIssuer::validForItsKindAlone()
{
    const TokenIssuer tokens;
    for (const Kind kind : {Kind::Visitor, Kind::Member, Kind::Teacher}) {
        const QByteArray token = tokens.issue(kind);
        for (const Kind other : {Kind::Visitor, Kind::Member, Kind::Teacher})
            QCOMPARE(tokens.isValid(token, other), kind == other);
    }
    QVERIFY(!TokenIssuer().isValid(tokens.issue(Kind::Member), Kind::Member)); // of another host
}

void TestTokenIssuer::noneIsLikeAnother()
{
    const TokenIssuer tokens;
    QVERIFY(tokens.issue(Kind::Member) != tokens.issue(Kind::Member));
}

void TestTokenIssuer::everyChangedCharacterShows()
{
    const TokenIssuer tokens;
    const QByteArray token = tokens.issue(Kind::Member);
    for (qsizetype i = 0; i < token.size() - 1; ++i) { // of the last character two bits say nothing
        QByteArray changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!tokens.isValid(changed, Kind::Member), QByteArray::number(i));
    }
}

void TestTokenIssuer::othersForgeNone_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("abc");
    QTest::newRow("of its length") << QByteArray(43, 'A');
    QTest::newRow("no base64") << QByteArray(43, '!');
    QTest::newRow("huge") << QByteArray(1'000'000, 'A');
    QTest::newRow("NULs") << QByteArray(43, '\0');
    QTest::newRow("no ASCII") << QByteArray(43, '\xff');
}

void TestTokenIssuer::othersForgeNone()
{
    QFETCH(QByteArray, token);
    QVERIFY(!TokenIssuer().isValid(token, Kind::Member));
}

void TestTokenIssuer::revokedOnesAreNotValid()
{
    TokenIssuer tokens;
    const QByteArray member = tokens.issue(Kind::Member);
    const QByteArray teacher = tokens.issue(Kind::Teacher);
    tokens.revoke(Kind::Member);
    QVERIFY(!tokens.isValid(member, Kind::Member));
    QVERIFY(tokens.isValid(teacher, Kind::Teacher));
    QVERIFY(tokens.isValid(tokens.issue(Kind::Member), Kind::Member));
}

QTEST_GUILESS_MAIN(TestTokenIssuer)

#include "tst_tokenissuer.moc"
