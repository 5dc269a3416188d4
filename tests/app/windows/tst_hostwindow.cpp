// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hostwindow.h"

#include "app/demo/demooptions.h"
#include "app/lanaddress.h"
#include "app/windows/host/demo.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/joinpanel.h"
#include "app/windows/host/memberstablemodel.h"
#include "app/windows/host/membersview.h"
#include "app/windows/host/qrview.h"
#include "app/windows/host/teacherpage.h"
#include "app/windows/language.h"
#include "client/session/chatclient.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messagemodel.h"
#include "client/widgets/messageview.h"
#include "server/protocol/pin.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::HostWindow;

//! The teacher's window with a real host behind it.
class TestHostWindow final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); } // as a browser would

private Q_SLOTS:
    void initTestCase();
    void hostsAndChats();
    void stepsMakeOneControlEntry();
    void ownChatNeedsNoPin();
    void saysWhyItCannotListen();
    void fitsASmallScreen();
    void leadsToTheTeachersPage();
    void playsTheDemo();
    void tellsWhoIsElsewhere();
    void marksByKey();
    void withdrawsAMessage();
    void saysThatTheComputerMayGoToSleep();

private:
    static server::HostOptions loopback(quint16 port);

    QTemporaryDir m_directory;
    QList<QUrl> m_opened;
};

void TestHostWindow::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

server::HostOptions TestHostWindow::loopback(quint16 port)
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = port;
    return options;
}

void TestHostWindow::hostsAndChats()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(window.findChild<app::JoinPanel *>()->url().host(), u"127.0.0.1"_s);

    const auto *pane = window.findChild<widgets::ChatPane *>();
    QVERIFY(pane);
    auto *input = pane->findChild<widgets::MessageInput *>();
    QTest::keyClicks(input, u"hello"_s);
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_VERIFY(pane->messages().rowCount() == 1 && pane->messages().row(0).state == widgets::MessageRow::State::Received);
    // The teacher is heard, is no member, and costs no technique anything.
    QSignalSpy figures(&window, &HostWindow::figuresShown);
    QTRY_VERIFY(!figures.isEmpty());
    const auto snapshot = figures.last().first().value<server::HostSnapshot>();
    QVERIFY(snapshot.messages == 1 && snapshot.connections > 0);
    QCOMPARE(snapshot.memberCount, 0);
    for (const server::TechniqueCounters &counters : snapshot.techniques)
        QVERIFY(counters.members + counters.requests + counters.sends + counters.bytesUp() + counters.bytesDown() == 0);
    QVERIFY(snapshot.other.bytesUp > 0 && snapshot.other.bytesDown > 0);
    QCOMPARE(window.findChild<app::MembersView *>()->model()->rowCount(), 0);
    window.close();
    QVERIFY(!window.findChild<widgets::ChatPane *>());
}

void TestHostWindow::saysThatTheComputerMayGoToSleep()
{
    HostWindow window(loopback(0)); // there is no bus, see tests/CMakeLists.txt
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    const auto *const words = window.findChild<QLabel *>(u"awake"_s);
    QVERIFY(words->isHidden());
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QTRY_VERIFY(words->isVisible());
    QCOMPARE(words->text(), u"May go to sleep"_s);
    app::applyLanguage(u"zh_CN"_s);
    QTRY_COMPARE(words->text(), u"可能会休眠"_s);
    app::applyLanguage(u"en"_s);
    window.close();
    QVERIFY(words->isHidden());
}

void TestHostWindow::stepsMakeOneControlEntry()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    session::ClientOptions options;
    options.host = window.url();
    options.room = window.room();
    options.name = u"Mei"_s;
    session::ChatClient member(options);
    QList<protocol::ControlEntry> heard;
    connect(&member, &session::ChatClient::controlsReceived, this,
            [&heard](const QList<protocol::ControlEntry> &controls) { heard += controls; });
    member.start();
    QTRY_COMPARE(window.findChild<app::MembersView *>()->model()->rowCount(), 1);
    auto *hold = window.findChild<app::HostToolBar *>()->findChild<QSpinBox *>();
    const int before = hold->value();
    for (int i = 0; i < 6; ++i)
        hold->stepUp();
    QTRY_VERIFY(!heard.isEmpty());
    QTest::qWait(500); // for more of them
    QCOMPARE(heard.size(), 1);
    QCOMPARE(hold->value(), before + 6);
    member.stop();
    window.close();
}

void TestHostWindow::ownChatNeedsNoPin()
{
    server::HostOptions options = loopback(0);
    options.pin = u"739152"_s;
    HostWindow window(options);
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(!window.teacherKey().isEmpty());
    const auto *pane = window.findChild<widgets::ChatPane *>();
    QVERIFY(pane);
    auto *input = pane->findChild<widgets::MessageInput *>();
    const auto say = [input](const QString &text) {
        QTest::keyClicks(input, text);
        QTest::keyClick(input, Qt::Key_Return);
    };
    const auto received = [pane](int count) {
        return pane->messages().rowCount() == count && pane->messages().row(count - 1).state == widgets::MessageRow::State::Received;
    };
    say(u"hello"_s);
    QTRY_VERIFY(received(1));

    auto *box = window.findChild<app::JoinPanel *>()->findChild<QCheckBox *>();
    QVERIFY(box && box->isChecked());
    box->click();
    QVERIFY(window.pin().isEmpty());
    box->click();
    QVERIFY(protocol::isPin(window.pin()));
    QVERIFY(window.pin() != options.pin); // drawn anew
    session::ClientOptions guest;
    guest.host = window.url();
    session::ChatClient client(guest);
    client.start();
    QTRY_COMPARE(client.state().kind, session::ClientState::Kind::AccessDenied);
    client.setPin(window.pin());
    QTRY_COMPARE(client.state().kind, session::ClientState::Kind::Connected);
    say(u"again"_s);
    QTRY_VERIFY(received(2)); // the teacher was not sent to the door
}

void TestHostWindow::saysWhyItCannotListen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    HostWindow window(loopback(other.serverPort()));
    QSignalSpy failed(&window, &HostWindow::startFailed);
    window.show();
    window.start();
    QTRY_COMPARE(failed.count(), 1);
    const auto labels = window.findChildren<QLabel *>();
    const QString error = failed.first().first().toString();
    QVERIFY(!error.isEmpty());
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [&](const QLabel *label) { return label->isVisible() && label->text().contains(error); }));
}

void TestHostWindow::fitsASmallScreen()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(window.minimumSizeHint().width() <= 1024);
    QVERIFY(window.minimumSizeHint().height() <= 768);
}

void TestHostWindow::leadsToTheTeachersPage()
{
    HostWindow window(loopback(0));
    auto *button = window.findChild<app::TeacherPage *>();
    QVERIFY(button && !button->isEnabled());
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(button->isEnabled());
    QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    button->menu()->actions().at(0)->trigger();
    QDesktopServices::unsetUrlHandler(u"http"_s);
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.first(), app::teacherUrl(window.url(), window.teacherKey()));

    button->menu()->actions().at(1)->trigger();
    auto *dialog = window.findChild<QDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<app::QrView *>());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](auto *label) { return label->text().contains(u"leads the class"_s); }));
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto copy = std::find_if(buttons.cbegin(), buttons.cend(), [](auto *each) { return each->text().contains(u"Copy"_s); });
    QVERIFY(copy != buttons.cend());
    (*copy)->click();
    const QUrl address = window.findChild<app::JoinPanel *>()->url();
    QCOMPARE(QUrl(QGuiApplication::clipboard()->text()), app::teacherUrl(address, window.teacherKey()));
    dialog->close();
    window.close();
    QVERIFY(!button->isEnabled());
}

void TestHostWindow::playsTheDemo()
{
    HostWindow window(app::demoOptions());
    const app::Demo demo(window, 50ms);
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    const auto *members = window.findChild<app::MembersView *>()->model();
    QTRY_COMPARE(members->rowCount(), 3);
    const auto *pane = window.findChild<widgets::ChatPane *>();
    QTRY_VERIFY(pane->messages().rowCount() >= 3);
    window.close();
    QVERIFY(window.url().isEmpty());
    window.start(); // and again
    QTRY_COMPARE(started.count(), 2);
    QTRY_COMPARE(members->rowCount(), 3);
}

void TestHostWindow::tellsWhoIsElsewhere()
{
    server::HostOptions options = loopback(0);
    options.room = u"physics"_s;
    HostWindow window(options);
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    const auto *panel = window.findChild<app::JoinPanel *>();
    QCOMPARE(panel->url().query(), u"room=physics"_s);
    const auto *members = window.findChild<app::MembersView *>();
    const auto *line = panel->findChild<QLabel *>(u"elsewhere"_s);
    QCOMPARE(members->model()->rowCount(), 0);
    QVERIFY(members->isColumnHidden(app::MembersTableModel::RoomColumn));
    QVERIFY(!line->isVisible());
    session::ClientOptions lost;
    lost.host = window.url();
    session::ChatClient client(lost); // in the lobby
    client.start();
    QTRY_VERIFY(line->isVisible());
    QCOMPARE(line->text(), app::JoinPanel::tr("%Ln are in another room", nullptr, 1));
    QVERIFY(!members->isColumnHidden(app::MembersTableModel::RoomColumn));

    auto *lock = window.findChild<app::HostToolBar *>()->findChild<QToolButton *>(u"lock"_s);
    lock->click(); // for the lobby, too
    lost.room = u"a third one"_s;
    session::ChatClient late(lost);
    late.start();
    QTRY_COMPARE(late.state().kind, session::ClientState::Kind::AccessDenied);
}

void TestHostWindow::marksByKey()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto *pane = window.findChild<widgets::ChatPane *>();
    QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<QInputDialog *>());
    window.findChild<QInputDialog *>()->setTextValue(u"here"_s);
    window.findChild<QInputDialog *>()->accept();
    QTRY_VERIFY(pane->messages().rowCount() == 1 && pane->messages().row(0).mark == u"here"_s);
    window.close();
}

void TestHostWindow::withdrawsAMessage()
{
    HostWindow window(loopback(0));
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    session::ClientOptions options;
    options.host = window.url();
    options.room = window.room();
    options.name = u"Mei"_s;
    session::ChatClient member(options);
    widgets::ChatPane seen(member, widgets::ChatPane::Style::Full);
    member.start();
    const auto *pane = window.findChild<widgets::ChatPane *>();
    auto *view = pane->findChild<widgets::MessageView *>();
    auto *input = seen.findChild<widgets::MessageInput *>();
    for (const QString &text : {u"first"_s, u"better not said"_s}) {
        QTest::keyClicks(input, text);
        QTest::keyClick(input, Qt::Key_Return);
    }
    QTRY_COMPARE(view->model()->rowCount(), 2);
    const auto withdraw = [&](widgets::MessageView &list) -> QAction * {
        list.setCurrentIndex(list.model()->index(1, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, list.mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(list.viewport(), &event);
        const auto *menu = list.findChild<QMenu *>();
        const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [](const QAction *action) { return action->text() == u"Withdraw …"_s; });
        return found == actions.cend() ? nullptr : *found;
    };
    QVERIFY(!withdraw(*seen.findChild<widgets::MessageView *>())); // a member cannot
    QAction *const action = withdraw(*view);
    QVERIFY(action);
    action->trigger();
    auto *const box = window.findChild<QMessageBox *>();
    QVERIFY(box && box->informativeText().contains(u"saved before"_s)); // what keeps it
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTRY_COMPARE(seen.messages().rowCount(), 1);
    QCOMPARE(seen.messages().row(0).message.text, u"first"_s);
    QTest::keyClick(input, Qt::Key_Up); // recalls what was sent before it
    QCOMPARE(input->message(), u"first"_s);
    QCOMPARE(member.cursor(), 3);
}

QTEST_MAIN(TestHostWindow)
#include "tst_hostwindow.moc"
