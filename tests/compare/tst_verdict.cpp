// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/verdict.h"

#include "sampleresult.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::compare;
using pushlab::theory::Verdict;
using Kind = Conclusion::Kind;

//! The conclusions from figures, as values.
class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void concludesNothingFromNothing();
    void callsTheFastestFaster();
    void saysWhyItCannotTell_data();
    void saysWhyItCannotTell();
    void leavesOutWhatCannotBeToldApart();
    void comparesBytesOfThoseThatReceived();
    void addsLossesUp();
    void believesAnOlderFile();
};

namespace {

QList<Kind> kindsOf(const RunResult &result)
{
    QList<Kind> kinds;
    for (const Conclusion &conclusion : conclusionsOn(result))
        kinds += conclusion.kind;
    return kinds;
}

} // namespace

void TestVerdict::concludesNothingFromNothing()
{
    QCOMPARE(kindsOf(RunResult()), QList{Kind::NothingMeasured});
}

void TestVerdict::callsTheFastestFaster()
{
    const RunResult result = sampleResult();
    QCOMPARE(kindsOf(result), (QList{Kind::Faster, Kind::BytesApart, Kind::NothingLost}));
    const Conclusion faster = conclusionsOn(result).first();
    QCOMPARE(faster.shares.size(), 2);
    QVERIFY((faster.shares.at(0) == Conclusion::Share{Variant::WebSocket, 0.4}));
    QVERIFY((faster.shares.at(1) == Conclusion::Share{Variant::Polling, 1000}));
}

void TestVerdict::saysWhyItCannotTell_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<double>("amount");
    QTest::newRow("few") << Verdict::TooFewSamples << Kind::TooFewMessages << 0.0;
    QTest::newRow("rates") << Verdict::RatesDiffer << Kind::RatesDiffer << 0.0;
    QTest::newRow("clocks") << Verdict::ClockTooUncertain << Kind::ClocksTooUncertain << 0.05;
    QTest::newRow("chance") << Verdict::WithinChance << Kind::WithinChance << 0.0;
}

void TestVerdict::saysWhyItCannotTell()
{
    QFETCH(Verdict, verdict);
    RunResult result = sampleResult();
    result.findings.first().verdict = verdict;
    const Conclusion doubt = conclusionsOn(result).first();
    QTEST(doubt.kind, "kind");
    QTEST(doubt.amount, "amount");
    QCOMPARE(doubt.shares.first().variant, Variant::WebSocket);
    QCOMPARE(doubt.shares.last().variant, Variant::Polling);
    QVERIFY(!kindsOf(result).contains(Kind::Faster));
}

void TestVerdict::leavesOutWhatCannotBeToldApart()
{
    RunResult result = sampleResult();
    result.variants.append(result.variants.last());
    result.variants.last().variant = Variant::LongPolling;
    result.findings.prepend({Variant::WebSocket, Variant::LongPolling, Verdict::WithinChance});
    const QList<Conclusion> conclusions = conclusionsOn(result);
    QCOMPARE(conclusions.at(0).kind, Kind::Faster);
    QCOMPARE(conclusions.at(0).shares.size(), 2); // than polling alone
    QCOMPARE(conclusions.at(1).kind, Kind::WithinChance);
    QCOMPARE(conclusions.at(1).shares.last().variant, Variant::LongPolling);
}

void TestVerdict::comparesBytesOfThoseThatReceived()
{
    RunResult result = sampleResult();
    result.variants.first().bytesPerMessage.value = 1365;
    const QList<Conclusion> conclusions = conclusionsOn(result);
    const auto apart = std::find_if(conclusions.begin(), conclusions.end(),
                                    [](const Conclusion &one) { return one.kind == Kind::BytesApart; });
    QVERIFY(apart != conclusions.end());
    QVERIFY((apart->shares == QList{Conclusion::Share{Variant::WebSocket, 455}, Conclusion::Share{Variant::Polling, 1365}}));
    QCOMPARE(apart->amount, result.variants.first().bytesRatio);
    result.variants.last().messages = 0;
    QVERIFY(!kindsOf(result).contains(Kind::BytesApart));
}

void TestVerdict::addsLossesUp()
{
    RunResult result = sampleResult();
    result.variants.first().lost = 2;
    result.variants.last().lost = 3;
    result.variants.last().repeated = 1;
    const Conclusion losses = conclusionsOn(result).last();
    QCOMPARE(losses.kind, Kind::LostOrRepeated);
    QCOMPARE(losses.lost, 5);
    QCOMPARE(losses.repeated, 1);
}

void TestVerdict::believesAnOlderFile()
{
    QCOMPARE(kindsOf(olderResult()), QList{Kind::Stated});
    RunResult newer = olderResult();
    newer.findings = sampleResult().findings;
    QVERIFY(!kindsOf(newer).contains(Kind::Stated));
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
