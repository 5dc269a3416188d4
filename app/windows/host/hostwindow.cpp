// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hostwindow.h"

#include "app/hostfailuretext.h"
#include "app/lanaddress.h"
#include "app/storagefaulttext.h"
#include "app/tlsfaulttext.h"
#include "app/windows/compare/comparepage.h"
#include "app/windows/endwatch.h"
#include "app/windows/host/classlead.h"
#include "app/windows/host/classquestions.h"
#include "app/windows/host/hostlayout.h"
#include "app/windows/host/hoststatus.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/joinpanel.h"
#include "app/windows/host/keptpin.h"
#include "app/windows/host/lessonpage.h"
#include "app/windows/host/membersview.h"
#include "app/windows/host/overviewpage.h"
#include "app/windows/host/paneldock.h"
#include "app/windows/host/questionpage.h"
#include "app/windows/host/racepage.h"
#include "app/windows/host/teacherchat.h"
#include "app/windows/host/teacherpage.h"
#include "app/windows/host/virtualmembers.h"
#include "app/windows/projector/hostprojector.h"
#include "app/windows/roomfield.h"
#include "app/windows/traffic/traffictabs.h"
#include "app/windows/windowkeys.h"
#include "client/session/chatclient.h"
#include "client/widgets/figures.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/shownname.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"
#include "server/protocol/techniquetraits.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QTabWidget>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

HostWindow::HostWindow(server::HostOptions options, Records records, QWidget *parent)
    : QMainWindow(parent)
    , m_class(std::move(options))
    , m_hasGivenPin(!m_class.options().pin.isEmpty())
    , m_toolBar(new HostToolBar(m_class.room(), m_class.settings(), this))
    , m_lead(new ClassLead(m_class, *m_toolBar, this))
    , m_questions(new ClassQuestions(this))
    , m_archive(new ClassArchive(records, m_class.options().database, this))
    , m_join(new JoinPanel(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new OverviewPage(this))
    , m_compare(new ComparePage(this))
    , m_question(new QuestionPage(this))
    , m_lesson(new LessonPage(m_lessons, this))
    , m_traffic(nullptr)
    , m_members(new MembersView(this))
    , m_chat(new TeacherChat(this))
    , m_teacherPage(new TeacherPage(this))
    , m_problem(new widgets::ProblemLabel(this))
    , m_status(new HostStatus(this))
    , m_joinDock(new PanelDock(u"join"_s, m_join, this))
    , m_membersDock(new PanelDock(u"members"_s, m_members, this))
    , m_chatDock(new PanelDock(u"chat"_s, m_chat, this))
    , m_layout(new HostLayout(this, {m_joinDock, m_membersDock, m_chatDock, m_members, m_overview}))
{
    addToolBar(m_toolBar);
    m_problem->setMargin(fontMetrics().height() / 2);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, QString());
    m_tabs->addTab(m_compare, QString());
    m_tabs->addTab(m_question, QString());
    m_tabs->addTab(m_lesson, QString());
    new RacePage(m_class, *m_tabs); // which adds itself
    m_traffic = new TrafficTabs(m_class, *m_tabs); // likewise
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_problem);
    column->addWidget(m_tabs, 1);
    setCentralWidget(centre);
    m_status->addPermanentWidget(m_teacherPage);
    setStatusBar(m_status);
    new WindowKeys(this);
    followClass();
    followToolBar();
    connect(m_tabs, &QTabWidget::currentChanged, this, &HostWindow::fitTabs);
    connect(m_chat, &TeacherChat::messagesCame, m_chatDock, &PanelDock::addNews);
    followRecord();
    m_join->setPin(pin());
    new HostProjector({m_class, m_lessons, *m_toolBar, *m_join, *m_overview, *m_chat}, *this);
    retranslate();
    fitTabs();
    m_layout->restore();
}

HostWindow::~HostWindow()
{
    stop();
}

void HostWindow::followClass()
{
    connect(&m_class, &Classroom::started, this, &HostWindow::showStarted);
    connect(&m_class, &Classroom::failed, this, [this](const QString &error, server::HostFailure failure) {
        showFailure(hostFailureText(m_class.options(), failure, error));
    });
    connect(m_question, &QuestionPage::orderGiven, &m_class, &Classroom::ask);
    connect(m_overview, &OverviewPage::figuresReset, &m_class, &Classroom::resetFigures);
    connect(&m_class, &Classroom::aboutToStop, this, &HostWindow::leave);
    connect(&m_class, &Classroom::stopped, this, &HostWindow::showStopped);
    connect(&m_class, &Classroom::settingsChanged, m_lead, &ClassLead::showSettings);
    connect(&m_class, &Classroom::snapshotTaken, this, &HostWindow::showSnapshot);
    connect(&m_class, &Classroom::pinChanged, m_join, &JoinPanel::setPin);
    connect(&m_class, &Classroom::pinChanged, this, &HostWindow::pinChanged);
    connect(&m_class, &Classroom::networkChanged, this, [this] {
        const auto &tls = m_class.options().tls;
        m_join->setNetwork(m_class.network(), tls ? tls->fingerprint : QByteArray());
        if (tls)
            m_chat->trust(tls->fingerprint);
    });
    connect(&m_class, &Classroom::awakeFailed, m_status, &HostStatus::showMayFallAsleep);
    connect(&m_class, &Classroom::logRead, m_archive, &ClassArchive::saveLog);
    connect(&m_class, &Classroom::storageFailed, this, [this](const QString &, const server::Fault &fault) {
        m_problem->setProblem(tr("The class is in memory only and ends with this host: %1").arg(storageFaultText(fault)));
    });
}

void HostWindow::followToolBar()
{
    connect(m_toolBar, &HostToolBar::startWanted, this,
            [this] { m_archive->askToOpen(m_toolBar->room(), room(), [this] { start(); }); });
    connect(m_toolBar, &HostToolBar::stopWanted, this,
            [this] { m_questions->askToEnd(ClassQuestions::End::Class, [this] { stop(); }); });
    connect(m_members, &MembersView::moderationWanted, this, &HostWindow::moderate);
    connect(m_members, &MembersView::bansWanted, m_lead, &ClassLead::showBansDialog);
    connect(m_chat, &TeacherChat::withdrawalWanted, this, [this](qint64 seq) {
        moderate(room(), {server::ModerationCommand::Action::Withdraw, {}, {}, {}, {}, seq});
    });
    connect(m_chat, &TeacherChat::bytesWanted, this, [this](qint64 seq) { m_traffic->showMessage(room(), seq); });
    connect(m_traffic, &TrafficTabs::messageWanted, this, &HostWindow::showInChat);
    connect(m_join, &JoinPanel::pinWanted, this, [this](bool isWanted) { setPin(isWanted ? protocol::generatePin() : QString()); });
    connect(m_join, &JoinPanel::browserWanted, this, [this] { QDesktopServices::openUrl(classUrl(url(), room(), pin())); });
    connect(m_join, &JoinPanel::memberWanted, this, &HostWindow::openMember);
    connect(m_join, &JoinPanel::urlChanged, this, [this](const QUrl &shown) {
        m_status->setAddress(widgets::shownName(shown.toString()));
        showTeacherPage();
    });
    connect(m_compare, &ComparePage::runChanged, this, [this] {
        using Run = ClassQuestions::Run;
        const bool isRunning = m_compare->isRunning();
        m_questions->setRun(!isRunning ? Run::None : m_compare->isOfClass() ? Run::OfTheClass : Run::OfAnotherHost);
        m_archive->setRunOfClass(isRunning && m_compare->isOfClass());
    });
    connect(m_teacherPage, &TeacherPage::problemFound, m_problem, &widgets::ProblemLabel::setProblem);
}

void HostWindow::followRecord()
{
    m_toolBar->setClassMenu(m_archive->menu());
    connect(m_archive, &ClassArchive::stopWanted, this, &HostWindow::stop);
    connect(m_archive, &ClassArchive::startWanted, this, &HostWindow::start);
    connect(m_archive, &ClassArchive::problemFound, m_problem, &widgets::ProblemLabel::setProblem);
    connect(m_archive, &ClassArchive::logWanted, &m_class, &Classroom::readLog);
    connect(m_archive, &ClassArchive::clearWanted, &m_class, &Classroom::clear);
}

void HostWindow::start()
{
    if (m_class.state() != Classroom::State::Stopped)
        return;
    if (!protocol::isRoomName(m_toolBar->room())) {
        m_problem->setProblem(RoomField::problem());
        return;
    }
    m_class.setRoom(m_toolBar->room(), m_archive->database(m_toolBar->room()));
    restorePin();
    m_lead->showSettings(m_class.settings()); // the room may have changed
    m_problem->setProblem({});
    m_toolBar->setState(HostToolBar::State::Busy);
    m_class.start();
}

//! How a client on this machine finds the class.
session::ClientOptions HostWindow::ownClient() const
{
    session::ClientOptions options;
    options.host = url();
    options.room = room();
    if (m_class.options().tls)
        options.fingerprint = m_class.options().tls->fingerprint;
    return options;
}

//! To see what a student sees.
void HostWindow::openMember()
{
    session::ClientOptions options = ownClient();
    options.name = tr("Student");
    options.pin = pin();
    Q_EMIT clientWanted(options);
}

void HostWindow::setPin(const QString &pin)
{
    m_hasGivenPin = false;
    const QString database = m_archive->database(m_class.state() == Classroom::State::Stopped ? m_toolBar->room() : room());
    if (!database.isEmpty() && !keepPin(database, pin))
        m_problem->setProblem(tr("The PIN could not be kept for the next time."));
    m_class.setPin(pin);
}

//! Restores the PIN of a stored class.
void HostWindow::restorePin()
{
    const QString &database = m_class.options().database;
    if (!m_hasGivenPin && !database.isEmpty())
        m_class.setPin(keptPin(database));
}

void HostWindow::moderate(const QString &room, const server::ModerationCommand &command)
{
    m_questions->askToModerate(room, command, [this, room, command] { m_class.moderate(room, command); });
}

void HostWindow::addOwnMembers(const QStringList &ids)
{
    m_questions->addOwnMembers(ids);
}

qint64 HostWindow::others() const
{
    return m_questions->others();
}

void HostWindow::stop()
{
    m_class.stop();
}

//! To be called while the host still runs.
void HostWindow::leave()
{
    Q_EMIT aboutToStop();
    m_questions->clear();
    m_compare->setClassHost({});
    m_chat->leave();
}

void HostWindow::showStopped()
{
    m_toolBar->setState(HostToolBar::State::Stopped);
    m_archive->setRunning(false, room());
    m_question->setRunning(false);
    m_lesson->setRunning(false);
    m_join->showStopped();
    m_status->showStopped();
    m_members->setMembers({});
    m_lead->setBans({});
    m_archive->setMembers(0);
    retranslate();
}

void HostWindow::showStarted(quint16 port)
{
    const server::HostOptions &options = m_class.options();
    m_toolBar->setState(HostToolBar::State::Running);
    m_archive->setRunning(true, room());
    m_question->setRunning(true);
    m_lesson->setRunning(true);
    m_overview->clear();
    m_status->showRunning();
    m_join->showRunning(options.bind, port, room(), options.tls ? options.tls->fingerprint : QByteArray(), m_class.network());
    m_compare->setClassHost(options.tls ? QUrl() : url()); // comparisons do not use TLS
    if (options.tls)
        m_problem->setProblem(options.tls->warning ? tlsWarningText(*options.tls->warning) : QString());
    joinChat();
    setTabOrder(m_chat->lastField(), m_teacherPage);
    retranslate();
    Q_EMIT started();
}

void HostWindow::showTeacherPage()
{
    const QUrl shown = m_join->url();
    if (shown.isEmpty() || url().isEmpty())
        m_teacherPage->setUrls({}, {});
    else
        m_teacherPage->setUrls(teacherUrl(url(), teacherKey()), teacherUrl(shown, teacherKey()));
}

void HostWindow::showFailure(const QString &error)
{
    m_toolBar->setState(HostToolBar::State::Stopped);
    m_join->showStopped();
    m_status->showStopped();
    m_problem->setProblem(tr("The class could not be opened: %1").arg(error));
    Q_EMIT startFailed(error);
}

void HostWindow::showSnapshot(const server::HostSnapshot &snapshot)
{
    m_overview->setSnapshot(snapshot);
    m_members->setMembers(withVirtualNamed(m_overview->members(), snapshot.virtualCount, room()), room());
    m_members->setSpotlight(snapshot.spotlight);
    m_lead->setBans(snapshot.bans);
    m_questions->setSnapshot(snapshot, m_chat->memberId());
    m_archive->setMembers(m_questions->others());
    m_toolBar->setLocked(snapshot.isLocked);
    m_join->setJoined(snapshot.memberCount, snapshot.elsewhereCount, snapshot.fromOtherMachine);
    m_status->setSnapshot(snapshot);
    m_question->setState(snapshot.question, snapshot.settings);
    m_membersDock->setWindowTitle(tr("Members: %1").arg(widgets::countText(snapshot.memberCount)));
    Q_EMIT figuresShown(snapshot);
}

void HostWindow::joinChat()
{
    session::ClientOptions options = ownClient();
    options.token = teacherKey();
    options.technique = m_class.settings().technique.value_or(protocol::defaultTechnique);
    m_chat->join(options);
}

//! Beside the bytes when there is room for the panels, else with the first tab.
void HostWindow::showInChat(const QString &messageRoom, qint64 message)
{
    if (messageRoom != room())
        return; // its log is not shown here
    if (m_chatDock->isHidden())
        m_tabs->setCurrentWidget(m_overview);
    m_chatDock->setOpen(true);
    m_chat->showMessage(message);
}

//! The page that is not seen does not widen the window, nor do panels beside the comparison, which needs the room.
void HostWindow::fitTabs()
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_overview, m_compare})
        page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_layout->setComparing(m_tabs->currentWidget() == m_compare, m_traffic->areInFront());
    m_tabs->currentWidget()->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void HostWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isClosing && m_questions->isAskedBefore(ClassQuestions::End::Window)) {
        event->ignore();
        m_questions->askToEnd(ClassQuestions::End::Window, [this] {
            m_isClosing = true;
            close();
        });
        return;
    }
    m_tabs->setCurrentWidget(m_overview); // its docks' state is stored
    m_traffic->saveState();
    m_layout->save();
    hide(); // stopping the host may take a moment
    stop();
    m_isClosing = false;
    event->accept();
    Q_EMIT closed();
}

void HostWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HostWindow::retranslate()
{
    m_archive->retranslate();
    setWindowTitle(tr("%1 — PushLab host").arg(widgets::shownName(room())));
    m_tabs->setTabText(0, tr("Overview"));
    m_tabs->setTabText(1, tr("Compare"));
    m_tabs->setTabText(2, tr("Question"));
    m_tabs->setTabText(3, tr("Lesson"));
    m_traffic->retranslate();
    m_joinDock->setWindowTitle(tr("Join"));
    m_membersDock->setWindowTitle(tr("Members"));
    m_chatDock->setWindowTitle(tr("Chat"));
}

} // namespace pushlab::app
