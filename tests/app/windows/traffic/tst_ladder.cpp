// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/ladderpage.h"

#include "app/windows/language.h"
#include "tests/app/windows/traffic/cpuclock.h"
#include "tests/app/windows/traffic/trafficsample.h"

#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::LadderData;
using app::LadderPage;
using app::LadderView;
using protocol::Technique;
using tests::TrafficSample;
using wire::Direction;
using Pace = LadderView::Pace;

//! The live sequence diagram.
class TestLadder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::applyLanguage(u"en"_s); }
    void holdsUntilTheAnswer();
    void endsWithTheConnection();
    void sumsUpTheRest();
    void stepsAndSlowsDown();
    void namesBytesAndTimes();
    void paintsHolds();
    void paintsOnlyWhatIsNew();
    void paintsInTime();
    void choosesLanes();
};

namespace {

constexpr qint64 second = 1'000'000;
const qint64 lag = std::chrono::microseconds(LadderView::lag).count();

} // namespace

void TestLadder::holdsUntilTheAnswer()
{
    TrafficSample sample;
    LadderData data;
    const quint64 request = sample.request(Technique::LongPolling, u"Anna"_s, "GET /messages HTTP/1.1\r\nHost: h");
    QCOMPARE(data.append(sample.take()), sample.at(request).at + sample.at(request).duration);
    QCOMPARE(data.holds().size(), 1);
    QCOMPARE(data.holds().at(0).to, LadderData::openEnd);
    sample.pass(25 * second);
    sample.answer(request, "HTTP/1.1 200 OK", "{}", 3);
    data.append(sample.take());
    QCOMPARE(data.holds().at(0).to, sample.at(2).at);
    QCOMPARE(data.items().size(), 2);
    QVERIFY(data.items().at(0).moment < data.items().at(1).moment);
    sample.at(sample.request(Technique::Polling, {}, "GET / HTTP/1.1\r\nHost: h")).technique.reset(); // of nobody
    data.append(sample.take());
    QCOMPARE(data.items().size(), 2);
    sample.frame(u"Anna"_s, Direction::FromHost, R"({"seq":4,"control":{"kind":"mark"}})");
    data.append(sample.take());
    QVERIFY(data.items().constLast().isControl);
    QVERIFY(!data.items().constFirst().isControl);
}

void TestLadder::endsWithTheConnection()
{
    TrafficSample sample;
    LadderData data;
    sample.request(Technique::LongPolling, u"Anna"_s, "GET /messages HTTP/1.1\r\nHost: h");
    data.append(sample.take());
    wire::TrafficExcerpt gone;
    gone.connections.append({1, 0, sample.now, {}, {}, 0, 0, false});
    QCOMPARE(data.append(gone), sample.now);
    QCOMPARE(data.holds().at(0).to, sample.now);
}

void TestLadder::sumsUpTheRest()
{
    const app::LadderLanes lanes = app::ladderLanes({0, 1, 2, 5}, 30, 60, 1060);
    QVERIFY(lanes.hasOthers);
    QCOMPARE(lanes.at.size(), 5);
    QCOMPARE(lanes.laneOf.size(), 30);
    QCOMPARE(lanes.laneOf.at(5), 3);
    QCOMPARE(lanes.laneOf.at(4), 4); // the others'
    QCOMPARE(lanes.laneOf.at(29), 4);
    // The host is in the middle.
    QCOMPARE(std::count_if(lanes.at.cbegin(), lanes.at.cend(), [&lanes](int x) { return x < lanes.host; }), 3);
    QVERIFY(lanes.at.constFirst() >= 60 && lanes.at.constLast() < 1060);
    QVERIFY(!app::ladderLanes({0, 1}, 2, 60, 1060).hasOthers);
}

void TestLadder::stepsAndSlowsDown()
{
    TrafficSample sample;
    for (int i = 0; i < 10; ++i)
        sample.poll(Technique::Polling, u"Anna"_s, i + 1);
    qint64 clock = sample.now + lag;
    LadderView view(nullptr, [&clock] { return clock; });
    view.append(sample.take());
    view.resize(800, 400);
    view.show();
    view.setPace(Pace::Frozen);
    const qint64 frozen = view.now();
    clock += 5 * second;
    QTest::qWait(100); // some frames
    QCOMPARE(view.now(), frozen);
    view.step(-1);
    QCOMPARE(view.now(), view.data().items().constLast().moment);
    QVERIFY2(view.currentText().contains(u"message 10"_s), qPrintable(view.currentText()));
    view.step(-1);
    view.step(-1);
    QVERIFY2(view.currentText().contains(u"message 9"_s), qPrintable(view.currentText()));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.now(), view.data().items().at(18).moment);
    view.setPace(Pace::Slow);
    const qint64 slow = view.now();
    clock += 2 * second;
    QTRY_COMPARE(view.now(), slow + second / 5);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(view.pace(), Pace::Frozen);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(view.pace(), Pace::Live);
    QCOMPARE(view.now(), clock - lag);
}

void TestLadder::namesBytesAndTimes()
{
    TrafficSample sample;
    const quint64 request = sample.request(Technique::LongPolling, u"Anna"_s, "GET /messages HTTP/1.1\r\nHost: h");
    sample.pass(5 * second);
    const quint64 answer = sample.answer(request, "HTTP/1.1 200 OK", "{}", 3);
    qint64 clock = sample.now + lag + second;
    LadderView view(nullptr, [&clock] { return clock; });
    view.append(sample.take());
    view.resize(800, 400);
    view.setPace(Pace::Frozen);
    view.grab();
    const auto &items = view.data().items();
    const int lane = view.laneX(0);
    const QString text = view.textAt({lane + 20, view.y(items.constLast().moment)});
    QVERIFY2(text.contains(u"Answer 200"_s) && text.contains(u"payload 2 B"_s) && text.contains(u"message 3"_s), qPrintable(text));
    QVERIFY(text.contains(QString::number(sample.at(answer).size)));
    const QString held = view.textAt({lane, view.y(items.constFirst().moment + 2 * second)});
    QVERIFY2(held.contains(u"Held for 5.01 s"_s), qPrintable(held));
    QVERIFY(view.textAt({lane + 20, view.y(items.constFirst().moment + 2 * second)}).isEmpty());
}

void TestLadder::paintsHolds()
{
    TrafficSample sample;
    sample.request(Technique::LongPolling, u"Anna"_s, "GET /messages HTTP/1.1\r\nHost: h");
    qint64 clock = sample.now + lag + 2 * second;
    LadderView view(nullptr, [&clock] { return clock; });
    view.resize(800, 400);
    view.append(sample.take());
    view.setPace(Pace::Frozen);
    const QImage open = view.grab().toImage();
    const int lane = view.laneX(0);
    const QRgb ground = view.palette().color(QPalette::Base).rgb();
    const auto isBar = [&](const QImage &image, qint64 moment) {
        const QPoint at = QPoint(lane + 2, view.y(moment)) * image.devicePixelRatio();
        return image.pixel(at) != ground && image.pixel(at + QPoint(10, 0)) == ground;
    };
    QVERIFY(isBar(open, view.now() - second / 10)); // still held
    QVERIFY(!isBar(open, sample.at(1).at - second / 2));
    sample.answer(1, "HTTP/1.1 200 OK", "{}");
    view.append(sample.take());
    const QImage closed = view.grab().toImage();
    QVERIFY(!isBar(closed, view.now() - second / 10));
}

//! A frame lays tiles side by side; only those with news are painted again.
void TestLadder::paintsOnlyWhatIsNew()
{
    TrafficSample sample;
    qint64 clock = sample.now + lag;
    LadderView view(nullptr, [&clock] { return clock; });
    view.resize(800, 600);
    for (int i = 0; i < 500; ++i)
        sample.poll(Technique::Polling, u"Anna"_s);
    view.append(sample.take());
    clock = sample.now + lag;
    view.setPace(Pace::Frozen);
    view.setPace(Pace::Live);
    view.grab();
    const int all = view.paintedTiles();
    QVERIFY(all >= 8);
    view.grab();
    QCOMPARE(view.paintedTiles(), all);
    sample.poll(Technique::Polling, u"Anna"_s);
    view.append(sample.take());
    view.grab();
    QVERIFY(view.paintedTiles() - all <= 2);
}

//! 12 lanes with 20 exchanges a second each, as it runs: a frame every 40 ms, news five times a second.
void TestLadder::paintsInTime()
{
    TrafficSample sample;
    const auto pass = [&sample](qint64 microseconds) {
        const qint64 end = sample.now + microseconds;
        for (int i = 0; sample.now < end; ++i) {
            const QString name = u"Member %1"_s.arg(i % 12);
            sample.poll(protocol::allTechniques.at(size_t(i % 2)), name, i % 3 == 0 ? i + 1 : 0);
            sample.now += second / 240 - 20'000; // a poll took 20 ms of the sample's time
        }
    };
    qint64 clock = sample.now + lag;
    LadderView view(nullptr, [&clock] { return clock; });
    view.resize(1280, 720);
    QImage image(view.size(), QImage::Format_RGB32);
    pass(12 * second);
    view.append(sample.take());
    clock = sample.now + lag;
    view.setPace(Pace::Frozen);
    view.setPace(Pace::Live);
    view.render(&image);
    QList<double> times;
    for (int frame = 0; frame < 100; ++frame) {
        if (frame % 5 == 0) {
            pass(second / 5);
            view.append(sample.take());
        }
        clock += second / 25;
        view.setPace(Pace::Frozen); // which ticks
        view.setPace(Pace::Live);
        const double before = tests::cpuMilliseconds();
        view.render(&image);
        times.append(tests::cpuMilliseconds() - before);
    }
    QCOMPARE(view.data().members().size(), 12);
    std::sort(times.begin(), times.end());
    const double mean = std::accumulate(times.cbegin(), times.cend(), 0.0) / double(times.size());
    qInfo("a frame is painted in %.2f ms of CPU (median %.2f, 95 %% %.2f)", mean, times.at(50), times.at(95));
    // 2.5 ms is the aim; the limit is for sanitizers, too.
    QVERIFY2(mean < 7.5, qPrintable(QString::number(mean)));
}

void TestLadder::choosesLanes()
{
    TrafficSample sample;
    for (int i = 0; i < 14; ++i)
        sample.poll(Technique::Polling, u"Member %1"_s.arg(i));
    qint64 clock = sample.now + lag;
    LadderPage page(nullptr, [&clock] { return clock; });
    page.view().append(sample.take());
    page.resize(1000, 600);
    page.show();
    QCOMPARE(page.view().shownMembers().size(), 12);
    auto *const menu = page.findChild<QMenu *>();
    Q_EMIT menu->aboutToShow();
    const auto named = [menu](const QString &name) {
        const auto actions = menu->actions();
        return *std::find_if(actions.cbegin(), actions.cend(), [&name](const QAction *action) { return action->text() == name; });
    };
    QVERIFY(!named(u"Member 13"_s)->isEnabled()); // twelve are there
    named(u"Member 0"_s)->trigger();
    Q_EMIT menu->aboutToShow();
    named(u"Member 13"_s)->trigger();
    QList<int> expected{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13};
    QCOMPARE(page.view().shownMembers(), expected);
    auto *const freeze = page.findChild<QToolButton *>(u"ladder-freeze"_s);
    const auto *const current = page.findChild<QLabel *>(u"ladder-current"_s);
    QVERIFY(current->isHidden());
    page.findChild<QToolButton *>(u"ladder-back"_s)->click();
    QVERIFY(freeze->isChecked());
    QVERIFY(current->isVisible() && current->text().contains(u"Member 13"_s));
    app::applyLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(freeze->text() != u"Freeze"_s);
    app::applyLanguage(u"en"_s);
    freeze->click();
    QCOMPARE(page.view().pace(), Pace::Live);
}

QTEST_MAIN(TestLadder)
#include "tst_ladder.moc"
