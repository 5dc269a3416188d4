// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/figures.h"

#include <QLocale>
#include <QTest>

using namespace pushlab::widgets;
using namespace Qt::Literals::StringLiterals;

class TestFigures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void delays_data();
    void delays();
    void measuredDelays_data();
    void measuredDelays();
    void sizes_data();
    void sizes();
    void counts();
};

void TestFigures::delays_data()
{
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << 3.21 << u"3.2 ms"_s;
    QTest::newRow("tens") << 48.4 << u"48 ms"_s;
    QTest::newRow("almost a second") << 999.4 << u"999 ms"_s;
    QTest::newRow("a second") << 1020.0 << u"1.02 s"_s;
    QTest::newRow("many seconds") << 12345.0 << u"12.3 s"_s;
    QTest::newRow("clock ahead") << -2.0 << u"-2.0 ms"_s;
}

void TestFigures::delays()
{
    QFETCH(double, milliseconds);
    QTEST(delayText(milliseconds), "text");
}

//! The formats that pages use, too.
void TestFigures::measuredDelays_data()
{
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<double>("uncertainty");
    QTest::addColumn<QString>("text");
    QTest::newRow("known exactly") << 3.21 << 0.0 << u"3.2 ms"_s;
    QTest::newRow("less than the last digit") << 3.21 << 0.04 << u"3.2 ms"_s;
    QTest::newRow("tenths") << 3.21 << 0.31 << u"3.2 ± 0.4 ms"_s;
    QTest::newRow("nothing beside a large one") << 0.04 << 18.0 << u"0 ± 18 ms"_s;
    QTest::newRow("no minus nothing") << -0.3 << 18.0 << u"0 ± 18 ms"_s;
    QTest::newRow("before it was sent") << -2.2 << 18.0 << u"-2 ± 18 ms"_s;
    QTest::newRow("up to the next digit") << 12.3 << 17.2 << u"12 ± 18 ms"_s;
    QTest::newRow("a digit less") << 3.21 << 9.96 << u"3 ± 10 ms"_s;
    QTest::newRow("half a millisecond and more") << 48.4 << 0.7 << u"48 ± 0.7 ms"_s;
    QTest::newRow("half a millisecond and less") << 48.4 << 0.4 << u"48 ms"_s;
    QTest::newRow("tens") << 47.0 << 150.0 << u"50 ± 150 ms"_s;
    QTest::newRow("hundreds") << 3.0 << 1500.0 << u"0 ± 1,500 ms"_s;
    QTest::newRow("a second") << 1020.0 << 18.0 << u"1.02 ± 0.02 s"_s;
    QTest::newRow("a second, well known") << 1020.0 << 4.0 << u"1.02 s"_s;
    QTest::newRow("a second, hardly known") << 1020.0 << 150.0 << u"1.02 ± 0.15 s"_s;
    QTest::newRow("many seconds") << 12345.0 << 18.0 << u"12.3 s"_s;
    QTest::newRow("many seconds, hardly known") << 12345.0 << 1500.0 << u"12.3 ± 1.5 s"_s;
    QTest::newRow("many seconds, not known") << 12345.0 << 25000.0 << u"12 ± 25 s"_s;
}

void TestFigures::measuredDelays()
{
    QFETCH(double, milliseconds);
    QFETCH(double, uncertainty);
    QTEST(measuredDelay(milliseconds, uncertainty), "text");
    QCOMPARE(measuredDelay(milliseconds, std::nullopt), delayText(milliseconds));
}

void TestFigures::sizes_data()
{
    QTest::addColumn<double>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << 512.0 << u"512 B"_s;
    QTest::newRow("kilo") << 1234.0 << u"1.2 KB"_s;
    QTest::newRow("tens of kilo") << 16'100.0 << u"16 KB"_s;
    QTest::newRow("mega") << 2.5e6 << u"2.5 MB"_s;
    QTest::newRow("giga") << 3e9 << u"3.0 GB"_s;
}

void TestFigures::sizes()
{
    QFETCH(double, bytes);
    QTEST(bytesText(bytes), "text");
}

void TestFigures::counts()
{
    QCOMPARE(countText(1204), u"1,204"_s);
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
