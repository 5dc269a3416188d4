// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficpage.h"

#include "app/windows/accessibleroles.h"
#include "app/windows/language.h"
#include "app/windows/traffic/handshakepanel.h"
#include "app/windows/traffic/hexview.h"
#include "app/windows/traffic/parttree.h"
#include "app/windows/traffic/recordinspector.h"
#include "app/windows/traffic/trafficexport.h"
#include "app/windows/traffic/trafficlist.h"
#include "app/windows/traffic/trafficmodel.h"
#include "app/windows/traffic/unmaskingtable.h"
#include "app/windows/traffic/xrayview.h"
#include "client/widgets/problemlabel.h"
#include "tests/app/windows/traffic/trafficsample.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::HexView;
using app::PartTree;
using app::RecordInspector;
using app::TrafficList;
using app::TrafficModel;
using app::TrafficPage;
using protocol::Technique;
using tests::TrafficSample;
using wire::Direction;

//! The tab "Traffic", without a host.
class TestTrafficPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void linksPartsAndBytes();
    void hexViewGoesByKeys();
    void masksSecrets();
    void showsTheHandshake();
    void showsTheMask();
    void opensSegments();
    void leadsToTheMessageAndBack();
    void filtersAndSaysWhatIsWrong();
    void saysWhatItKeeps();
    void keepsWhatWasChosen();
    void exportsRows();
    void speaksToEverybody();
    void fits_data();
    void fits();

private:
    void choose(quint64 number);
    [[nodiscard]] QTreeWidgetItem *part(const QString &name) const;
    [[nodiscard]] QTabWidget *tabs() const { return m_page->findChild<RecordInspector *>()->findChild<QTabWidget *>(); }
    [[nodiscard]] bool isTabVisible(QWidget *page) const { return tabs()->isTabVisible(tabs()->indexOf(page)); }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name = {}) const
    {
        return m_page->findChild<Widget *>(name);
    }

    QTemporaryDir m_folder;
    TrafficSample m_sample;
    std::unique_ptr<TrafficPage> m_page;
    HexView *m_hex = nullptr;
    PartTree *m_parts = nullptr;
};

void TestTrafficPage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    app::installAccessibleRoles();
    app::applyLanguage(u"en"_s);
}

void TestTrafficPage::init()
{
    m_sample = TrafficSample();
    m_page = std::make_unique<TrafficPage>();
    m_page->setRecording(true);
    m_page->resize(1004, 600);
    m_page->show();
    m_hex = find<HexView>();
    m_parts = find<PartTree>();
    m_sample.poll(Technique::Polling, u"Anna"_s, 7); // 1, 2
    m_sample.handshake(u"Ben"_s); // 3, 4
    m_sample.frame(u"Ben"_s, Direction::ToHost, R"({"text":"hello"})"); // 5
    m_sample.frame(u"Ben"_s, Direction::FromHost, R"({"seq":7,"text":"hello"})", 7); // 6
    m_page->append(m_sample.take());
}

void TestTrafficPage::choose(quint64 number)
{
    auto *const list = find<TrafficList>();
    list->setCurrentIndex(list->model()->index(int(number) - 1, 0));
    QCOMPARE(find<RecordInspector>()->number(), number);
}

QTreeWidgetItem *TestTrafficPage::part(const QString &name) const
{
    return m_parts->findItems(name, Qt::MatchStartsWith | Qt::MatchRecursive).value(0);
}

void TestTrafficPage::linksPartsAndBytes()
{
    choose(2);
    QVERIFY(m_hex->bytes().startsWith("HTTP/1.1 200"));
    QTreeWidgetItem *const code = part(u"200"_s);
    QVERIFY(code);
    m_parts->setCurrentItem(code);
    QCOMPARE(m_hex->highlightOffset(), 9);
    QCOMPARE(m_hex->highlightSize(), 3);
    const auto *const words = find<QLabel>(u"part-words"_s);
    QVERIFY2(words->text().contains(u"RFC 9110"_s), qPrintable(words->text()));
    // And back.
    const qsizetype body = m_hex->bytes().indexOf("\r\n\r\n") + 6;
    QTest::mouseClick(m_hex->viewport(), Qt::LeftButton, {}, m_hex->byteRect(3).center());
    QCOMPARE(m_parts->currentItem()->parent()->text(0), m_parts->topLevelItem(0)->text(0));
    QCOMPARE(m_hex->highlightOffset(), 0);
    QCOMPARE(m_hex->highlightSize(), 8); // HTTP/1.1
    Q_EMIT m_hex->byteChosen(body);
    QVERIFY(m_parts->chosen() && !m_parts->chosen()->isOverhead);
}

void TestTrafficPage::hexViewGoesByKeys()
{
    HexView view;
    view.resize(700, 200);
    view.show();
    view.setBytes(QByteArray(1000, 'x') + "你好");
    QSignalSpy chosen(&view, &HexView::byteChosen);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.cursor(), 1);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.cursor(), 1 + view.bytesPerRow());
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.cursor(), 1005);
    QVERIFY(view.viewport()->rect().contains(view.byteRect(1005)));
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.cursor(), 0);
    QCOMPARE(chosen.count(), 5);
    view.highlight(999, 4);
    QVERIFY(view.viewport()->rect().contains(view.byteRect(999)));
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"78 e4 bd a0"_s);
    view.resize(view.comfortableWidth() / 2, 200);
    QCOMPARE(view.bytesPerRow(), 8);
    view.setBytes({});
    QTest::keyClick(&view, Qt::Key_Right); // nothing is there
    QCOMPARE(chosen.count(), 5);
}

void TestTrafficPage::masksSecrets()
{
    choose(1);
    QVERIFY(!m_hex->bytes().contains("TopSecretId1"));
    QCOMPARE(m_hex->bytes().size(), m_sample.at(1).bytes.size()); // lengths stay true
    for (const QTreeWidgetItem *const item : m_parts->findItems(u"TopSecretId1"_s, Qt::MatchContains | Qt::MatchRecursive, 1))
        QFAIL(qPrintable(item->text(0)));
    find<QCheckBox>(u"traffic-secrets"_s)->click();
    QVERIFY(m_hex->bytes().contains("TopSecretId1"));
}

void TestTrafficPage::showsTheHandshake()
{
    auto *const panel = find<app::HandshakePanel>();
    choose(1);
    QVERIFY(!isTabVisible(panel));
    for (const quint64 number : {3, 4}) {
        choose(number);
        QVERIFY(isTabVisible(panel));
        QString all;
        for (const QLabel *const label : panel->findChildren<QLabel *>())
            all += label->text() + u'\n';
        // RFC 6455 1.3
        QVERIFY2(all.contains(u"dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11"_s), qPrintable(all));
        QVERIFY2(all.contains(u"b3 7a 4f 2c c0 62 4f 16 90 f6 46 06 cf 38 59 45 b2 be c4 ea"_s), qPrintable(all));
        QVERIFY2(all.contains(u"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=  ✓"_s), qPrintable(all));
    }
}

void TestTrafficPage::showsTheMask()
{
    auto *const table = find<app::UnmaskingTable>();
    choose(6);
    QVERIFY(!isTabVisible(table)); // a host masks nothing
    choose(5);
    QVERIFY(isTabVisible(table));
    QCOMPARE(table->rowCount(), 16);
    // '{' is 7b; the key begins with 37.
    QCOMPARE(table->item(0, 1)->text(), u"4c  0100 1100"_s);
    QCOMPARE(table->item(0, 2)->text(), u"⊕ 37  0011 0111"_s);
    QCOMPARE(table->item(0, 3)->text(), u"= 7b  0111 1011"_s);
    QCOMPARE(table->item(0, 4)->text(), u"{"_s);
}

void TestTrafficPage::opensSegments()
{
    choose(6);
    auto *const xray = find<app::XrayView>();
    tabs()->setCurrentWidget(xray);
    QCOMPARE(xray->xray().message, 7);
    // To scale: all boxes that are not squeezed have the same bytes a pixel.
    const auto &boxes = xray->boxes();
    QVERIFY(boxes.size() > 4);
    const auto widest = std::max_element(boxes.cbegin(), boxes.cend(),
                                         [](const auto &a, const auto &b) { return a.rect.width() < b.rect.width(); });
    for (const auto &box : boxes)
        QVERIFY(std::abs(box.rect.width() - double(box.segment.size) * widest->rect.width() / double(widest->segment.size)) <= 2.5);
    // Of the poll that delivered the message, too.
    const auto segment = std::find_if(boxes.cbegin(), boxes.cend(), [](const auto &box) {
        return box.segment.record == 2 && box.segment.kind == wire::SegmentKind::Payload;
    });
    QVERIFY(segment != boxes.cend());
    const auto wanted = segment->segment;
    QTest::mouseClick(xray->viewport(), Qt::LeftButton, {}, segment->rect.center());
    QCOMPARE(find<RecordInspector>()->number(), 2u);
    QCOMPARE(tabs()->currentWidget(), m_hex);
    QCOMPARE(m_hex->highlightOffset(), wanted.offset);
    QCOMPARE(m_hex->highlightSize(), wanted.size);
    QVERIFY(m_hex->bytes().sliced(wanted.offset, wanted.size).contains("hello"));
}

void TestTrafficPage::leadsToTheMessageAndBack()
{
    m_page->showMessage(u"lobby"_s, 7);
    QCOMPARE(find<RecordInspector>()->number(), 2u);
    QCOMPARE(tabs()->currentWidget(), find<app::XrayView>());
    // A filter that hides it is taken back.
    find<QComboBox>(u"traffic-kind"_s)->setCurrentIndex(1);
    QCOMPARE(find<TrafficList>()->model()->rowCount(), 2);
    m_page->showMessage(u"lobby"_s, 7);
    QCOMPARE(find<TrafficList>()->model()->rowCount(), 6);
    m_page->showMessage(u"lobby"_s, 99);
    const auto *const state = find<QLabel>(u"traffic-state"_s);
    QVERIFY2(state->text().contains(u"Message 99 is not among the rows"_s), qPrintable(state->text()));

    QSignalSpy wanted(m_page.get(), &TrafficPage::messageWanted);
    auto *const list = find<TrafficList>();
    choose(6);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(list->viewport(), &event);
    auto *const menu = list->findChild<QMenu *>();
    QVERIFY(menu);
    QVERIFY(menu->actions().constFirst()->isEnabled());
    menu->actions().constFirst()->trigger();
    menu->close();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.constFirst().at(0).toString(), u"lobby"_s);
    QCOMPARE(wanted.constFirst().at(1).toLongLong(), 7);
}

void TestTrafficPage::filtersAndSaysWhatIsWrong()
{
    auto *const rows = find<TrafficList>()->model();
    auto *const text = find<QLineEdit>(u"traffic-text"_s);
    auto *const expression = find<QCheckBox>(u"traffic-expression"_s);
    const auto *const problem = find<widgets::ProblemLabel>();
    QTest::keyClicks(text, u"hel+o"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(rows->rowCount(), 0);
    expression->click();
    QCOMPARE(rows->rowCount(), 3); // the masked frame, too
    QVERIFY(problem->isHidden());
    QTest::keyClicks(text, u"("_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"at character 7"_s), qPrintable(problem->text()));
    QCOMPARE(rows->rowCount(), 6); // nothing is chosen out
    auto *const members = find<QComboBox>(u"traffic-member"_s);
    QCOMPARE(members->count(), 3);
    text->clear();
    members->setCurrentIndex(members->findText(u"Ben"_s));
    QCOMPARE(rows->rowCount(), 4);
    m_sample.poll(Technique::Polling, u"Chen"_s); // another member leaves the choice as it is
    m_page->append(m_sample.take());
    QCOMPARE(members->currentText(), u"Ben"_s);
    QCOMPARE(rows->rowCount(), 4);
}

void TestTrafficPage::saysWhatItKeeps()
{
    const auto *const state = find<QLabel>(u"traffic-state"_s);
    const QString since = QDateTime::fromMSecsSinceEpoch(m_sample.excerpt.since / 1000).toString(u"HH:mm"_s);
    QCOMPARE(state->text(), u"Recording since %1 · 6 rows"_s.arg(since));
    auto *const pause = find<QToolButton>(u"traffic-pause"_s);
    pause->click();
    m_sample.poll(Technique::Polling, u"Anna"_s);
    m_page->append(m_sample.take());
    QVERIFY2(state->text().endsWith(u"6 rows · paused: 2 more"_s), qPrintable(state->text()));
    pause->click();
    QVERIFY2(state->text().endsWith(u"8 rows"_s), qPrintable(state->text()));
    m_sample.frame(u"Ben"_s, Direction::FromHost, "lost on the way");
    static_cast<void>(m_sample.take());
    m_sample.frame(u"Ben"_s, Direction::FromHost, "x");
    m_page->append(m_sample.take());
    QVERIFY2(state->text().endsWith(u"9 rows · 1 dropped"_s), qPrintable(state->text()));
    find<QToolButton>(u"traffic-clear"_s)->click();
    QVERIFY2(state->text().endsWith(u"0 rows"_s), qPrintable(state->text()));
    QSignalSpy wanted(m_page.get(), &TrafficPage::recordingWanted);
    find<QToolButton>(u"traffic-record"_s)->click();
    QCOMPARE(wanted.constFirst().constFirst().toBool(), false);
}

//! A message that is withdrawn while it is looked at is overwritten.
void TestTrafficPage::keepsWhatWasChosen()
{
    const auto *const follow = find<QToolButton>(u"traffic-follow"_s);
    QVERIFY(follow->isChecked());
    choose(2);
    QVERIFY(!follow->isChecked()); // nothing carries it out of sight
    QVERIFY(m_hex->bytes().contains("hello"));
    wire::TrafficExcerpt again;
    again.records = {m_sample.at(2)};
    again.records.first().bytes.replace("hello", "-----");
    again.records.first().isWithdrawn = true;
    m_page->append(again);
    QVERIFY(!m_hex->bytes().contains("hello"));
    const auto *const summary = find<QLabel>(u"record-summary"_s);
    QVERIFY2(summary->text().contains(u"withdrawn"_s), qPrintable(summary->text()));
    wire::TrafficExcerpt cleared;
    cleared.oldest = 1000;
    m_page->append(cleared);
    QVERIFY(m_hex->bytes().isEmpty());
}

//! Those that are shown, without secrets unless they are shown.
void TestTrafficPage::exportsRows()
{
    auto *const exporting = find<app::TrafficExport>();
    QCOMPARE(exporting->menu()->actions().size(), 3);
    const auto written = [&](app::TrafficExport::Format format) {
        const QString path = m_folder.filePath(u"traffic"_s);
        const QString problem = exporting->write(format, path);
        QFile file(path);
        return problem.isEmpty() && file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    using Format = app::TrafficExport::Format;
    QVERIFY(written(Format::Text).contains("GET /api/rooms/lobby/messages"));
    QVERIFY(!written(Format::Text).contains("TopSecretId1"));
    QVERIFY(written(Format::Har).contains("\"version\""));
    QVERIFY(!written(Format::Har).contains("TopSecretId1"));
    QVERIFY(written(Format::Packets).startsWith(QByteArray::fromHex("0a0d0d0a"))); // pcapng's section header
    QVERIFY(!written(Format::Packets).contains("TopSecretId1"));
    find<QCheckBox>(u"traffic-secrets"_s)->click();
    QVERIFY(written(Format::Text).contains("TopSecretId1"));
    find<QComboBox>(u"traffic-kind"_s)->setCurrentIndex(4); // frames
    QVERIFY(!written(Format::Text).contains("GET /api/rooms/lobby/messages"));
    Q_EMIT exporting->done(exporting->write(Format::Text, u"/nowhere/at/all"_s));
    QVERIFY(find<QLabel>(u"traffic-state"_s)->text().contains(u"cannot be written"_s));
}

void TestTrafficPage::speaksToEverybody()
{
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        app::applyLanguage(language);
        QCoreApplication::processEvents();
        for (const quint64 number : {5, 3}) {
            choose(number);
            for (int tab = 0; tab < tabs()->count(); ++tab) {
                tabs()->setCurrentIndex(tab);
                for (QWidget *const widget : m_page->findChildren<QWidget *>()) {
                    if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                        continue;
                    const QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
                    const char *const kind = widget->metaObject()->className();
                    QVERIFY2(spoken && !spoken->text(QAccessible::Name).trimmed().isEmpty(), kind);
                    QVERIFY2(spoken->role() != QAccessible::NoRole && spoken->role() != QAccessible::Client, kind);
                }
            }
        }
    }
}

void TestTrafficPage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024x768") << QSize(1004, 560);
    QTest::newRow("4K") << QSize(3800, 1900);
}

//! List, parts and bytes are each of a size to be read, and nothing asks for more than there is.
void TestTrafficPage::fits()
{
    QFETCH(QSize, size);
    m_page->resize(size);
    QCoreApplication::processEvents();
    choose(2);
    QCOMPARE(m_page->size(), size);
    const int em = m_page->fontMetrics().height();
    QVERIFY(find<TrafficList>()->height() >= em * 7);
    QVERIFY(m_hex->height() >= em * 5);
    QVERIFY(m_parts->height() >= em * 5);
    QVERIFY(m_parts->width() >= em * 15);
    QVERIFY(m_hex->bytesPerRow() >= 8);
}

QTEST_MAIN(TestTrafficPage)
#include "tst_trafficpage.moc"
