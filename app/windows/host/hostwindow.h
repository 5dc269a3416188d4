// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/classroom.h"
#include "app/windows/host/classarchive.h"

#include <QMainWindow>
#include <QStringList>
#include <QUrl>

class QTabWidget;

namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

class ClassLead;
class ClassQuestions;
class ComparePage;
class HostStatus;
class HostToolBar;
class JoinPanel;
class MembersView;
class OverviewPage;
class PanelDock;
class TeacherChat;
class TeacherPage;

//! The teacher's window: runs a host, says how to join it, shows who is in and what each technique costs, and takes
//! part in the chat as a client of its own host.
class HostWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostWindow)

public:
    //! \a records goes for a class without a database of its own in \a options.
    explicit HostWindow(server::HostOptions options, Records records = Records::InMemory, QWidget *parent = nullptr);
    ~HostWindow() override; //!< stops the host

    void start();

    //! Members that are the program's own, such as the demo's: nobody is cut off with them.
    void setOwnMembers(const QStringList &ids);
    [[nodiscard]] qint64 others() const; //!< who would be cut off by stopping, as last heard

    [[nodiscard]] QUrl url() const { return m_class.url(); } //!< of the own host, from this machine; empty while it does not run
    [[nodiscard]] const QString &room() const { return m_class.room(); }
    [[nodiscard]] const QString &pin() const { return m_class.options().pin; } //!< empty: none
    [[nodiscard]] const QByteArray &teacherKey() const { return m_class.options().teacherKey; } //!< since the first start

Q_SIGNALS:
    void started();
    void pinChanged(const QString &pin);
    void aboutToStop(); //!< the host still runs
    void startFailed(const QString &error); //!< the window says it, too

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpDocks();
    void followClass();
    void followToolBar();
    void makeRoom();
    void followRecord();
    void setPin(const QString &pin);
    void moderate(const QString &room, const server::ModerationCommand &command);
    void restorePin();
    void restoreLayout();
    void saveLayout() const;
    void stop();
    void leave();
    void showStopped();
    void showStarted(quint16 port);
    void showFailure(const QString &error);
    void showSnapshot(const server::HostSnapshot &snapshot);
    void showTeacherPage();
    void joinChat();
    void retranslate();

    Classroom m_class;
    bool m_hasGivenPin; // by whoever started the program: goes before the class's own
    bool m_isClosing = false; // whoever was to be asked has agreed
    HostToolBar *m_toolBar;
    ClassLead *m_lead;
    ClassQuestions *m_questions;
    ClassArchive *m_archive;
    JoinPanel *m_join;
    OverviewPage *m_overview;
    ComparePage *m_compare;
    QTabWidget *m_tabs;
    MembersView *m_members;
    TeacherChat *m_chat;
    TeacherPage *m_teacherPage;
    widgets::ProblemLabel *m_problem;
    HostStatus *m_status;
    PanelDock *m_joinDock;
    PanelDock *m_membersDock;
    PanelDock *m_chatDock;
};

} // namespace pushlab::app
