// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/stripchart.h"

#include "client/widgets/plotting.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab::widgets;
using pushlab::protocol::Technique;

//! Each test shows a strip of its own, so that the pauses between two pictures start anew.
class TestStripChart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsTenTimesASecondAtMost();
    void drawsNothingWhileHidden();
    void keepsSoManyPoints();
    void keepsFiveMinutes();
    void showsTheWindowThatIsChosen();
    void standsStillWhilePaused();
    void breaksTheLineWhereNothingCame();
    void tellsOfItsCrosshair();
    void saysWhatWasAtATime();

private:
    static std::unique_ptr<StripChart> made(StripChart::Style style = StripChart::Style::Lines);
    static void show(StripChart &strip);
    static qsizetype points(const StripChart &strip, int graph = 0) { return strip.plot().graph(graph)->dataCount(); }
};

std::unique_ptr<StripChart> TestStripChart::made(StripChart::Style style)
{
    auto strip = std::make_unique<StripChart>(
        style, [] { return u"Strip"_s; },
        [](double value, std::optional<double> doubt) -> QString {
            return QString::number(value) + (doubt ? u"±"_s + QString::number(*doubt) : QString());
        });
    strip->resize(600, 150);
    return strip;
}

void TestStripChart::show(StripChart &strip)
{
    QSignalSpy drawn(&strip.plot(), &QCustomPlot::afterReplot);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    QTRY_VERIFY(!drawn.isEmpty());
}

void TestStripChart::drawsTenTimesASecondAtMost()
{
    const auto strip = made();
    show(*strip);
    QSignalSpy drawn(&strip->plot(), &QCustomPlot::afterReplot);
    QElapsedTimer clock;
    clock.start();
    int added = 0;
    while (clock.elapsed() < 1000) {
        for (int i = 0; i < 10; ++i, ++added)
            strip->add(Technique::Polling, added / 100.0, added % 7);
        QCoreApplication::processEvents();
    }
    const auto most = clock.elapsed() / 100 + 1;
    QVERIFY(added > 100);
    QVERIFY2(drawn.size() >= 1 && drawn.size() <= most, qPrintable(QString::number(drawn.size())));
}

void TestStripChart::drawsNothingWhileHidden()
{
    const auto strip = made();
    show(*strip);
    strip->hide();
    QSignalSpy drawn(&strip->plot(), &QCustomPlot::afterReplot);
    for (int i = 0; i < 100; ++i)
        strip->add(Technique::Polling, i, i);
    QTest::qWait(300);
    QCOMPARE(drawn.size(), 0);
    strip->show(); // what came meanwhile
    QTRY_VERIFY(!drawn.isEmpty());
    QTRY_COMPARE(strip->plot().xAxis->range().upper, 99);
}

void TestStripChart::keepsSoManyPoints()
{
    const auto strip = made();
    for (int i = 0; i < 3 * StripChart::maxPoints; ++i)
        strip->add(Technique::Polling, i / 1000.0, i);
    QCOMPARE(points(*strip), StripChart::maxPoints);
    QCOMPARE((strip->plot().graph(0)->data()->constEnd() - 1)->value, 3 * StripChart::maxPoints - 1);
    for (int i = 0; i < 3 * StripChart::maxPoints; ++i)
        strip->add(Technique::LongPolling, 31, i); // all at the same moment
    QVERIFY(points(*strip, int(Technique::LongPolling)) <= StripChart::maxPoints);
}

void TestStripChart::keepsFiveMinutes()
{
    const auto strip = made();
    for (int second = 0; second <= 1000; ++second)
        strip->add(Technique::Polling, second, 1);
    const auto data = strip->plot().graph(0)->data();
    QVERIFY(data->constBegin()->key <= 1000 - 300);
    QVERIFY(data->constBegin()->key >= 1000 - 310);
}

void TestStripChart::showsTheWindowThatIsChosen()
{
    const auto strip = made();
    show(*strip);
    strip->add(Technique::Polling, 1000, 1);
    for (const auto window : {30s, 300s, 60s}) {
        strip->setWindow(window);
        QTRY_COMPARE(strip->plot().xAxis->range().lower, 1000 - double(window.count()));
        QCOMPARE(strip->plot().xAxis->range().upper, 1000);
    }
}

void TestStripChart::standsStillWhilePaused()
{
    const auto strip = made();
    show(*strip);
    strip->add(Technique::Polling, 100, 1);
    QTRY_COMPARE(strip->plot().xAxis->range().upper, 100);
    strip->setPaused(true);
    for (int second = 101; second <= 120; ++second)
        strip->add(Technique::Polling, second, 1);
    QSignalSpy drawn(&strip->plot(), &QCustomPlot::afterReplot);
    strip->setWindow(30s); // is drawn, and of the same moment
    QTRY_VERIFY(!drawn.isEmpty());
    QCOMPARE(strip->plot().xAxis->range().upper, 100);
    QCOMPARE(points(*strip), 21);
    strip->setPaused(false);
    QTRY_COMPARE(strip->plot().xAxis->range().upper, 120);
}

void TestStripChart::breaksTheLineWhereNothingCame()
{
    const auto strip = made(StripChart::Style::Joined);
    const double longest = double(StripChart::longestJoin.count());
    strip->add(Technique::Polling, 1, 5);
    strip->add(Technique::Polling, 1 + longest, 6); // joined
    QCOMPARE(points(*strip), 2);
    strip->add(Technique::Polling, 2 + 2 * longest, 7);
    const auto data = strip->plot().graph(0)->data();
    QCOMPARE(data->size(), 4);
    QVERIFY(qIsNaN((data->constBegin() + 2)->value)); // where QCustomPlot draws no line
    QCOMPARE((data->constBegin() + 3)->value, 7);
}

void TestStripChart::tellsOfItsCrosshair()
{
    const auto strip = made();
    show(*strip);
    strip->add(Technique::Polling, 100, 1);
    QTRY_COMPARE(strip->plot().xAxis->range().upper, 100);
    std::optional<double> told;
    int times = 0;
    connect(strip.get(), &StripChart::crosshairMoved, this, [&](const std::optional<double> &time) {
        told = time;
        ++times;
    });
    const QPoint middle(int(strip->plot().xAxis->coordToPixel(70)), strip->plot().height() / 2);
    QTest::mouseMove(&strip->plot(), middle);
    QTRY_VERIFY(told);
    QVERIFY(qAbs(*told - 70) < 0.5);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&strip->plot(), &leave);
    QVERIFY(!told);
    QVERIFY(times >= 2);
}

void TestStripChart::saysWhatWasAtATime()
{
    const auto strip = made();
    show(*strip);
    const auto says = [&strip](const QString &text) {
        const auto labels = strip->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(text); });
    };
    strip->add(Technique::Polling, 60, 4711);
    strip->add(Technique::Polling, 100, 1);
    strip->setCrosshair(62); // from another strip
    QTRY_VERIFY(says(u"4711"_s));
    QVERIFY(!says(u"±"_s));
    strip->setCrosshair(80); // nothing was there
    QTRY_VERIFY(!says(u"4711"_s));
    strip->add(Technique::Polling, 101, 5, 18);
    strip->setCrosshair(101.5);
    QTRY_VERIFY(says(u"5±18"_s)); // no better than it is known
}

QTEST_MAIN(TestStripChart)
#include "tst_stripchart.moc"
