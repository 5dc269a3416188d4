// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/clientwindow.h"
#include "app/windows/compare/comparepage.h"
#include "app/windows/compare/runlistmodel.h"
#include "app/windows/compare/runspanel.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/membersview.h"
#include "app/windows/host/networkdialog.h"
#include "app/windows/start/recenthosts.h"
#include "app/windows/start/startwindow.h"
#include "client/session/chatclient.h"
#include "client/widgets/messageview.h"
#include "client/widgets/retrybanner.h"

#include "tests/compare/sampleresult.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

namespace {

const QString mark = u"<b>evil"_s; // never anywhere where it would be HTML
const QString evilName = u"<b>evil</b>\u202e\u2066&lt;x"_s;
const QString evilRoom = u"<b>evil<img src=x>\u202e\u2069"_s;
const QString longName = u"<b>evil"_s + u"W"_s.repeated(240);

bool turns(const QString &text)
{
    int open = 0;
    for (const QChar c : text) {
        if (c.unicode() >= 0x202a && c.unicode() <= 0x202e)
            return true;
        open += c.unicode() >= 0x2066 && c.unicode() <= 0x2068 ? 1 : c.unicode() == 0x2069 ? -1 : 0;
        if (open < 0)
            return true;
    }
    return open != 0;
}

//! What is wrong with \a text, which Qt would interpret as HTML; empty when nothing is.
QString faultOfRich(const QString &text)
{
    return text.contains(mark) ? u"taken for HTML: "_s + text : QString();
}

QString faultOfItem(const QModelIndex &index)
{
    const QString shown = index.data(Qt::DisplayRole).toString();
    if (shown.contains(mark) && turns(shown))
        return u"turns round: "_s + shown;
    return faultOfRich(index.data(Qt::ToolTipRole).toString());
}

QString faultOf(const QWidget &widget)
{
    if (const QString fault = faultOfRich(widget.toolTip()); !fault.isEmpty())
        return fault;
    if (turns(widget.windowTitle()))
        return u"turns round: "_s + widget.windowTitle();
    if (const auto *const box = qobject_cast<const QMessageBox *>(&widget); box && box->textFormat() != Qt::PlainText)
        return faultOfRich(box->text() + box->informativeText());
    if (const auto *const label = qobject_cast<const QLabel *>(&widget)) {
        if (turns(label->text()))
            return u"turns round: "_s + label->text();
        return label->textFormat() == Qt::PlainText ? QString() : faultOfRich(label->text());
    }
    if (const auto *const view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model()) {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                // Each message has a layout of its own, so that texts may be right-to-left.
                const QModelIndex index = view->model()->index(row, column);
                const QString fault = qobject_cast<const widgets::MessageView *>(view)
                    ? faultOfRich(index.data(Qt::ToolTipRole).toString())
                    : faultOfItem(index);
                if (!fault.isEmpty())
                    return fault;
            }
        }
    }
    return {};
}

QStringList faults(const QWidget &window)
{
    QStringList found;
    QList<const QWidget *> widgets{&window};
    for (const QWidget *const child : window.findChildren<QWidget *>())
        widgets.append(child);
    for (const QWidget *const widget : widgets) {
        if (const QString fault = faultOf(*widget); !fault.isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + u": "_s + fault;
    }
    return found;
}

} // namespace

//! Names and texts that look like HTML, change the writing direction or are very long, in every window.
class TestHostileText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsFaults();
    void hostWindow();
    void clientWindow();
    void startWindow();
    void comparePage();
    void banner();

private:
    static server::HostOptions options();

    QTemporaryDir m_folder;
};

void TestHostileText::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

server::HostOptions TestHostileText::options()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.room = evilRoom;
    options.settings.roomConditioners.insert(evilRoom, {std::chrono::milliseconds(1), {}, 0});
    return options;
}

// Checks the check itself, on which the rest of this test depends.
void TestHostileText::findsFaults()
{
    QWidget window;
    auto *const label = new QLabel(evilName, &window);
    QCOMPARE(faults(window).size(), 1);
    label->setTextFormat(Qt::PlainText);
    QCOMPARE(faults(window).size(), 1); // it still turns round
    label->setText(mark);
    QCOMPARE(faults(window).join(u'\n'), QString());
    label->setToolTip(mark);
    QCOMPARE(faults(window).size(), 1);
}

void TestHostileText::hostWindow()
{
    app::HostWindow window(options());
    QSignalSpy started(&window, &app::HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    auto *const members = window.findChild<app::MembersView *>();
    const int before = window.minimumSizeHint().width();
    session::ClientOptions guest;
    guest.host = window.url();
    guest.room = evilRoom;
    std::vector<std::unique_ptr<session::ChatClient>> clients;
    for (const QString &name : {evilName, longName, u"\u200b"_s}) {
        guest.name = name;
        clients.push_back(std::make_unique<session::ChatClient>(guest));
        clients.back()->start();
        clients.back()->send(evilName);
        clients.back()->send(u"w"_s.repeated(5'000));
    }
    QTRY_COMPARE(members->model()->rowCount(), 3);
    const auto *const chat = window.findChild<widgets::MessageView *>();
    QTRY_COMPARE(chat->model()->rowCount(), 6);
    QCOMPARE(faults(window).join(u'\n'), QString());
    const int figures = 10 * window.fontMetrics().averageCharWidth(); // those of the status bar have grown
    QVERIFY(window.minimumSizeHint().width() <= before + figures);
    QVERIFY(!chat->horizontalScrollBar()->isVisible());

    for (int row = 0; row < 3; ++row) {
        const QRect cell = members->visualRect(members->model()->index(row, 0));
        QContextMenuEvent event(QContextMenuEvent::Mouse, cell.center(), members->viewport()->mapToGlobal(cell.center()));
        QCoreApplication::sendEvent(members->viewport(), &event);
        auto *const menu = members->findChild<QMenu *>();
        QVERIFY(menu);
        QVERIFY(menu->sizeHint().width() < 60 * menu->fontMetrics().averageCharWidth() * 2);
        for (const QAction *const action : menu->actions())
            QVERIFY2(!turns(action->text()), qPrintable(action->text()));
        const QString name = members->model()->index(row, 0).data().toString();
        // The menu begins with the member's name.
        QCOMPARE(menu->actions().constFirst()->text(), name.left(40).replace(u"&"_s, u"&&"_s));
        delete menu;
    }
    app::NetworkDialog dialog(&window);
    dialog.setSettings(options().settings, options().room);
    QVERIFY(!turns(dialog.findChild<QComboBox *>(u"scope"_s)->itemText(0)));
    QCOMPARE(faults(dialog).join(u'\n'), QString());
}

void TestHostileText::clientWindow()
{
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:1"_s);
    options.room = u"lobby"_s;
    options.name = u"Anna"_s;
    const app::ClientWindow friendly(options);
    for (const QString &name : {evilName, longName}) {
        options.room = name.left(64);
        options.name = name;
        app::ClientWindow window(options);
        window.show();
        QCOMPARE(faults(window).join(u'\n'), QString());
        QVERIFY2(window.minimumSizeHint().width() <= friendly.minimumSizeHint().width(), qPrintable(name));
    }
}

void TestHostileText::startWindow()
{
    app::rememberHost({QUrl(u"http://127.0.0.1:8000"_s), evilRoom});
    app::StartWindow window;
    app::FoundHost host;
    host.address = QHostAddress(QHostAddress::LocalHost);
    host.announcement = {8000, evilRoom, evilName, u"0"_s.repeated(32), false};
    window.setFoundHosts({host});
    window.show();
    QCOMPARE(faults(window).join(u'\n'), QString());
}

void TestHostileText::comparePage()
{
    app::ComparePage page;
    page.resize(1000, 700);
    page.show();
    auto *const list = page.runs().findChild<QListView *>();
    auto *const runs = qobject_cast<app::RunListModel *>(list->model());
    QVERIFY(runs);
    runs->add(sampleResult(), u"friendly"_s);
    runs->setData(runs->index(0), Qt::Checked, Qt::CheckStateRole);
    runs->add(sampleResult(), u"friend"_s);
    list->setCurrentIndex(runs->index(1));
    const int before = page.minimumSizeHint().width();
    for (const QString &name : {evilName, longName}) {
        runs->setData(runs->index(1), name);
        QCOMPARE(faults(page).join(u'\n'), QString());
        QVERIFY2(page.minimumSizeHint().width() <= before + 60 * page.fontMetrics().averageCharWidth(), qPrintable(name));
    }
}

void TestHostileText::banner()
{
    widgets::RetryBanner banner;
    const int before = banner.minimumSizeHint().width();
    session::ClientState state;
    state.kind = session::ClientState::Kind::Retrying;
    state.reason = longName;
    banner.setState(state);
    QCOMPARE(faults(banner).join(u'\n'), QString());
    QVERIFY(banner.minimumSizeHint().width() < before * 2);
    state.kind = session::ClientState::Kind::AccessDenied;
    state.code = u"unknown"_s;
    banner.setState(state);
    QCOMPARE(faults(banner).join(u'\n'), QString());
}

QTEST_MAIN(TestHostileText)
#include "tst_hostiletext.moc"
