// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rate.h"

#include <QTest>

using namespace pushlab::app;

class TestRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void writes_data();
    void writes();
};

void TestRate::parses_data()
{
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *text, qint64 expected) { QTest::newRow(text) << expected; };
    row("64000", 64'000);
    row("0", 0);
    row("64kbit", 64'000);
    row("1Mbit", 1'000'000);
    row("1.5Mbit", 1'500'000);
    row(".5Mbit", 500'000);
    row("1Gbit", 1'000'000'000);
    row("1000Gbit", 1'000'000'000'000);
    row("1000.4", 1000);
}

void TestRate::parses()
{
    const auto rate = parseRate(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(rate);
    QTEST(*rate, "expected");
}

void TestRate::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",       " ",     "kbit",    "-1",  "+1",  "1e6",      "1 Mbit",
                             "1Mbit ", "1mbit", "1MBit",   "1Mb", "1M",  "1Mbit/s",  "1kbit5",
                             "1..2",   ".",     "1,5Mbit", "inf", "nan", "1001Gbit", "99999999999999999999999999"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRate::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseRate(text));
}

void TestRate::writes_data()
{
    QTest::addColumn<qint64>("rate");
    const auto row = [](const char *text, qint64 rate) { QTest::newRow(text) << rate; };
    row("0", 0);
    row("1234", 1234);
    row("64kbit", 64'000);
    row("1500kbit", 1'500'000);
    row("1Mbit", 1'000'000);
    row("2Gbit", 2'000'000'000);
}

void TestRate::writes()
{
    QFETCH(qint64, rate);
    const QString text = rateText(rate);
    QCOMPARE(text, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(parseRate(text), std::optional(rate));
}

QTEST_GUILESS_MAIN(TestRate)
#include "tst_rate.moc"
