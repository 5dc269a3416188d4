// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hoststrips.h"

#include "client/widgets/plotting.h"
#include "client/widgets/stripchart.h"

#include <QLabel>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::HostStrips;
using protocol::Technique;
using widgets::StripChart;

class TestHostStrips final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsDelaysOfEachInterval();
    void leavesGapsWhereNobodyReported();
    void showsRates();
    void beginsAnewWithANewHost();
    void drawsMarks();
    void linksTheCrosshair();
    void pausesAndChangesAllWindows();

private:
    //! Adds a snapshot one second later.
    void pass(int seconds = 1);
    server::TechniqueDelays &delays(Technique technique) { return m_snapshot.delays[std::size_t(technique)]; }
    [[nodiscard]] QSharedPointer<QCPGraphDataContainer> points(int strip, Technique technique) const
    {
        return m_strips->strips().at(strip)->plot().graph(int(technique))->data();
    }

    std::unique_ptr<HostStrips> m_strips;
    server::HostSnapshot m_snapshot;
};

void TestHostStrips::init()
{
    m_strips = std::make_unique<HostStrips>();
    m_strips->resize(600, 400);
    m_snapshot = {};
    m_snapshot.now = 1'700'000'000'000;
    m_strips->setSnapshot(m_snapshot);
}

void TestHostStrips::pass(int seconds)
{
    m_snapshot.now += 1000.0 * seconds;
    m_strips->setSnapshot(m_snapshot);
}

void TestHostStrips::showsDelaysOfEachInterval()
{
    delays(Technique::Polling).deliveries.add(1s, 1000);
    pass();
    QCOMPARE(points(0, Technique::Polling)->size(), 1);
    delays(Technique::Polling).deliveries.add(100ms, 3); // few beside the former, but these came now
    delays(Technique::WebSocket).deliveries.add(1ms, 5);
    pass();
    const auto polling = points(0, Technique::Polling);
    QCOMPARE(polling->size(), 2);
    QVERIFY(qAbs(polling->constBegin()->value - 1000) < 10);
    QVERIFY(qAbs((polling->constBegin() + 1)->value - 100) < 1);
    QVERIFY(qAbs(points(0, Technique::WebSocket)->constBegin()->value - 1) < 0.01);
    QVERIFY(points(0, Technique::LongPolling)->isEmpty());
}

void TestHostStrips::leavesGapsWhereNobodyReported()
{
    delays(Technique::Polling).deliveries.add(1s);
    pass();
    for (int i = 0; i < 30; ++i)
        pass();
    QCOMPARE(points(0, Technique::Polling)->size(), 1); // and no zeros
    delays(Technique::Polling).deliveries.add(1s);
    pass();
    QCOMPARE(points(0, Technique::Polling)->size(), 3);
    QVERIFY(qIsNaN((points(0, Technique::Polling)->constBegin() + 1)->value));
}

void TestHostStrips::showsRates()
{
    m_snapshot.techniques[std::size_t(Technique::LongPolling)].requests = 30;
    pass(2);
    QCOMPARE(points(1, Technique::LongPolling)->constBegin()->value, 15);
    QCOMPARE(points(2, Technique::LongPolling)->size(), 1);
    m_snapshot.now += 200; // too soon for another point
    m_strips->setSnapshot(m_snapshot);
    QCOMPARE(points(1, Technique::LongPolling)->size(), 1);
}

void TestHostStrips::beginsAnewWithANewHost()
{
    m_snapshot.techniques[0].requests = 1000;
    delays(Technique::Polling).deliveries.add(1s, 1000);
    pass();
    m_strips->clear();
    m_snapshot.techniques[0].requests = 0;
    m_snapshot.delays = {};
    pass();
    pass();
    QVERIFY(points(0, Technique::Polling)->isEmpty());
    QCOMPARE(points(1, Technique::Polling)->constBegin()->value, 0);
}

void TestHostStrips::drawsMarks()
{
    using Kind = server::ClassMark::Kind;
    protocol::ClassSettings settings;
    settings.technique = Technique::WebSocket;
    settings.hold = 25s;
    m_snapshot.marks = {{m_snapshot.now - 40'000, Kind::Technique, {}, settings},
                        {m_snapshot.now - 20'000, Kind::Hold, {}, settings},
                        {m_snapshot.now + 900, Kind::Named, u"look here"_s, settings}};
    m_strips->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strips.get()));
    pass();
    for (const StripChart *strip : m_strips->strips()) {
        QCOMPARE(strip->marks().size(), 3);
        QCOMPARE(strip->marks().at(0).text, u"WebSocket"_s);
        QVERIFY(strip->marks().at(1).text.contains(u"25"_s));
        QCOMPARE(strip->marks().at(2).text, u"look here"_s);
        QCOMPARE(strip->marks().at(2).time, (m_snapshot.now - 100) / 1000);
        const auto words = [strip] {
            QStringList shown;
            for (int i = 0; i < strip->plot().itemCount(); ++i) {
                const auto *text = qobject_cast<QCPItemText *>(strip->plot().item(i));
                if (text && text->visible() && !text->text().isEmpty())
                    shown += text->text();
            }
            return shown;
        };
        QTRY_COMPARE(words().size(), 3); // drawn, that at the end of the axis before its line
        QCOMPARE(words().first(), u"WebSocket"_s);
    }
    pass(1000);
    for (const StripChart *strip : m_strips->strips()) {
        const auto isAnyShown = [strip] {
            for (int i = 0; i < strip->plot().itemCount(); ++i) {
                if (qobject_cast<QCPItemText *>(strip->plot().item(i)) && strip->plot().item(i)->visible())
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(!isAnyShown()); // they have left the window of time
    }
    m_strips->clear();
    QVERIFY(m_strips->strips().first()->marks().isEmpty());
}

void TestHostStrips::linksTheCrosshair()
{
    m_strips->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strips.get()));
    m_snapshot.techniques[0].requests = 4711;
    pass();
    QCustomPlot &plot = m_strips->strips().first()->plot();
    const double now = m_snapshot.now / 1000;
    QTRY_COMPARE(plot.xAxis->range().upper, now);
    const auto words = [this](int strip) {
        const auto labels = m_strips->strips().at(strip)->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u" · "_s); });
    };
    for (int strip = 0; strip < 3; ++strip)
        QVERIFY(!words(strip));
    QTest::mouseMove(&plot, QPoint(int(plot.xAxis->coordToPixel(now)) - 1, plot.height() / 2));
    QTRY_VERIFY(plot.item(0)->visible());
    for (StripChart *const strip : m_strips->strips())
        QTRY_VERIFY(strip->plot().item(0)->visible());
}

void TestHostStrips::pausesAndChangesAllWindows()
{
    m_strips->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strips.get()));
    pass();
    const double now = m_snapshot.now / 1000;
    m_strips->setWindow(300s);
    for (StripChart *const strip : m_strips->strips())
        QTRY_COMPARE(strip->plot().xAxis->range().lower, now - 300);
    m_strips->setPaused(true);
    pass(10);
    m_strips->setWindow(30s);
    for (StripChart *const strip : m_strips->strips())
        QTRY_COMPARE(strip->plot().xAxis->range().lower, now - 30);
}

QTEST_MAIN(TestHostStrips)
#include "tst_hoststrips.moc"
