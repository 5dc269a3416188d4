// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/threshold.h"

#include "sampleresult.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::compare;

class TestThreshold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void judges_data();
    void judges();
    void failsWhatWasNotMeasured();
};

void TestThreshold::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("bound");
    QTest::newRow("ms") << u"websocket.p95>50ms"_s << 50.0;
    QTest::newRow("s") << u"polling.mean >= 1.5s"_s << 1500.0;
    QTest::newRow("no unit is ms") << u"long-polling.max<3"_s << 3.0;
    QTest::newRow("share") << u"polling.empty>20%"_s << 0.2;
    QTest::newRow("bytes") << u"websocket.bytes>1.5kB"_s << 1500.0;
    QTest::newRow("count") << u"tutorial-queue.lost>0"_s << 0.0;
}

void TestThreshold::reads()
{
    QFETCH(QString, text);
    const auto threshold = parseThreshold(text);
    QVERIFY(threshold);
    QTEST(threshold->bound, "bound");
}

void TestThreshold::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *const text : {"", "websocket", "websocket.p95", "websocket.p95>", "pigeon.p95>5ms", "websocket.p42>5ms",
                                   "websocket.p95=5ms", "websocket.p95>5kB", "websocket.lost>1%", "websocket.p95>-5ms"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestThreshold::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseThreshold(text));
}

void TestThreshold::judges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMissed");
    QTest::newRow("above") << u"polling.p95>1.9s"_s << true;
    QTest::newRow("not above") << u"polling.p95>2s"_s << false;
    QTest::newRow("at least") << u"polling.p95>=2s"_s << true;
    QTest::newRow("below") << u"websocket.bytes<455"_s << false;
    QTest::newRow("at most") << u"websocket.bytes<=455B"_s << true;
    QTest::newRow("none lost") << u"websocket.lost>0"_s << false;
}

void TestThreshold::judges()
{
    QFETCH(QString, text);
    const auto threshold = parseThreshold(text);
    QVERIFY(threshold);
    QTEST(threshold->isMissedBy(sampleResult()), "isMissed");
}

void TestThreshold::failsWhatWasNotMeasured()
{
    QVERIFY(parseThreshold(u"long-polling.p95>1s"_s)->isMissedBy(sampleResult()));
}

QTEST_GUILESS_MAIN(TestThreshold)
#include "tst_threshold.moc"
