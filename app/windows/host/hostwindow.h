// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/classroom.h"
#include "app/classroom/lessonplayer.h"
#include "app/windows/host/classarchive.h"

#include <QMainWindow>
#include <QStringList>
#include <QUrl>

class QTabWidget;

namespace pushlab::session {
struct ClientOptions;
}
namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

class ClassLead;
class ClassQuestions;
class ComparePage;
class HostLayout;
class HostStatus;
class HostToolBar;
class JoinPanel;
class LessonPage;
class MembersView;
class OverviewPage;
class PanelDock;
class QuestionPage;
class TeacherChat;
class TeacherPage;
class TrafficTabs;

//! The teacher's window: runs a host, shows how to join it, the members and what each technique costs, and takes part in the chat
//! as a client of its own host.
class HostWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostWindow)

public:
    //! \a records applies unless \a options name a database.
    explicit HostWindow(server::HostOptions options, Records records = Records::InMemory, QWidget *parent = nullptr);
    ~HostWindow() override; //!< stops the host

    void start();

    //! Adds ids of members that are the program's own, such as the demo's; they do not count as disconnected.
    void addOwnMembers(const QStringList &ids);
    [[nodiscard]] qint64 others() const; //!< number of members that stopping would disconnect, by the last snapshot

    [[nodiscard]] QUrl url() const { return m_class.url(); } //!< of the own host, from this machine; empty while it does not run
    [[nodiscard]] const QString &room() const { return m_class.room(); }
    [[nodiscard]] const QString &pin() const { return m_class.options().pin; } //!< empty: none
    [[nodiscard]] const QByteArray &teacherKey() const { return m_class.options().teacherKey; } //!< valid from the first start on

Q_SIGNALS:
    void started();
    void pinChanged(const QString &pin);
    void aboutToStop(); //!< the host is still running
    void startFailed(const QString &error); //!< also shown by the window
    void clientWanted(const pushlab::session::ClientOptions &options); //!< a window of a member of this class
    void figuresShown(const pushlab::server::HostSnapshot &snapshot);
    void closed(); //!< the class has ended, and the window is about to be gone

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void followClass();
    void followToolBar();
    [[nodiscard]] session::ClientOptions ownClient() const;
    void openMember();
    void followRecord();
    void fitTabs();
    void setPin(const QString &pin);
    void moderate(const QString &room, const server::ModerationCommand &command);
    void restorePin();
    void stop();
    void leave();
    void showStopped();
    void showStarted(quint16 port);
    void showFailure(const QString &error);
    void showSnapshot(const server::HostSnapshot &snapshot);
    void showTeacherPage();
    void showInChat(const QString &room, qint64 message);
    void joinChat();
    void retranslate();

    Classroom m_class;
    LessonPlayer m_lessons{m_class};
    bool m_hasGivenPin; // on the command line: takes precedence over the stored one
    bool m_isClosing = false; // the user has confirmed
    HostToolBar *m_toolBar;
    ClassLead *m_lead;
    ClassQuestions *m_questions;
    ClassArchive *m_archive;
    JoinPanel *m_join;
    QTabWidget *m_tabs; // before its pages: the keys go through them in this order
    OverviewPage *m_overview;
    ComparePage *m_compare;
    QuestionPage *m_question;
    LessonPage *m_lesson;
    TrafficTabs *m_traffic;
    MembersView *m_members;
    TeacherChat *m_chat;
    TeacherPage *m_teacherPage;
    widgets::ProblemLabel *m_problem;
    HostStatus *m_status;
    PanelDock *m_joinDock;
    PanelDock *m_membersDock;
    PanelDock *m_chatDock;
    HostLayout *m_layout;
};

} // namespace pushlab::app
