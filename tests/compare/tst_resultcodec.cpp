// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/resultcodec.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/verdicttext.h"

#include "sampleresult.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::compare;

class TestResultCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItKept();
    void keepsWhatEndedARun();
    void opensFilesThatStateSentences();
    void opensFilesOlderThanFindings();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
};

void TestResultCodec::opensWhatItKept()
{
    const RunResult result = sampleResult();
    const auto opened = decodeResult(encodeResult(result));
    QVERIFY(opened);
    QCOMPARE(opened->options, result.options);
    QCOMPARE(opened->provenance, result.provenance);
    QCOMPARE(opened->variants.size(), result.variants.size());
    for (qsizetype i = 0; i < result.variants.size(); ++i)
        QVERIFY(opened->variants.at(i) == result.variants.at(i));
    QVERIFY(*opened == result);
}

void TestResultCodec::keepsWhatEndedARun()
{
    RunResult result = sampleResult();
    const auto reasons = QMetaEnum::fromType<RunError::Reason>();
    for (int i = 0; i < reasons.keyCount(); ++i) {
        result.error = RunError{RunError::Reason(reasons.value(i)), u"host.example"_s, 3, 20, 30s};
        const auto opened = decodeResult(encodeResult(result));
        QVERIFY(opened && opened->error);
        QVERIFY(*opened->error == *result.error);
        QCOMPARE(notesOn(*opened), notesOn(result));
    }
}

//! Files of versions that stored verdicts and notes as text: their sentences are kept, also when the file is saved again.
void TestResultCodec::opensFilesThatStateSentences()
{
    QFile file(QStringLiteral(RUN_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    const QJsonObject before = QJsonDocument::fromJson(json).object();
    const auto opened = decodeResult(json);
    QVERIFY(opened);
    QVERIFY(opened->statedNotes.size() > 1);
    QCOMPARE(noteTexts(*opened), opened->statedNotes);
    const QByteArray kept = encodeResult(*opened);
    const QJsonObject after = QJsonDocument::fromJson(kept).object();
    QCOMPARE(after[u"notes"], before[u"notes"]);
    QCOMPARE(after[u"verdict"], before[u"verdict"]); // worded anew, of its findings
    QCOMPARE(after[u"published"], before[u"published"]); // the figures of the published numbers are kept, too
    QVERIFY(*decodeResult(kept) == *opened);
}

void TestResultCodec::opensFilesOlderThanFindings()
{
    const auto opened = decodeResult(encodeResult(olderResult()));
    QVERIFY(opened);
    QVERIFY(*opened == olderResult());
    QCOMPARE(verdictText(*opened), olderResult().statedVerdict);
    QCOMPARE(conclusionsOn(*opened).first().kind, Conclusion::Kind::Stated);
}

void TestResultCodec::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = encodeResult(sampleResult());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("another schema") << QByteArray(good).replace("pushlab-compare", "something");
    QTest::newRow("a later one") << QByteArray(good).replace("\"version\": 1", "\"version\": 2");
    QTest::newRow("unknown technique") << QByteArray(good).replace("\"technique\": \"polling\"", "\"technique\": \"pigeon\"");
    QTest::newRow("too many clients") << QByteArray(good).replace("\"clients\": 30", "\"clients\": 3000000");
    QTest::newRow("endless") << QByteArray(good).replace("\"warmUp\": ", "\"warmUp\": 1e3");
    QTest::newRow("cut off") << good.first(good.size() / 2);
}

void TestResultCodec::refusesOtherFiles()
{
    QFETCH(QByteArray, json);
    QVERIFY(!decodeResult(json));
}

QTEST_GUILESS_MAIN(TestResultCodec)
#include "tst_resultcodec.moc"
