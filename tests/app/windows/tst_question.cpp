// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/question.h"

#include "app/demo/demooptions.h"
#include "app/windows/clientwindow.h"
#include "app/windows/demo.h"
#include "app/windows/endwatch.h"
#include "app/windows/hostwindow.h"
#include "app/windows/membersview.h"
#include "client/session/chatclient.h"
#include "client/widgets/messageinput.h"

#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSessionManager>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::HostWindow;

//! What is asked before a class is ended under those who are in it.
class tst_Question final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nobodyThereIsNotAsked();
    void theDemosOwnMembersAreNobody();
    void closingAsks();
    void stopAsks();
    void startingAfreshSaysHowMany();
    void leavingWithUnsentMessagesAsks();
    void theSessionsEndIsNotAsked();

private:
    void open();
    void join();
    [[nodiscard]] QMessageBox *box() const { return m_window->findChild<QMessageBox *>(); }
    static void press(const QMessageBox &box, QMessageBox::ButtonRole role);

    QTemporaryDir m_directory;
    std::unique_ptr<HostWindow> m_window;
    std::unique_ptr<session::ChatClient> m_student;
};

void tst_Question::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void tst_Question::init()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    m_window = std::make_unique<HostWindow>(options);
}

void tst_Question::cleanup()
{
    m_student.reset();
    m_window.reset();
}

void tst_Question::open()
{
    QSignalSpy started(m_window.get(), &HostWindow::started);
    m_window->show();
    m_window->start();
    QTRY_COMPARE(started.count(), 1);
}

void tst_Question::join()
{
    session::ClientOptions options;
    options.host = m_window->url();
    options.name = u"Ada"_s;
    m_student = std::make_unique<session::ChatClient>(options);
    m_student->start();
    QTRY_COMPARE(m_window->others(), 1);
}

void tst_Question::press(const QMessageBox &box, QMessageBox::ButtonRole role)
{
    const auto buttons = box.buttons();
    const auto button = std::find_if(buttons.cbegin(), buttons.cend(), [&](auto *each) { return box.buttonRole(each) == role; });
    QVERIFY(button != buttons.cend());
    (*button)->click();
}

void tst_Question::nobodyThereIsNotAsked()
{
    open();
    const auto *members = m_window->findChild<app::MembersView *>()->model();
    QTRY_COMPARE(members->rowCount(), 1); // the teacher's own chat, which is nobody
    QCOMPARE(m_window->others(), 0);
    QVERIFY(m_window->close());
    QVERIFY(!box());
    QVERIFY(m_window->url().isEmpty());
}

void tst_Question::theDemosOwnMembersAreNobody()
{
    m_window = std::make_unique<HostWindow>(app::demoOptions());
    const app::Demo demo(*m_window, 50ms);
    open();
    const auto *members = m_window->findChild<app::MembersView *>()->model();
    QTRY_COMPARE(members->rowCount(), 4);
    QCOMPARE(m_window->others(), 0);
    QVERIFY(m_window->close());
    QVERIFY(!box());
}

void tst_Question::closingAsks()
{
    open();
    join();
    QVERIFY(!m_window->close());
    QVERIFY(box() && box()->informativeText().contains(u"1"_s));
    QCOMPARE(box()->defaultButton(), box()->button(QMessageBox::Cancel)); // Enter alone ends nothing
    press(*box(), QMessageBox::RejectRole);
    QTRY_VERIFY(!box());
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->url().isEmpty()); // the class goes on
    QCOMPARE(m_student->state().kind, session::ClientState::Kind::Connected);

    QVERIFY(!m_window->close());
    press(*box(), QMessageBox::AcceptRole);
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(m_window->url().isEmpty());
}

void tst_Question::stopAsks()
{
    open();
    join();
    const auto buttons = m_window->findChildren<QToolButton *>();
    const auto stop = std::find_if(buttons.cbegin(), buttons.cend(), [](auto *each) { return each->text() == u"Stop"; });
    QVERIFY(stop != buttons.cend());
    (*stop)->click();
    QVERIFY(box());
    QVERIFY(!m_window->url().isEmpty());
    (*stop)->click(); // again: one question, not two
    QTRY_COMPARE(m_window->findChildren<QMessageBox *>().size(), 1);
    press(*box(), QMessageBox::AcceptRole);
    QTRY_VERIFY(m_window->url().isEmpty());
    QVERIFY(m_window->isVisible());
}

void tst_Question::startingAfreshSaysHowMany()
{
    open();
    join();
    QAction *afresh = nullptr;
    for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Start afresh…")
                afresh = action;
        }
    }
    QVERIFY(afresh);
    afresh->trigger();
    QVERIFY(box() && box()->informativeText().contains(u"come back: 1"_s));
    press(*box(), QMessageBox::RejectRole);
}

void tst_Question::leavingWithUnsentMessagesAsks()
{
    open();
    session::ClientOptions options;
    options.host = m_window->url();
    options.name = u"Ada"_s;
    app::ClientWindow window(options);
    QSignalSpy answered(&window, &app::ClientWindow::answered);
    window.show();
    window.start();
    QTRY_COMPARE(answered.count(), 1);
    m_window.reset(); // the network is gone
    auto *input = window.findChild<widgets::MessageInput *>();
    QTest::keyClicks(input, u"an answer"_s);
    QTest::keyClick(input, Qt::Key_Return);
    QVERIFY(!window.close());
    auto *question = window.findChild<QMessageBox *>();
    QVERIFY(question && question->informativeText().contains(u"1"_s));
    press(*question, QMessageBox::RejectRole);
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    QVERIFY(window.isVisible());

    QSignalSpy left(&window, &app::ClientWindow::leaveWanted);
    const auto buttons = window.findChildren<QPushButton *>();
    const auto leave = std::find_if(buttons.cbegin(), buttons.cend(), [](auto *each) { return each->text() == u"Leave"; });
    QVERIFY(leave != buttons.cend());
    (*leave)->click();
    QCOMPARE(left.count(), 0);
    press(*window.findChild<QMessageBox *>(), QMessageBox::AcceptRole);
    QTRY_COMPARE(left.count(), 1);
    QVERIFY(window.close()); // asked once is enough
}

void tst_Question::theSessionsEndIsNotAsked()
{
    app::EndWatch watch(QCoreApplication::instance());
    open();
    join();
    QVERIFY(!app::EndWatch::isEnding());
    // What a session manager, or a signal, makes of it in the end: the application is told to quit, and closes its windows.
    watch.end();
    QVERIFY(app::EndWatch::isEnding());
    QVERIFY(m_window->close());
    QVERIFY(!box());
    QVERIFY(m_window->url().isEmpty());
}

QTEST_MAIN(tst_Question)
#include "tst_question.moc"
