// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/overviewpage.h"

#include "app/windows/host/figurehistory.h"
#include "app/windows/host/techniquecard.h"
#include "client/widgets/figures.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::FigureHistory;
using protocol::Technique;

//! Cards show the figures of a period, not of all time since the start.
class TestOverviewPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_snapshot = {};
        m_snapshot.now = 1e12;
    }
    void delaysAreOfTheWindow();
    void countsAreOfTheWindow();
    void membersAreCountedByTheTimeTheyAreIn();
    void resetBeginsAnew();
    void longHistoriesStayExact();
    void cardsFollowTheChosenWindow();
    void cardsBeginAnewWithTheTeachersPage();
    void doubtsAreOfTheWindow();
    void membersCountsAreOfTheWindow();
    void membersCountsBeginAnewWithReset();
    void cardsShowWhatIsOfferedOrUsed();

private:
    [[nodiscard]] server::TechniqueCounters &counters() { return m_snapshot.techniques[size_t(Technique::Polling)]; }
    //! \a each is called ten times a second, before the next snapshot.
    template <typename Target, typename Each>
    void pass(Target tell, int seconds, Each each)
    {
        for (int i = 0; i < seconds * 10; ++i) {
            m_snapshot.now += 100;
            each();
            tell(m_snapshot);
        }
    }
    template <typename Each>
    void pass(FigureHistory &history, int seconds, Each each)
    {
        pass([&history](const server::HostSnapshot &snapshot) { history.add(snapshot); }, seconds, each);
    }
    [[nodiscard]] protocol::DelayHistogram &deliveries() { return m_snapshot.delays[size_t(Technique::Polling)].deliveries; }

    server::HostSnapshot m_snapshot;
};

//! However many cards there are, they are not wider than three side by side.
void TestOverviewPage::cardsShowWhatIsOfferedOrUsed()
{
    app::OverviewPage page;
    page.resize(640, 600);
    page.show();
    const auto shown = [&page] {
        const QList<app::TechniqueCard *> cards = page.findChildren<app::TechniqueCard *>();
        return std::count_if(cards.begin(), cards.end(),
                             [](const app::TechniqueCard *card) { return card->isVisibleTo(card->parentWidget()); });
    };
    page.setSnapshot(m_snapshot);
    QCOMPARE(shown(), 3);
    const int width = page.widget()->minimumSizeHint().width();
    m_snapshot.now += 1000;
    m_snapshot.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    page.setSnapshot(m_snapshot);
    QCOMPARE(shown(), qsizetype(protocol::allTechniques.size()));
    QVERIFY(page.widget()->minimumSizeHint().width() <= width);
    m_snapshot.now += 1000;
    m_snapshot.settings.techniques = {Technique::WebSocket};
    counters().requests = 1;
    page.setSnapshot(m_snapshot);
    QCOMPARE(shown(), 2); // what was used stays
}

void TestOverviewPage::delaysAreOfTheWindow()
{
    FigureHistory history;
    pass(history, 200, [this] { deliveries().add(1100us, 10); });
    QVERIFY(qAbs(history.figures(60s)->techniques[0].p50.value_or(0) - 1.1) < 0.02);
    pass(history, 31, [this] { deliveries().add(300ms); }); // a slow network was switched on; there are 2,000 fast ones
    QVERIFY(deliveries().quantile(0.5) < 2ms);
    const auto recent = history.figures(30s)->techniques[0];
    QVERIFY(qAbs(recent.p50.value_or(0) - 300) < 3);
    QVERIFY(qAbs(recent.p95.value_or(0) - 300) < 3);
    pass(history, 31, [] {});
    QVERIFY(!history.figures(30s)->techniques[0].p50); // nobody has reported, and no zero
    QVERIFY(history.figures(300s)->techniques[0].p50);
}

void TestOverviewPage::countsAreOfTheWindow()
{
    FigureHistory history;
    counters().members = 2;
    counters().requests = 3; // before the first word from the host
    pass(history, 10, [this] { counters().requests += 1; });
    QCOMPARE(history.figures(60s)->techniques[0].usage.requests, 103); // all there is
    pass(history, 90, [this] {
        counters().requests += 1;
        counters().up.payload += 7;
        counters().down.overhead += 13;
        m_snapshot.other.requests += 2;
    });
    const auto minute = history.figures(60s);
    QVERIFY(minute->seconds >= 60 && minute->seconds <= 61);
    QCOMPARE(double(minute->techniques[0].usage.requests), minute->seconds * 10);
    QCOMPARE(double(minute->techniques[0].usage.bytesUp()), minute->seconds * 70);
    QCOMPARE(double(minute->techniques[0].usage.bytesDown()), minute->seconds * 130);
    QCOMPARE(double(minute->other.requests), minute->seconds * 20);
    const auto each = minute->techniques[0].perMemberMinute(minute->techniques[0].usage.requests);
    QVERIFY(each && qAbs(*each - 300) < 0.01); // of 600, by two
    QVERIFY(!minute->techniques[1].perMemberMinute(0)); // by nobody
}

void TestOverviewPage::membersAreCountedByTheTimeTheyAreIn()
{
    FigureHistory history;
    counters().members = 1;
    pass(history, 30, [] {});
    counters().members = 3;
    pass(history, 30, [] {});
    const auto all = history.figures(60s)->techniques[0];
    QVERIFY2(qAbs(all.memberMinutes - 2) < 0.01, qPrintable(QString::number(all.memberMinutes)));
    QCOMPARE(all.members, 3);
}

void TestOverviewPage::resetBeginsAnew()
{
    FigureHistory history;
    pass(history, 20, [this] { counters().requests += 1; });
    history.reset();
    QVERIFY(!history.figures(60s));
    pass(history, 2, [this] { counters().requests += 5; });
    const auto figures = history.figures(60s);
    QCOMPARE(figures->techniques[0].usage.requests, 100);
    QVERIFY(qAbs(figures->seconds - 2) < 0.001);
}

void TestOverviewPage::longHistoriesStayExact()
{
    FigureHistory history;
    counters().members = 1;
    pass(history, 900, [this] { counters().delivered += 1; });
    for (const auto window : {30s, 60s, 120s, 300s}) {
        const auto figures = history.figures(window);
        const double seconds = double(window.count());
        QVERIFY2(figures->seconds >= seconds && figures->seconds <= seconds + 6, qPrintable(QString::number(figures->seconds)));
        QVERIFY(qAbs(double(figures->techniques[0].usage.delivered) - figures->seconds * 10) < 1.5);
    }
}

void TestOverviewPage::cardsFollowTheChosenWindow()
{
    app::OverviewPage page;
    const auto tell = [&page](const server::HostSnapshot &snapshot) { page.setSnapshot(snapshot); };
    const auto *card = page.findChild<app::TechniqueCard *>(); // short polling's
    const auto shows = [card](const QString &text) {
        const auto labels = card->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text() == text; });
    };
    counters().members = 1;
    pass(tell, 60, [this] { deliveries().add(1100us, 10); });
    QVERIFY(shows(widgets::delayText(1.1)));
    pass(tell, 31, [this] { deliveries().add(300ms); });
    auto *window = page.findChild<QComboBox *>();
    window->setCurrentIndex(window->findData(300));
    window->setCurrentIndex(window->findData(30));
    const auto figures = [] {
        protocol::DelayHistogram slow; // what 300 ms is in the histogram's steps
        slow.add(300ms, 3);
        return widgets::delayText(std::chrono::duration<double, std::milli>(*slow.quantileSince({}, 0.5)).count());
    };
    QVERIFY2(shows(figures()), qPrintable(figures()));
    QVERIFY(!shows(widgets::delayText(1.1)));
    pass(tell, 3, [this] { counters().delivered += 1; });
    QVERIFY(shows(u"30"_s));
    page.findChild<QPushButton *>(u"reset"_s)->click();
    QVERIFY(!shows(u"30"_s));
    QVERIFY(!shows(figures()));
}

void TestOverviewPage::cardsBeginAnewWithTheTeachersPage()
{
    app::OverviewPage page;
    QSignalSpy resets(&page, &app::OverviewPage::figuresReset);
    const auto tell = [&page](const server::HostSnapshot &snapshot) { page.setSnapshot(snapshot); };
    const auto *card = page.findChild<app::TechniqueCard *>();
    const auto shows = [card](const QString &text) {
        const auto labels = card->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text() == text; });
    };
    counters().members = 1;
    pass(tell, 60, [this] { counters().delivered += 1; });
    QVERIFY(shows(u"600"_s));
    m_snapshot.resetAt = m_snapshot.now; // the figures were reset on the teacher's page
    pass(tell, 1, [] {});
    QVERIFY(!shows(u"600"_s));
    pass(tell, 10, [this] { counters().delivered += 2; });
    QVERIFY(shows(u"200"_s));
    QCOMPARE(resets.count(), 0);
    page.findChild<QPushButton *>(u"reset"_s)->click();
    QCOMPARE(resets.count(), 1);
}

//! Delays reported by members that have left count, too.
void TestOverviewPage::doubtsAreOfTheWindow()
{
    FigureHistory history;
    server::MemberSnapshot ada;
    ada.key = u"m:ada"_s;
    ada.delays.uncertainty = 3;
    server::MemberSnapshot bob = ada;
    bob.key = u"m:bob"_s;
    bob.delays.uncertainty = 18;
    m_snapshot.members = {ada};
    pass(history, 200, [this] { deliveries().add(1ms); });
    QCOMPARE(history.figures(30s)->techniques[0].doubt, 3);
    m_snapshot.members = {ada, bob};
    pass(history, 10, [this] { deliveries().add(1ms); });
    QCOMPARE(history.figures(30s)->techniques[0].doubt, 18);
    QVERIFY(!history.figures(30s)->techniques[1].doubt);
    m_snapshot.members = {ada};
    pass(history, 35, [this] { deliveries().add(1ms); });
    QCOMPARE(history.figures(30s)->techniques[0].doubt, 3);
    pass(history, 100, [this] { deliveries().add(1ms); });
    QCOMPARE(history.figures(60s)->techniques[0].doubt, 3);
    QCOMPARE(history.figures(300s)->techniques[0].doubt, 18); // in the thinned out part
}

void TestOverviewPage::membersCountsAreOfTheWindow()
{
    FigureHistory history;
    m_snapshot.members = {{}, {}};
    m_snapshot.members[0].key = u"m:ada"_s;
    m_snapshot.members[1].key = u"m:bob"_s;
    const auto work = [this] {
        m_snapshot.members[0].requests += 1;
        m_snapshot.members[0].delivered += 2;
        m_snapshot.members[0].bytes += 30;
    };
    m_snapshot.members[0].requests = 5;
    m_snapshot.members[0].connections = 1;
    pass(history, 200, work);
    QCOMPARE(history.members(300s).at(0).requests, 2005); // all of it was in this window
    const auto recent = history.members(30s).at(0);
    QVERIFY2(recent.requests >= 300 && recent.requests <= 311, qPrintable(QString::number(recent.requests)));
    QCOMPARE(recent.delivered, 2 * recent.requests);
    QCOMPARE(recent.bytes, 30 * recent.requests);
    QCOMPARE(recent.connections, 0);
    QCOMPARE(history.members(30s).at(1).requests, 0);
    m_snapshot.members[0].requests = 3; // it went, and came again
    m_snapshot.members.append(server::MemberSnapshot());
    m_snapshot.members[2].key = u"m:new"_s;
    m_snapshot.members[2].requests = 7;
    pass(history, 1, [] {});
    QCOMPARE(history.members(30s).at(0).requests, 3);
    QCOMPARE(history.members(30s).at(2).requests, 7);
}

void TestOverviewPage::membersCountsBeginAnewWithReset()
{
    app::OverviewPage page;
    const auto tell = [&page](const server::HostSnapshot &snapshot) { page.setSnapshot(snapshot); };
    m_snapshot.members = {{}};
    m_snapshot.members[0].key = u"m:ada"_s;
    const auto work = [this] {
        m_snapshot.members[0].requests += 1;
        m_snapshot.members[0].bytes += 100;
    };
    pass(tell, 5, work);
    QCOMPARE(page.members().at(0).requests, 50);
    page.findChild<QPushButton *>(u"reset"_s)->click();
    QCOMPARE(page.members().at(0).requests, 0); // at once
    QCOMPARE(page.members().at(0).bytes, 0);
    pass(tell, 2, work);
    QCOMPARE(page.members().at(0).requests, 20);
    page.clear(); // another host
    QVERIFY(page.members().isEmpty());
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
