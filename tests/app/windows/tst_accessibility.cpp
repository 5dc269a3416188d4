// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/accessibleroles.h"
#include "app/windows/client/clientwindow.h"
#include "app/windows/compare/comparewindow.h"
#include "app/windows/host/generatordialog.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/membersview.h"
#include "app/windows/host/networkdialog.h"
#include "app/windows/language.h"
#include "app/windows/start/recenthosts.h"
#include "app/windows/start/startwindow.h"
#include "app/windows/viewbutton.h"
#include "app/windows/windowkeys.h"
#include "client/session/chatclient.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messageview.h"
#include "tests/app/windows/accessiblewalk.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! Every window by keys and by ear.
class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsFaults();
    void controlsHaveNamesAndRoles_data();
    void controlsHaveNamesAndRoles();
    void rowsAreSpoken();
    void tabGoesRound_data();
    void tabGoesRound();
    void tabFollowsTheWindow();
    void keysAreTold_data();
    void keysAreTold();
    void keysAreListed();

private:
    using Make = std::function<std::unique_ptr<QWidget>()>;
    void addWindows();

    QTemporaryDir m_folder;
};

namespace {

server::HostOptions hostOptions()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    return options;
}

session::ClientOptions nobody()
{
    session::ClientOptions options;
    options.host = QUrl(u"http://127.0.0.1:1"_s);
    options.name = u"Anna"_s;
    return options;
}

} // namespace

void TestAccessibility::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    app::installAccessibleRoles();
    app::applyLanguage(u"en"_s);
    app::rememberHost({QUrl(u"http://127.0.0.1:8000"_s), u"lobby"_s});
}

void TestAccessibility::addWindows()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("start") << Make([] { return std::make_unique<app::StartWindow>(); });
    QTest::newRow("host") << Make([]() -> std::unique_ptr<QWidget> {
        auto window = std::make_unique<app::HostWindow>(hostOptions());
        QSignalSpy started(window.get(), &app::HostWindow::started);
        window->start();
        return started.wait() ? std::move(window) : nullptr;
    });
    QTest::newRow("client") << Make([] { return std::make_unique<app::ClientWindow>(nobody()); });
    QTest::newRow("compare") << Make([] { return std::make_unique<app::CompareWindow>(); });
    QTest::newRow("network") << Make([] { return std::make_unique<app::NetworkDialog>(); });
    QTest::newRow("generator") << Make([] { return std::make_unique<app::GeneratorDialog>(); });
}

//! On which the rest of this test depends.
void TestAccessibility::findsFaults()
{
    QWidget window;
    auto *const column = new QVBoxLayout(&window);
    auto *const field = new QLineEdit;
    column->addWidget(field);
    column->addWidget(new QPushButton(u"&Go"_s));
    column->addWidget(new QPushButton(u"Sto&p"_s));
    window.show();
    QVERIFY(!tests::faultOf(field).isEmpty());
    field->setAccessibleName(u"Name"_s);
    QCOMPARE(tests::faultOf(field), QString());
    QVERIFY(tests::twiceUsed(window).isEmpty());
    auto *const again = new QPushButton(u"A&gain"_s);
    column->addWidget(again);
    again->show();
    QCOMPARE(tests::twiceUsed(window), QStringList{u"A&gain"_s});
}

void TestAccessibility::controlsHaveNamesAndRoles_data()
{
    addWindows();
}

void TestAccessibility::controlsHaveNamesAndRoles()
{
    QFETCH(Make, make);
    const auto window = make();
    QVERIFY(window);
    QVERIFY(tests::show(*window));
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        app::applyLanguage(language);
        QCoreApplication::processEvents();
        QStringList faults = tests::twiceUsed(*window);
        int controls = 0;
        const QList<QWidget *> all = tests::widgetsOf(*window);
        for (QWidget *const widget : all) {
            controls += tests::isReachedByKeys(*widget);
            faults += tests::faultOf(widget);
        }
        faults.removeAll(QString());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(controls > 3);
    }
}

void TestAccessibility::rowsAreSpoken()
{
    app::HostWindow window(hostOptions());
    QSignalSpy started(&window, &app::HostWindow::started);
    window.start();
    QVERIFY(started.wait());
    QVERIFY(tests::show(window));
    session::ClientOptions options;
    options.host = window.url();
    options.name = u"Li Ming"_s;
    session::ChatClient member(options);
    member.start();
    auto *const members = window.findChild<app::MembersView *>();
    QTRY_COMPARE(members->model()->rowCount(), 1);
    auto *const input = window.findChild<widgets::MessageInput *>();
    QTest::keyClicks(input, u"hello"_s);
    QTest::keyClick(input, Qt::Key_Return);
    auto *const messages = window.findChild<widgets::MessageView *>();
    QTRY_COMPARE(messages->model()->rowCount(), 1);
    for (QAbstractItemView *const view : std::initializer_list<QAbstractItemView *>{members, messages}) {
        QVERIFY(view->model()->rowCount() > 0);
        QCOMPARE(tests::rowFaultOf(*view), QString());
    }
    const QString row = messages->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.contains(u"hello"_s) && row.contains(u"from you"_s), qPrintable(row));
    // Technique as a sign: the word is still spoken.
    members->setBrief(true);
    QCOMPARE(members->model()->index(0, 1).data().toString(), QString());
    QVERIFY(!members->model()->index(0, 1).data(Qt::AccessibleTextRole).toString().isEmpty());
    window.close();
}

void TestAccessibility::tabGoesRound_data()
{
    addWindows();
}

void TestAccessibility::tabGoesRound()
{
    QFETCH(Make, make);
    const auto window = make();
    QVERIFY(window);
    QVERIFY(tests::show(*window));
    QCOMPARE(tests::tabFaultOf(*window), QString());
}

//! Tool bar, how to join, the middle, members, chat: as they stand.
void TestAccessibility::tabFollowsTheWindow()
{
    app::HostWindow window(hostOptions());
    QSignalSpy started(&window, &app::HostWindow::started);
    window.start();
    QVERIFY(started.wait());
    QVERIFY(tests::show(window));
    const QList<QWidget *> order = tests::tabOrder(window);
    const QStringList parts{u"pushlab::app::HostToolBar"_s, u"pushlab::app::JoinPanel"_s,   u"QTabWidget"_s,
                            u"pushlab::app::MembersView"_s, u"pushlab::app::TeacherChat"_s, u"pushlab::app::TeacherPage"_s};
    qsizetype last = 0;
    for (const QWidget *widget : order) {
        qsizetype part = -1;
        for (const QWidget *each = widget; each && part < 0; each = each->parentWidget())
            part = parts.indexOf(QString::fromLatin1(each->metaObject()->className()));
        if (part < 0)
            continue;
        QVERIFY2(part >= last, qPrintable(tests::kindOf(*widget)));
        last = part;
    }
    QCOMPARE(last, parts.size() - 1);
    window.close();
}

void TestAccessibility::keysAreTold_data()
{
    addWindows();
}

//! Each shortcut has a text for the list under F1.
void TestAccessibility::keysAreTold()
{
    QFETCH(Make, make);
    const auto window = make();
    QVERIFY(window);
    const QList<app::KeyHelp> told = app::keysOf(*window);
    const auto shortcuts = window->findChildren<QShortcut *>();
    for (const QShortcut *const shortcut : shortcuts) {
        QVERIFY2(!shortcut->whatsThis().isEmpty(), qPrintable(shortcut->key().toString()));
        QVERIFY(std::any_of(told.cbegin(), told.cend(), [&](const auto &help) { return help.use == shortcut->whatsThis(); }));
    }
}

void TestAccessibility::keysAreListed()
{
    app::StartWindow window;
    QVERIFY(tests::show(window));
    QTest::keyClick(&window, Qt::Key_F1);
    auto *const dialog = window.findChild<QDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *const table = dialog->findChild<QTableWidget *>();
    QVERIFY(table && table->rowCount() >= 4);
    QVERIFY(!table->findItems(u"F1"_s, Qt::MatchExactly).isEmpty());
    const QList<QWidget *> all = tests::widgetsOf(*dialog);
    for (QWidget *const widget : all)
        QCOMPARE(tests::faultOf(widget), QString());
    dialog->close();
    auto *const view = window.findChild<app::ViewButton *>();
    QVERIFY(view && !view->menu()->actions().isEmpty());
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
