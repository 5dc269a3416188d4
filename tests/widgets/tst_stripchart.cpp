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
namespace protocol = pushlab::protocol;

//! Each test uses a strip of its own, so that its pauses between redraws start anew.
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
    void saysItBrieflyWhereThereIsNoRoom();
    void drawsRatesAsTheirMean();
    void drawsDelaysByPowersOfTen();
    void writesMoreStepsWhereThereIsRoom();
    void stepsHaveNoIdleZeros();

private:
    static std::unique_ptr<StripChart> made(StripChart::Style style = StripChart::Style::Lines,
                                            StripChart::Scale scale = StripChart::Scale::Linear);
    static void show(StripChart &strip);
    //! What is drawn of a technique.
    static QSharedPointer<QCPGraphDataContainer> drawn(const StripChart &strip, Technique technique)
    {
        return strip.plot().graph(int(protocol::allTechniques.size()) + int(technique))->data();
    }
    static qsizetype points(const StripChart &strip, int graph = 0) { return strip.plot().graph(graph)->dataCount(); }
};

std::unique_ptr<StripChart> TestStripChart::made(StripChart::Style style, StripChart::Scale scale)
{
    auto strip = std::make_unique<StripChart>(
        style, [] { return u"Strip"_s; },
        [](double value, std::optional<double> doubt) -> QString {
            return QString::number(value) + (doubt ? u"±"_s + QString::number(*doubt) : QString());
        },
        nullptr, scale);
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
    const auto strip = made(StripChart::Style::Dots);
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

void TestStripChart::saysItBrieflyWhereThereIsNoRoom()
{
    const auto strip = made(StripChart::Style::Joined);
    show(*strip);
    const auto title = strip->findChild<QLabel *>();
    for (const Technique technique : protocol::allTechniques)
        strip->add(technique, 100, 12345, 678);
    strip->setCrosshair(100);
    const auto wholeReadOut = [&strip](const QString &of) {
        const auto labels = strip->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(of) && label->sizeHint().width() <= strip->width()
                && label->text().count(u"12345±678"_s) == qsizetype(protocol::allTechniques.size());
        });
    };
    strip->resize(900, 150);
    QTRY_VERIFY(wholeReadOut(u"WebSocket"_s));
    QVERIFY(title->isVisible());
    strip->resize(480, 150);
    QTRY_VERIFY(wholeReadOut(u"▲"_s));
    strip->setCrosshair(std::nullopt);
    QTRY_VERIFY(title->isVisible());
}

void TestStripChart::drawsRatesAsTheirMean()
{
    const auto strip = made();
    show(*strip);
    strip->setWindow(60s);
    for (int second = 1; second <= 120; ++second)
        strip->add(Technique::Polling, second, second % 3 == 0 ? 6 : 0); // one burst in three seconds
    QTRY_COMPARE(strip->plot().xAxis->range().upper, 120);
    QTRY_VERIFY(!drawn(*strip, Technique::Polling)->isEmpty());
    const auto means = drawn(*strip, Technique::Polling);
    for (auto point = means->findBegin(61, false); point != means->constEnd(); ++point)
        QCOMPARE(point->value, 2);
    QCOMPARE(strip->plot().yAxis->range().upper, 5);
    strip->setWindow(300s); // over 15 s
    QTRY_COMPARE(strip->plot().xAxis->range().lower, -180);
    QCOMPARE((means->constBegin() + 3)->value, 1.5); // as much as there is: 0, 0, 6, 0
}

void TestStripChart::drawsDelaysByPowersOfTen()
{
    const auto strip = made(StripChart::Style::Joined, StripChart::Scale::Logarithmic);
    show(*strip);
    strip->add(Technique::Polling, 100, 1270);
    strip->add(Technique::WebSocket, 100, 1.2);
    strip->add(Technique::LongPolling, 100, -0.4); // clocks differ
    QTRY_COMPARE(strip->plot().yAxis->range().upper, 10'000);
    QCOMPARE(strip->plot().yAxis->range().lower, StripChart::least);
    QCOMPARE(strip->plot().yAxis->scaleType(), QCPAxis::stLogarithmic);
    QCOMPARE(drawn(*strip, Technique::LongPolling)->constBegin()->value, StripChart::least);
    const auto says = [&strip](const QString &text) {
        const auto labels = strip->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(text); });
    };
    strip->setCrosshair(100);
    QTRY_VERIFY(says(u"-0.4"_s)); // as it was measured
}

void TestStripChart::writesMoreStepsWhereThereIsRoom()
{
    const auto strip = made();
    strip->add(Technique::Polling, 100, 4.7);
    const auto steps = [&strip](int height) {
        strip->resize(600, height);
        strip->plot().replot();
        QSignalSpy drawn(&strip->plot(), &QCustomPlot::afterReplot);
        strip->setNow(100); // measured when it is drawn again
        (void)drawn.wait();
        return strip->plot().yAxis->ticker().isNull() ? 0 : strip->plot().yAxis->tickVector().size();
    };
    show(*strip);
    const auto few = steps(110);
    const auto many = steps(500);
    QVERIFY2(few >= 2 && many > few, qPrintable(u"%1, %2"_s.arg(few).arg(many)));
    const auto most = steps(1900); // on a screen of 4K
    QVERIFY2(most >= 6 && most <= 13, qPrintable(QString::number(most)));
}

void TestStripChart::stepsHaveNoIdleZeros()
{
    QLocale::setDefault(QLocale(QLocale::English));
    StripChart strip(
        StripChart::Style::Lines, [] { return QString(); },
        [](double value, std::optional<double>) -> QString { return QLocale().toString(value, 'f', 1) + u" KB"_s; });
    strip.add(Technique::Polling, 100, 4.7);
    strip.resize(600, 300);
    show(strip);
    strip.setNow(100);
    QTest::qWait(2 * int(StripChart::shortestPause.count()));
    strip.plot().replot();
    const QStringList labels = strip.plot().yAxis->tickVectorLabels();
    QVERIFY(labels.size() >= 2);
    for (const QString &label : labels)
        QVERIFY2(!label.contains(u".0"_s), qPrintable(label));
    QVERIFY2(labels.contains(u"5 KB"_s) || labels.contains(u"4 KB"_s), qPrintable(labels.join(u' ')));
}

QTEST_MAIN(TestStripChart)
#include "tst_stripchart.moc"
