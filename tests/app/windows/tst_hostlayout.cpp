// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hostlayout.h"

#include "app/demo/demooptions.h"
#include "app/windows/host/demo.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/memberstablemodel.h"
#include "app/windows/host/membersview.h"
#include "app/windows/host/overviewpage.h"
#include "app/windows/host/paneldock.h"
#include "app/windows/host/teacherchat.h"
#include "app/windows/host/techniquecard.h"
#include "client/widgets/messageview.h"
#include "client/widgets/stripchart.h"

#include <QHeaderView>
#include <QLabel>
#include <QMainWindow>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::HostLayout;

//! The host's window from a small screen to a very large one, and with large fonts.
class TestHostLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void breathes_data();
    void breathes();
    void followsItsWidth();
    void drawerTellsWhatCame();

private:
    QTemporaryDir m_folder;
    QFont m_font;
};

namespace {

QRect placeIn(const QWidget &widget, const QWidget &window)
{
    return {widget.mapTo(&window, QPoint()), widget.size()};
}

//! The empty space between the text of \a caption and that of \a value, which stands at the right.
int gapBetween(const QLabel &caption, const QLabel &value)
{
    const int end = caption.mapTo(caption.window(), QPoint(caption.fontMetrics().horizontalAdvance(caption.text()), 0)).x();
    const int begin = value.mapTo(value.window(), QPoint(value.width(), 0)).x()
        - value.fontMetrics().horizontalAdvance(value.text());
    return begin - end;
}

//! Each of these: what is wrong; empty when nothing is.
QString faultOfMembers(const QWidget &window, bool isNarrow)
{
    using Model = app::MembersTableModel;
    const auto *const members = window.findChild<app::MembersView *>();
    if (!window.rect().contains(placeIn(*members, window)))
        return u"members are off the window"_s;
    if (members->isColumnHidden(Model::NameColumn) || members->isColumnHidden(Model::TechniqueColumn))
        return u"name or technique is hidden"_s;
    if (members->isColumnHidden(Model::RequestsColumn) != isNarrow)
        return isNarrow ? u"more than name and sign"_s : u"no figures"_s;
    if (members->horizontalScrollBar()->isVisible())
        return u"members scroll to the side"_s;
    if (members->columnWidth(Model::NameColumn) < members->fontMetrics().horizontalAdvance(u"Teacher"_s))
        return u"a name is cut"_s;
    return {};
}

QString faultOfToolBar(const QWidget &window)
{
    const auto *const bar = window.findChild<app::HostToolBar *>();
    for (const QString &name : {u"lock"_s, u"freeze"_s, u"mark"_s}) {
        const auto *const button = bar->findChild<QToolButton *>(name);
        if (!button->isVisible() || !window.rect().contains(placeIn(*button, window)))
            return name + u" is out of sight"_s;
    }
    return {};
}

QString faultOfCards(const QWidget &window)
{
    if (window.findChild<app::OverviewPage *>()->horizontalScrollBar()->isVisible())
        return u"the overview scrolls to the side"_s;
    const int em = window.fontMetrics().height();
    int shown = 0;
    const auto cards = window.findChildren<app::TechniqueCard *>();
    for (const app::TechniqueCard *const card : cards) {
        if (!card->isVisible())
            continue;
        ++shown;
        if (card->width() < card->minimumSizeHint().width() || card->height() < card->minimumSizeHint().height())
            return u"a card is cut"_s;
        if (card->width() > 23 * em)
            return u"a card is wide: %1"_s.arg(card->width());
        const auto labels = card->findChildren<QLabel *>();
        for (qsizetype i = 3; i + 1 < labels.size(); i += 2) { // behind the title, the large figure and its caption
            if (gapBetween(*labels.at(i), *labels.at(i + 1)) > 18 * em)
                return u"far from its value: "_s + labels.at(i)->text();
        }
    }
    return shown == 3 ? QString() : u"%1 cards"_s.arg(shown);
}

//! In a wide window they stand beside the cards, and all of it is in sight.
QString faultOfStrips(const QWidget &window, bool isWide)
{
    const auto strips = window.findChildren<widgets::StripChart *>();
    for (const auto *const strip : strips) {
        if (strip->height() < 5 * window.fontMetrics().height())
            return u"a strip is low: %1"_s.arg(strip->height());
    }
    if (!isWide)
        return {};
    const auto *const card = window.findChild<app::TechniqueCard *>();
    if (placeIn(*strips.constFirst(), window).left() < placeIn(*card, window).right())
        return u"strips are not beside the cards"_s;
    return window.findChild<app::OverviewPage *>()->verticalScrollBar()->isVisible() ? u"the overview scrolls"_s : QString();
}

} // namespace

void TestHostLayout::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    m_font = QApplication::font();
}

void TestHostLayout::cleanup()
{
    QApplication::setFont(m_font);
    QSettings().clear();
}

void TestHostLayout::breathes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("lines"); // of the chat, at least
    QTest::newRow("1024x768") << QSize(1024, 768) << 1.0 << int(HostLayout::Width::Narrow) << 0;
    QTest::newRow("1280x800") << QSize(1280, 800) << 1.0 << int(HostLayout::Width::Usual) << 4;
    QTest::newRow("2560x1440") << QSize(2560, 1440) << 1.0 << int(HostLayout::Width::Wide) << 15;
    QTest::newRow("3840x2160") << QSize(3840, 2160) << 1.0 << int(HostLayout::Width::Wide) << 25;
    QTest::newRow("1024x768 at 150 %") << QSize(1024, 768) << 1.5 << int(HostLayout::Width::Narrow) << 0;
    QTest::newRow("1920x1080 at 150 %") << QSize(1920, 1080) << 1.5 << int(HostLayout::Width::Usual) << 4;
}

void TestHostLayout::breathes()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(int, width);
    QFETCH(int, lines);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    app::HostWindow window(app::demoOptions());
    const app::Demo demo(window, 200ms);
    QSignalSpy started(&window, &app::HostWindow::started);
    window.resize(size);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    auto *const members = window.findChild<app::MembersView *>();
    QTRY_COMPARE(members->model()->rowCount(), 3);
    window.resize(size);
    QTest::qWait(100);
    const int em = window.fontMetrics().height();
    QCOMPARE(window.size(), size); // no larger than the screen
    QCOMPARE(int(window.findChild<HostLayout *>()->width()), width);

    const bool isNarrow = width == int(HostLayout::Width::Narrow);
    const auto cards = window.findChildren<app::TechniqueCard *>();
    for (app::TechniqueCard *const card : cards) { // more digits than at the beginning
        app::TechniqueFigures figures;
        figures.members = 1000;
        figures.p50 = figures.p95 = 388;
        figures.doubt = 188;
        card->setFigures(figures, 60);
    }
    QTest::qWait(20);
    QCOMPARE(faultOfMembers(window, isNarrow), QString());
    QCOMPARE(faultOfToolBar(window), QString());
    QCOMPARE(faultOfCards(window), QString());
    QCOMPARE(faultOfStrips(window, width == int(HostLayout::Width::Wide)), QString());
    auto *const drawer = window.findChild<app::PanelDock *>(u"chat"_s);
    QCOMPARE(drawer->isFolded(), isNarrow);
    const auto *const chat = window.findChild<widgets::MessageView *>();
    QCOMPARE(chat->isVisible(), !isNarrow);
    if (lines > 0)
        QVERIFY2(chat->viewport()->height() >= lines * em * 3 / 2, qPrintable(QString::number(chat->viewport()->height())));
    drawer->setOpen(true);
    QTest::qWait(50);
    QVERIFY(chat->isVisible() && window.rect().contains(placeIn(*chat, window)));
    QCOMPARE(window.size(), size);
    drawer->setOpen(false);
    window.findChild<QTabWidget *>()->setCurrentIndex(1); // the comparison
    QTest::qWait(50);
    QCOMPARE(window.size(), size);
    window.close();
}

void TestHostLayout::followsItsWidth()
{
    app::HostWindow window(app::demoOptions());
    window.resize(1024, 768);
    window.show();
    auto *const layout = window.findChild<HostLayout *>();
    QTRY_COMPARE(layout->width(), HostLayout::Width::Narrow);
    window.resize(1400, 900);
    QTRY_COMPARE(layout->width(), HostLayout::Width::Usual);
    QCOMPARE(window.dockWidgetArea(window.findChild<app::PanelDock *>(u"chat"_s)), Qt::BottomDockWidgetArea);
    window.resize(2400, 1300);
    QTRY_COMPARE(layout->width(), HostLayout::Width::Wide);
    QCOMPARE(window.dockWidgetArea(window.findChild<app::PanelDock *>(u"chat"_s)), Qt::RightDockWidgetArea);
    window.resize(1024, 768);
    QTRY_COMPARE(layout->width(), HostLayout::Width::Narrow);
    QTRY_COMPARE(window.size(), QSize(1024, 768));
    QCOMPARE(window.dockWidgetArea(window.findChild<app::PanelDock *>(u"chat"_s)), Qt::BottomDockWidgetArea);
}

void TestHostLayout::drawerTellsWhatCame()
{
    QMainWindow window;
    auto *const dock = new app::PanelDock(u"chat"_s, new QLabel(u"inside"_s), &window);
    dock->setWindowTitle(u"Chat"_s);
    window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    window.show();
    auto *const drawer = dock->findChild<QToolButton *>(u"drawer"_s);
    dock->addNews(2);
    QVERIFY(!drawer->isVisible()); // it is no drawer
    dock->setFoldable(true);
    QVERIFY(dock->isFolded() && !dock->widget()->isVisible());
    QCOMPARE(drawer->text(), u"Chat"_s);
    dock->addNews(2);
    dock->addNews(1);
    QVERIFY2(drawer->text().contains(u'3'), qPrintable(drawer->text()));
    drawer->click();
    QVERIFY(dock->widget()->isVisible());
    QCOMPARE(drawer->text(), u"Chat"_s);
    drawer->click();
    QVERIFY(dock->isFolded());
}

QTEST_MAIN(TestHostLayout)
#include "tst_hostlayout.moc"
