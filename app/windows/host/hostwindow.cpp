// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hostwindow.h"

#include "app/hostfailuretext.h"
#include "app/lanaddress.h"
#include "app/tlsoptions.h"
#include "app/windows/compare/comparepage.h"
#include "app/windows/endwatch.h"
#include "app/windows/host/classquestions.h"
#include "app/windows/host/hoststatus.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/joinpanel.h"
#include "app/windows/host/keptpin.h"
#include "app/windows/host/membersview.h"
#include "app/windows/host/networkdialog.h"
#include "app/windows/host/overviewpage.h"
#include "app/windows/host/paneldock.h"
#include "app/windows/host/teacherchat.h"
#include "app/windows/host/teacherpage.h"
#include "app/windows/windowplace.h"
#include "client/session/chatclient.h"
#include "client/widgets/figures.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/shownname.h"
#include "server/host.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"
#include "server/protocol/techniquetraits.h"

#include <QCloseEvent>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using server::Host;

namespace {

const QString hostGeometryKey = u"host/geometry"_s;
const QString stateKey = u"host/state"_s;
constexpr int stateVersion = 1;

} // namespace

HostWindow::HostWindow(server::HostOptions options, Records records, QWidget *parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_hasGivenPin(!m_options.pin.isEmpty())
    , m_toolBar(new HostToolBar(m_options, this))
    , m_questions(new ClassQuestions(this))
    , m_archive(new ClassArchive(records, m_options.database, this))
    , m_join(new JoinPanel(this))
    , m_overview(new OverviewPage(this))
    , m_compare(new ComparePage(this))
    , m_tabs(new QTabWidget(this))
    , m_members(new MembersView(this))
    , m_chat(new TeacherChat(this))
    , m_teacherPage(new TeacherPage(this))
    , m_problem(new widgets::ProblemLabel(this))
    , m_status(new HostStatus(this))
    , m_joinDock(new PanelDock(u"join"_s, m_join, this))
    , m_membersDock(new PanelDock(u"members"_s, m_members, this))
    , m_chatDock(new PanelDock(u"chat"_s, m_chat, this))
{
    addToolBar(m_toolBar);
    m_problem->setMargin(fontMetrics().height() / 2);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, QString());
    m_tabs->addTab(m_compare, QString());
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_problem);
    column->addWidget(m_tabs, 1);
    setCentralWidget(centre);
    m_status->addPermanentWidget(m_teacherPage);
    setStatusBar(m_status);
    setUpDocks();
    followToolBar();
    connect(m_tabs, &QTabWidget::currentChanged, this, &HostWindow::makeRoom);
    followRecord();
    m_join->setPin(m_options.pin);
    retranslate();
    restoreLayout();
}

HostWindow::~HostWindow()
{
    stop();
}

void HostWindow::setUpDocks()
{
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    addDockWidget(Qt::LeftDockWidgetArea, m_joinDock);
    addDockWidget(Qt::RightDockWidgetArea, m_membersDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_chatDock);
    const int em = fontMetrics().height();
    resizeDocks({m_joinDock, m_membersDock}, {em * 15, m_members->comfortableWidth()}, Qt::Horizontal);
    resizeDocks({m_chatDock}, {em * 13}, Qt::Vertical);
}

void HostWindow::followToolBar()
{
    connect(m_toolBar, &HostToolBar::startWanted, this, &HostWindow::start);
    connect(m_toolBar, &HostToolBar::stopWanted, this,
            [this] { m_questions->askToEnd(ClassQuestions::End::Class, [this] { stop(); }); });
    connect(m_toolBar, &HostToolBar::techniqueChosen, this, [this](std::optional<protocol::Technique> technique) {
        m_options.technique = technique;
        if (m_host)
            m_host->setTechnique(technique);
    });
    connect(m_toolBar, &HostToolBar::techniquesOffered, this, [this](const QList<protocol::Technique> &techniques) {
        m_options.techniques = techniques;
        if (m_host)
            m_host->setTechniques(techniques);
    });
    connect(m_toolBar, &HostToolBar::pollIntervalChosen, this, [this](std::chrono::milliseconds interval) {
        m_options.pollInterval = interval;
        if (m_host)
            m_host->setPollInterval(interval);
    });
    connect(m_toolBar, &HostToolBar::holdChosen, this, [this](std::chrono::milliseconds hold) {
        m_options.hold = hold;
        if (m_host)
            m_host->setHold(hold);
    });
    connect(m_toolBar, &HostToolBar::networkWanted, this, &HostWindow::showNetworkDialog);
    connect(m_toolBar, &HostToolBar::lockWanted, this, [this](bool isWanted) {
        moderate({}, {isWanted ? room::ModerationCommand::Action::Lock : room::ModerationCommand::Action::Unlock, {}, {}});
    });
    connect(m_members, &MembersView::moderationWanted, this, &HostWindow::moderate);
    connect(m_join, &JoinPanel::pinWanted, this, [this](bool isWanted) { setPin(isWanted ? protocol::generatePin() : QString()); });
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

void HostWindow::showNetworkDialog()
{
    if (!m_network) {
        m_network = new NetworkDialog(this);
        connect(m_network, &NetworkDialog::conditionerChosen, this, &HostWindow::useConditioner);
    }
    m_network->setOptions(m_options);
    m_network->show();
    m_network->raise();
    m_network->activateWindow();
}

void HostWindow::useConditioner(const protocol::Conditioner &conditioner, const QString &room)
{
    NetworkDialog::keep(conditioner, room, m_options);
    if (m_host)
        m_host->setConditioner(conditioner, room);
    m_network->setOptions(m_options);
}

void HostWindow::followRecord()
{
    m_toolBar->setClassMenu(m_archive->menu());
    connect(m_archive, &ClassArchive::stopWanted, this, &HostWindow::stop);
    connect(m_archive, &ClassArchive::startWanted, this, &HostWindow::start);
    connect(m_archive, &ClassArchive::problemFound, m_problem, &widgets::ProblemLabel::setProblem);
    connect(m_archive, &ClassArchive::logWanted, this, [this](const QString &room) {
        if (m_host)
            m_host->readLog(room);
    });
}

void HostWindow::start()
{
    if (m_host)
        return;
    if (!protocol::isRoomName(m_toolBar->room())) {
        m_problem->setProblem(tr("A room's name has 1 to 64 characters and no slash."));
        return;
    }
    if (m_toolBar->room() != m_options.room)
        m_options.roomConditioners.clear(); // they were another room's
    m_options.room = m_toolBar->room();
    m_options.database = m_archive->database(m_options.room);
    restorePin();
    if (m_network)
        m_network->setOptions(m_options);
    m_problem->setProblem({});
    m_toolBar->setState(HostToolBar::State::Busy);
    m_host = std::make_unique<Host>(m_options);
    m_options.teacherKey = m_host->options().teacherKey;
    connect(m_host.get(), &Host::started, this, &HostWindow::showStarted);
    connect(m_host.get(), &Host::failed, this, [this](const QString &error, Host::Failure failure) {
        showFailure(hostFailureText(m_host->options(), failure, error));
    });
    connect(m_host.get(), &Host::snapshotTaken, this, &HostWindow::showSnapshot);
    connect(m_overview, &OverviewPage::figuresReset, m_host.get(), &Host::resetFigures);
    connect(m_host.get(), &Host::logRead, m_archive, &ClassArchive::saveLog);
    connect(m_host.get(), &Host::storageFailed, this, [this](const QString &error) {
        m_problem->setProblem(tr("The class is in memory only and ends with this host: %1").arg(error));
    });
    m_host->start();
}

void HostWindow::setPin(const QString &pin)
{
    m_options.pin = pin;
    m_hasGivenPin = false;
    m_join->setPin(pin);
    const QString database = m_archive->database(m_host ? m_options.room : m_toolBar->room());
    if (!database.isEmpty() && !keepPin(database, pin))
        m_problem->setProblem(tr("The PIN could not be kept for the next time."));
    if (m_host)
        m_host->setPin(pin);
    Q_EMIT pinChanged(pin);
}

//! A class that is kept has its PIN again.
void HostWindow::restorePin()
{
    if (m_hasGivenPin || m_options.database.isEmpty())
        return;
    m_options.pin = keptPin(m_options.database);
    m_join->setPin(m_options.pin);
    Q_EMIT pinChanged(m_options.pin);
}

void HostWindow::moderate(const QString &room, const room::ModerationCommand &command)
{
    m_questions->askToModerate(room, command, [this, room, command] {
        if (m_host)
            m_host->moderate(room, command);
    });
}

void HostWindow::setOwnMembers(const QStringList &ids)
{
    m_questions->setOwnMembers(ids);
}

qint64 HostWindow::others() const
{
    return m_questions->others();
}

QUrl HostWindow::url() const
{
    return m_host && m_host->isRunning() ? ownUrl(m_options.bind, m_host->port(), schemeOf(m_options)) : QUrl();
}

void HostWindow::stop()
{
    if (!m_host)
        return;
    Q_EMIT aboutToStop();
    m_questions->clear();
    m_announcer.stop();
    m_compare->setClassHost({});
    m_chat->leave();
    m_host->stop();
    m_host.reset();
    m_toolBar->setState(HostToolBar::State::Stopped);
    m_archive->setRunning(false, m_options.room);
    m_join->showStopped();
    m_status->showStopped();
    m_members->setMembers({});
    m_archive->setMembers(0);
    retranslate();
}

void HostWindow::showStarted(quint16 port)
{
    m_toolBar->setState(HostToolBar::State::Running);
    m_archive->setRunning(true, m_options.room);
    m_overview->clear();
    m_status->showRunning();
    m_join->showRunning(m_options.bind, port, m_options.room, m_options.tls ? m_options.tls->fingerprint : QByteArray());
    m_announcer.start(m_options.bind, port, m_options.room, schemeOf(m_options));
    m_compare->setClassHost(m_options.tls ? QUrl() : url()); // it measures without TLS
    if (m_options.tls)
        m_problem->setProblem(m_options.tls->warning);
    joinChat();
    retranslate();
    Q_EMIT started();
}

void HostWindow::showTeacherPage()
{
    const QUrl shown = m_join->url();
    if (shown.isEmpty() || url().isEmpty())
        m_teacherPage->setUrls({}, {});
    else
        m_teacherPage->setUrls(teacherUrl(url(), m_options.teacherKey), teacherUrl(shown, m_options.teacherKey));
}

void HostWindow::showFailure(const QString &error)
{
    // Not at once: the host is still emitting.
    m_host.release()->deleteLater();
    m_toolBar->setState(HostToolBar::State::Stopped);
    m_join->showStopped();
    m_status->showStopped();
    m_problem->setProblem(tr("The class could not be opened: %1").arg(error));
    Q_EMIT startFailed(error);
}

void HostWindow::showSnapshot(const server::HostSnapshot &snapshot)
{
    m_overview->setSnapshot(snapshot);
    m_members->setMembers(m_overview->members(), m_options.room);
    m_questions->setSnapshot(snapshot, m_chat->memberId());
    m_archive->setMembers(m_questions->others());
    m_toolBar->setLocked(snapshot.isLocked);
    m_join->setJoined(snapshot.memberCount, snapshot.elsewhereCount, snapshot.fromOtherMachine);
    m_status->setSnapshot(snapshot);
    m_membersDock->setWindowTitle(tr("Members: %1").arg(widgets::countText(snapshot.memberCount)));
}

void HostWindow::joinChat()
{
    session::ClientOptions options;
    options.host = url();
    options.room = m_options.room;
    options.token = m_options.teacherKey;
    options.technique = m_options.technique.value_or(protocol::defaultTechnique);
    if (m_options.tls)
        options.fingerprint = m_options.tls->fingerprint;
    m_chat->join(options);
}

//! A comparison is about virtual clients; the class's panels would leave no room for it.
void HostWindow::makeRoom()
{
    const bool isComparing = m_tabs->currentWidget() == m_compare;
    for (PanelDock *dock : {m_joinDock, m_membersDock, m_chatDock})
        dock->setVisible(!isComparing);
}

void HostWindow::restoreLayout()
{
    const QSettings settings;
    const int em = fontMetrics().height();
    restorePlace(*this, settings.value(hostGeometryKey).toByteArray(), {em * 84, em * 56});
    restoreState(settings.value(stateKey).toByteArray(), stateVersion);
}

void HostWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(hostGeometryKey, saveGeometry());
    settings.setValue(stateKey, saveState(stateVersion));
    m_members->saveColumns();
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
    m_tabs->setCurrentWidget(m_overview); // with its docks, which are kept
    saveLayout();
    hide(); // ending the host may take a moment
    stop();
    m_isClosing = false;
    event->accept();
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
    setWindowTitle(tr("%1 — PushLab host").arg(widgets::shownName(m_options.room)));
    m_tabs->setTabText(0, tr("Overview"));
    m_tabs->setTabText(1, tr("Compare"));
    m_joinDock->setWindowTitle(tr("Join"));
    m_membersDock->setWindowTitle(tr("Members"));
    m_chatDock->setWindowTitle(tr("Chat"));
}

} // namespace pushlab::app
