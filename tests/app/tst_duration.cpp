// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/duration.h"

#include <QTest>

using namespace pushlab::app;
using std::chrono::milliseconds;

class TestDuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void parsesDays();
    void writes_data();
    void writes();
};

void TestDuration::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected");

    const auto row = [](const char *text, qint64 expected) { QTest::newRow(text) << QString::fromLatin1(text) << expected; };
    row("2", 2000);
    row("0", 0);
    row("0.2", 200);
    row(".5", 500);
    row("2.", 2000);
    row("150ms", 150);
    row("2s", 2000);
    row("1.5s", 1500);
    row("1m30s", 90'000);
    row("1m", 60'000);
    row("2m0.5s", 120'500);
    row("1s500ms", 1500);
    row("1h", 3'600'000);
    row("1h2m3s4ms", 3'723'004);
    row("24h", 86'400'000);
    row("0.4ms", 0);
    row("0.6ms", 1);
}

void TestDuration::parses()
{
    QFETCH(QString, text);
    const auto duration = parseDuration(text);
    QVERIFY(duration);
    QTEST(qint64(duration->count()), "expected");
}

void TestDuration::refuses_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text :
         {"",     " ",     "s",    "ms",   "-1",   "+1", "1e3", "0x2", "1 s", " 1",  "1s ",   "2S",
          "1d",   "1s1m",  "1s2s", "1m30", "1..2", ".",  "1,5", "inf", "nan", "25h", "86401", "99999999999999999999999999",
          "1sec", "1m-3s", "s1"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("other digits") << QStringLiteral(u"\u0662");
}

void TestDuration::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseDuration(text));
}

void TestDuration::parsesDays()
{
    QCOMPARE(parseLongDuration(u"30d"), std::chrono::hours(720));
    QCOMPARE(parseLongDuration(u"1d12h"), std::chrono::hours(36));
    QCOMPARE(parseLongDuration(u"0.5d"), std::chrono::hours(12));
    QCOMPARE(parseLongDuration(u"36h"), std::chrono::hours(36));
    QCOMPARE(parseLongDuration(u"90"), std::chrono::seconds(90));
    QCOMPARE(parseLongDuration(u"3650d"), std::chrono::hours(87'600));
    for (const QStringView text : {u"", u"d", u"-1d", u"1h1d", u"1d1d", u"30 d", u"30D", u"3651d", u"1e9d", u"1dd", u"30days"})
        QVERIFY2(!parseLongDuration(text), qPrintable(text.toString()));
}

void TestDuration::writes_data()
{
    QTest::addColumn<qint64>("duration");

    const auto row = [](const char *text, qint64 duration) { QTest::newRow(text) << duration; };
    row("0s", 0);
    row("200ms", 200);
    row("2s", 2000);
    row("1s500ms", 1500);
    row("1m30s", 90'000);
    row("1h1ms", 3'600'001);
}

void TestDuration::writes()
{
    QFETCH(qint64, duration);
    const QString text = durationText(milliseconds(duration));
    QCOMPARE(text, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(parseDuration(text), std::optional(milliseconds(duration)));
}

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"
