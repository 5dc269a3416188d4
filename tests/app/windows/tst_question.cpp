// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/question.h"

#include "app/demo/demooptions.h"
#include "app/windows/client/clientwindow.h"
#include "app/windows/compare/comparepage.h"
#include "app/windows/compare/hostchoice.h"
#include "app/windows/compare/runform.h"
#include "app/windows/endwatch.h"
#include "app/windows/host/classquestions.h"
#include "app/windows/host/demo.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/membersview.h"
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

//! The questions before a class with members is ended.
class TestQuestion final : public QObject
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
    void banningAnAddressSaysHowMany();
    void sendingOneOutAsks();
    void closingOverAComparisonAsks();
    void closingOverUnkeptMessagesAsks();
    void leavingWithUnsentMessagesAsks();
    void theSessionsEndIsNotAsked();

private:
    void open();
    void join();
    [[nodiscard]] QMessageBox *box() const { return m_window->findChild<QMessageBox *>(); }
    void moderate(const room::ModerationCommand &order)
    {
        Q_EMIT m_window->findChild<app::MembersView *>()->moderationWanted(u"lobby"_s, order);
    }
    static void press(const QMessageBox &box, QMessageBox::ButtonRole role);

    QTemporaryDir m_directory;
    std::unique_ptr<HostWindow> m_window;
    std::unique_ptr<session::ChatClient> m_student;
};

void TestQuestion::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestQuestion::init()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    m_window = std::make_unique<HostWindow>(options);
}

void TestQuestion::cleanup()
{
    m_student.reset();
    m_window.reset();
}

void TestQuestion::open()
{
    QSignalSpy started(m_window.get(), &HostWindow::started);
    m_window->show();
    m_window->start();
    QTRY_COMPARE(started.count(), 1);
}

void TestQuestion::join()
{
    session::ClientOptions options;
    options.host = m_window->url();
    options.name = u"Ada"_s;
    m_student = std::make_unique<session::ChatClient>(options);
    m_student->start();
    QTRY_COMPARE(m_window->others(), 1);
}

void TestQuestion::press(const QMessageBox &box, QMessageBox::ButtonRole role)
{
    const auto buttons = box.buttons();
    const auto button = std::find_if(buttons.cbegin(), buttons.cend(), [&](auto *each) { return box.buttonRole(each) == role; });
    QVERIFY(button != buttons.cend());
    (*button)->click();
}

void TestQuestion::nobodyThereIsNotAsked()
{
    open();
    const auto *members = m_window->findChild<app::MembersView *>()->model();
    QSignalSpy figures(m_window.get(), &HostWindow::figuresShown);
    // The teacher's own chat, which is nobody, is there.
    QTRY_VERIFY(!figures.isEmpty() && figures.last().first().value<server::HostSnapshot>().connections > 0);
    QCOMPARE(members->rowCount(), 0);
    QCOMPARE(m_window->others(), 0);
    QVERIFY(m_window->close());
    QVERIFY(!box());
    QVERIFY(m_window->url().isEmpty());
}

void TestQuestion::theDemosOwnMembersAreNobody()
{
    m_window = std::make_unique<HostWindow>(app::demoOptions());
    const app::Demo demo(*m_window, 50ms);
    open();
    const auto *members = m_window->findChild<app::MembersView *>()->model();
    QTRY_COMPARE(members->rowCount(), 3);
    QCOMPARE(m_window->others(), 0);
    QVERIFY(m_window->close());
    QVERIFY(!box());
}

void TestQuestion::closingAsks()
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

void TestQuestion::stopAsks()
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

void TestQuestion::startingAfreshSaysHowMany()
{
    open();
    join();
    auto *const page = m_window->findChild<app::ComparePage *>();
    page->form().host().setUrl(m_window->url());
    page->start();
    QVERIFY(page->isRunning() && page->isOfClass());
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
    QVERIFY(box()->informativeText().contains(u"comparison"_s)); // which measures this class
    press(*box(), QMessageBox::RejectRole);
}

void TestQuestion::banningAnAddressSaysHowMany()
{
    open();
    join();
    moderate({room::ModerationCommand::Action::Ban, {}, u"127.0.0.1"_s});
    QVERIFY(box() && box()->text().contains(u"127.0.0.1"_s));
    QCOMPARE(box()->informativeText(), u"Members who are cut off: 1"_s); // without the teacher, who cannot be banned
    press(*box(), QMessageBox::RejectRole);
    QTRY_VERIFY(!box());
    QTest::qWait(100);
    QCOMPARE(m_student->state().kind, session::ClientState::Kind::Connected);
    moderate({room::ModerationCommand::Action::Ban, {}, u"127.0.0.1"_s});
    press(*box(), QMessageBox::AcceptRole);
    QTRY_COMPARE(m_student->state().kind, session::ClientState::Kind::AccessDenied);
    moderate({room::ModerationCommand::Action::Unban, {}, {}}); // cuts nobody off
    moderate({room::ModerationCommand::Action::Ban, {}, u"192.0.2.1"_s}); // nobody is there
    QTRY_VERIFY(!box());
}

void TestQuestion::sendingOneOutAsks()
{
    open();
    join();
    const auto *view = m_window->findChild<app::MembersView *>();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    const QByteArray key = "m:" + m_student->memberId().toUtf8();
    moderate({room::ModerationCommand::Action::Mute, key, {}}); // cuts nobody off
    QVERIFY(!box());
    moderate({room::ModerationCommand::Action::Kick, key, {}});
    QVERIFY(box() && box()->text().contains(u"Ada"_s));
    QVERIFY(box()->informativeText().contains(u"1"_s));
    press(*box(), QMessageBox::RejectRole);
    QTRY_VERIFY(!box());
    QCOMPARE(m_student->state().kind, session::ClientState::Kind::Connected);
    moderate({room::ModerationCommand::Action::Kick, key, {}});
    press(*box(), QMessageBox::AcceptRole);
    QTRY_VERIFY(m_student->state().kind != session::ClientState::Kind::Connected);
}

void TestQuestion::closingOverAComparisonAsks()
{
    open();
    auto *const page = m_window->findChild<app::ComparePage *>();
    page->start();
    QVERIFY(page->isRunning() && !page->isOfClass());
    QVERIFY(!m_window->close());
    QVERIFY(box() && box()->text().contains(u"comparison"_s));
    page->stop(); // what is left of it is kept: nothing to ask any more
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20'000);
    QTRY_VERIFY(!box());
    QVERIFY(m_window->isVisible());
    page->start();
    QVERIFY(!m_window->close());
    press(*box(), QMessageBox::AcceptRole);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestQuestion::closingOverUnkeptMessagesAsks()
{
    app::ClassQuestions questions(m_window.get());
    server::HostSnapshot snapshot;
    snapshot.messages = 274;
    questions.setSnapshot(snapshot, {});
    QVERIFY(!questions.isAskedBefore(app::ClassQuestions::End::Class)); // in memory, as it was wanted
    snapshot.storage.kind = server::StorageState::Kind::Failed;
    questions.setSnapshot(snapshot, {});
    QVERIFY(questions.isAskedBefore(app::ClassQuestions::End::Class));
    bool isEnded = false;
    questions.askToEnd(app::ClassQuestions::End::Class, [&isEnded] { isEnded = true; });
    QVERIFY(box() && box()->informativeText().contains(u"274"_s));
    QVERIFY(!isEnded);
    press(*box(), QMessageBox::AcceptRole);
    QTRY_VERIFY(isEnded);
    questions.setSnapshot(snapshot, {});
    questions.askToEnd(app::ClassQuestions::End::Window, [] {});
    questions.clear(); // the class has ended by itself
    QTRY_VERIFY(!box());
    questions.setRun(app::ClassQuestions::Run::OfAnotherHost);
    QVERIFY(!questions.isAskedBefore(app::ClassQuestions::End::Class)); // it goes on without the class
    questions.setRun(app::ClassQuestions::Run::OfTheClass);
    QVERIFY(questions.isAskedBefore(app::ClassQuestions::End::Class));
}

void TestQuestion::leavingWithUnsentMessagesAsks()
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

void TestQuestion::theSessionsEndIsNotAsked()
{
    app::EndWatch watch(QCoreApplication::instance());
    open();
    join();
    QVERIFY(!app::EndWatch::isEnding());
    // A session manager or a signal finally does this: the application is told to quit, and closes its windows.
    watch.end();
    QVERIFY(app::EndWatch::isEnding());
    QVERIFY(m_window->close());
    QVERIFY(!box());
    QVERIFY(m_window->url().isEmpty());
}

QTEST_MAIN(TestQuestion)
#include "tst_question.moc"
