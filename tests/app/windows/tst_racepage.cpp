// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/racepage.h"

#include "app/classroom/classroom.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/hostwindow.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/messagemodel.h"
#include "client/widgets/photofinish.h"
#include "client/widgets/racebanner.h"
#include "client/widgets/racetext.h"
#include "client/widgets/techniquestyle.h"

#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using app::HostWindow;
using app::RacePage;
using protocol::Technique;

namespace {

protocol::RaceReceipt receiptOf(const QString &name, Technique technique, std::optional<double> delay, double uncertainty)
{
    protocol::RaceReceipt receipt;
    receipt.name = name;
    receipt.technique = technique;
    receipt.delay = delay;
    receipt.uncertainty = uncertainty;
    return receipt;
}

server::HostSnapshot snapshotOf(bool isOpen)
{
    protocol::Race race;
    race.number = 3;
    race.began = 1e12;
    race.closes = 1e12 + 8000;
    race.isOpen = isOpen;
    race.silent = 1;
    race.receipts = {receiptOf(u"Anna"_s, Technique::WebSocket, 3, 2), receiptOf(u"Ben"_s, Technique::Sse, 5, 2),
                     receiptOf(u"Chen"_s, Technique::Polling, 1200, 3), receiptOf(u"Dora"_s, Technique::Polling, std::nullopt, 3)};
    server::HostSnapshot snapshot;
    snapshot.now = 1e12 + 3000;
    snapshot.race = protocol::ranked(race);
    return snapshot;
}

QString cellOf(const QTableWidget &table, int row, int column)
{
    const QTableWidgetItem *const item = table.item(row, column);
    return item ? item->text() : QString();
}

} // namespace

//! The photo finish in the teacher's window.
class TestRacePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsTheRanking();
    void comesToTheFront();
    void paintsTheFinish();
    void racesFromTheToolBar();

private:
    QTemporaryDir m_directory;
};

void TestRacePage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestRacePage::showsTheRanking()
{
    app::Classroom classroom({});
    QTabWidget tabs;
    auto *page = new RacePage(classroom, tabs);
    const auto *state = page->findChild<QLabel *>(u"raceState"_s);
    const QString before = state->text();
    QVERIFY(!before.isEmpty());
    page->setSnapshot(snapshotOf(true));
    QVERIFY(state->text() != before && state->text().contains(u"5"_s)); // seconds left
    const auto *groups = page->findChild<QTableWidget *>(u"raceGroups"_s);
    QCOMPARE(groups->rowCount(), 3);
    QCOMPARE(cellOf(*groups, 0, 0), widgets::racePlaceText(1, true));
    QCOMPARE(cellOf(*groups, 0, 1), widgets::techniqueTitle(Technique::WebSocket));
    QCOMPARE(cellOf(*groups, 1, 0), widgets::racePlaceText(1, true));
    QCOMPARE(cellOf(*groups, 2, 0), widgets::racePlaceText(3, false));
    QCOMPARE(cellOf(*groups, 2, 1), widgets::techniqueTitle(Technique::Polling));
    QVERIFY(cellOf(*groups, 0, 4).contains(u"±"_s));
    const auto *members = page->findChild<QTableWidget *>(u"raceMembers"_s);
    QCOMPARE(members->rowCount(), 4);
    QCOMPARE(cellOf(*members, 0, 1), u"Anna"_s);
    QCOMPARE(cellOf(*members, 3, 1), u"Dora"_s);
    QCOMPARE(cellOf(*members, 3, 3), u"–"_s);
    QVERIFY(widgets::raceVerdictText(*snapshotOf(false).race).contains(widgets::techniqueTitle(Technique::Sse))); // tied
    page->setSnapshot(snapshotOf(false));
    const auto labels = page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->text() == widgets::raceVerdictText(*snapshotOf(false).race); }));
    page->clear();
    QCOMPARE(state->text(), before);
    QCOMPARE(members->rowCount(), 0);
}

void TestRacePage::comesToTheFront()
{
    app::Classroom classroom({});
    QTabWidget tabs;
    tabs.addTab(new QWidget, u"overview"_s);
    tabs.addTab(new QWidget, u"compare"_s);
    auto *page = new RacePage(classroom, tabs);
    tabs.setCurrentIndex(1);
    page->setSnapshot(snapshotOf(true));
    QCOMPARE(tabs.currentIndex(), 1); // somebody compares
    tabs.setCurrentIndex(0);
    page->setSnapshot(snapshotOf(false));
    QCOMPARE(tabs.currentIndex(), 0); // no new one
    server::HostSnapshot next = snapshotOf(true);
    next.race->number = 4;
    page->setSnapshot(next);
    QCOMPARE(tabs.currentWidget(), page);
}

void TestRacePage::paintsTheFinish()
{
    widgets::PhotoFinish picture;
    picture.resize(600, 240);
    const QImage empty = picture.grab().toImage();
    picture.setRace(*snapshotOf(true).race);
    const QImage filled = picture.grab().toImage();
    const auto holds = [](const QImage &image, const QColor &colour) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 200; x < image.width(); ++x) { // behind the lanes' titles
                if (image.pixelColor(x, y).rgb() == colour.rgb())
                    return true;
            }
        }
        return false;
    };
    for (const Technique technique : {Technique::WebSocket, Technique::Sse, Technique::Polling}) {
        QVERIFY(holds(filled, widgets::techniqueColour(technique)));
        QVERIFY(!holds(empty, widgets::techniqueColour(technique)));
    }
    QVERIFY(!holds(filled, widgets::techniqueColour(Technique::LongPolling)));
    QVERIFY(picture.accessibleDescription().contains(widgets::techniqueTitle(Technique::WebSocket)));
}

void TestRacePage::racesFromTheToolBar()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    HostWindow window(options);
    QSignalSpy started(&window, &HostWindow::started);
    auto *button = window.findChild<app::HostToolBar *>()->findChild<QToolButton *>(u"race"_s);
    QVERIFY(!button->isEnabled()); // there is nobody
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    session::ClientOptions member;
    member.host = window.url();
    member.room = window.room();
    member.name = u"Mei"_s;
    session::ChatClient client(member);
    widgets::ChatPane pane(client, widgets::ChatPane::Style::Full);
    const auto *banner = pane.findChild<widgets::RaceBanner *>();
    QVERIFY(banner->isHidden());
    client.start();
    QTRY_VERIFY(client.state().kind == session::ClientState::Kind::Connected && client.clockUncertainty());
    button->click();
    QTRY_VERIFY(!banner->isHidden());
    QVERIFY(banner->text().contains(widgets::techniqueTitle(client.technique())));
    QTRY_COMPARE(pane.messages().rowCount(), 1);
    QVERIFY(pane.messages().row(0).kind == widgets::MessageRow::Kind::Race);
    const auto *page = window.findChild<RacePage *>();
    QTRY_VERIFY(page->isVisible()); // it came to the front
    const auto *members = page->findChild<QTableWidget *>(u"raceMembers"_s);
    QTRY_COMPARE(members->rowCount(), 1);
    QCOMPARE(cellOf(*members, 0, 1), u"Mei"_s);
    QVERIFY(!button->isEnabled()); // one at a time
    client.stop();
    window.close();
}

QTEST_MAIN(TestRacePage)
#include "tst_racepage.moc"
