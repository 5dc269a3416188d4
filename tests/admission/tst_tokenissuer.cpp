// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/tokenissuer.h"

#include <QRegularExpression>
#include <QTest>

using namespace pushlab::admission;
using Kind = Passes::Kind;

class TestPasses final : public QObject
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

void TestPasses::validForItsKindAlone()
{
    const Passes passes;
    for (const Kind kind : {Kind::Visitor, Kind::Member, Kind::Teacher}) {
        const QByteArray token = passes.issue(kind);
        for (const Kind other : {Kind::Visitor, Kind::Member, Kind::Teacher})
            QCOMPARE(passes.isValid(token, other), kind == other);
    }
    QVERIFY(!Passes().isValid(passes.issue(Kind::Member), Kind::Member)); // of another host
}

void TestPasses::noneIsLikeAnother()
{
    const Passes passes;
    QVERIFY(passes.issue(Kind::Member) != passes.issue(Kind::Member));
}

void TestPasses::everyChangedCharacterShows()
{
    const Passes passes;
    const QByteArray token = passes.issue(Kind::Member);
    for (qsizetype i = 0; i < token.size() - 1; ++i) { // of the last character two bits say nothing
        QByteArray changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!passes.isValid(changed, Kind::Member), QByteArray::number(i));
    }
}

void TestPasses::othersForgeNone_data()
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

void TestPasses::othersForgeNone()
{
    QFETCH(QByteArray, token);
    QVERIFY(!Passes().isValid(token, Kind::Member));
}

void TestPasses::revokedOnesAreNotValid()
{
    Passes passes;
    const QByteArray member = passes.issue(Kind::Member);
    const QByteArray teacher = passes.issue(Kind::Teacher);
    passes.revoke(Kind::Member);
    QVERIFY(!passes.isValid(member, Kind::Member));
    QVERIFY(passes.isValid(teacher, Kind::Teacher));
    QVERIFY(passes.isValid(passes.issue(Kind::Member), Kind::Member));
}

QTEST_GUILESS_MAIN(TestPasses)

#include "tst_tokenissuer.moc"
