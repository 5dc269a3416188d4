// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/resultcodec.h"

#include "sampleresult.h"

#include <QTest>

using namespace pushlab::compare;

class TestResultCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItKept();
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
