// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/clientwindow.h"

#include "app/trustedhosts.h"
#include "app/windows/card.h"
#include "app/windows/client/certificatequestion.h"
#include "app/windows/client/leftmember.h"
#include "app/windows/client/takehome.h"
#include "app/windows/endwatch.h"
#include "app/windows/languagechooser.h"
#include "app/windows/question.h"
#include "app/windows/viewbutton.h"
#include "app/windows/windowkeys.h"
#include "app/windows/windowplace.h"
#include "client/session/hanspacing.h"
#include "client/widgets/activitypanel.h"
#include "client/widgets/chatpane.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/networktext.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/questioncard.h"
#include "client/widgets/shownname.h"
#include "client/widgets/statetext.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString clientGeometryKey = u"client/geometry"_s;
const QString foldKey = u"client/happening"_s;

//! A certificate trusted on the command line counts as trusted by the user.
session::ClientOptions withTrust(session::ClientOptions options)
{
    if (options.fingerprint.isEmpty())
        options.fingerprint = trustedFingerprint(options.host);
    else
        trustHost(options.host, options.fingerprint);
    options.testsTechniques = true;
    return options;
}

} // namespace

ClientWindow::ClientWindow(session::ClientOptions options, QWidget *parent)
    : QWidget(parent)
    , m_client(asLeftMember(withTrust(std::move(options))))
    , m_room(new QLabel(this))
    , m_host(new QLabel(this))
    , m_takeHome(new TakeHome(m_client, this))
    , m_leave(new QPushButton(this))
    , m_fold(new QPushButton(this))
    , m_pane(new widgets::ChatPane(m_client, widgets::ChatPane::Style::Full, this))
    , m_activity(new widgets::ActivityPanel(m_client, this))
    , m_problem(new widgets::ProblemLabel(this))
    , m_network(new QLabel(this))
    , m_question(new widgets::QuestionCard(m_client.prediction(), this))
{
    const int em = fontMetrics().height();
    m_room->setFont(scaledFont(font(), 1.4, true));
    for (QLabel *label : {m_room, m_host, m_network})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_room, m_host})
        label->setMinimumWidth(1); // a long name is cut instead of widening the window
    auto *header = new QHBoxLayout;
    header->setSpacing(em);
    header->addWidget(m_room);
    header->addWidget(m_host, 1);
    header->addWidget(m_takeHome);
    header->addWidget(m_leave);
    header->addWidget(m_fold);
    header->addWidget(new LanguageChooser(this));
    header->addWidget(new ViewButton(this));
    new WindowKeys(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em, em * 3 / 4, em, em * 3 / 4);
    column->setSpacing(em * 2 / 3);
    column->addLayout(header);
    column->addWidget(m_problem);
    m_network->setObjectName(u"network"_s);
    m_network->setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_network->setMargin(em / 4);
    m_network->setWordWrap(true);
    m_network->setFont(scaledFont(font(), 1, true));
    column->addWidget(m_network);
    column->addWidget(m_question);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_pane);
    splitter->addWidget(m_activity);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    m_fold->setCheckable(true);
    connect(m_fold, &QPushButton::toggled, this, &ClientWindow::fold);
    restorePlace(*this, QSettings().value(clientGeometryKey).toByteArray(), {em * 64, em * 40});
    m_fold->setChecked(QSettings().value(foldKey, true).toBool());
    fold(m_fold->isChecked());
    followClient();
    retranslate();
    colour();
    m_pane->focusInput();
}

ClientWindow::~ClientWindow()
{
    // The pane uses the client, so it has to be destroyed first; members are destroyed before children.
    delete m_pane;
    delete m_question;
    delete m_activity;
}

void ClientWindow::followClient()
{
    connect(&m_client, &session::ChatClient::certificateRefused, this, &ClientWindow::ask);
    connect(&m_client, &session::ChatClient::conditionerChanged, this, &ClientWindow::showNetwork);
    connect(&m_client, &session::ChatClient::nameChanged, this, &ClientWindow::retranslate);
    connect(&m_client, &session::ChatClient::obstaclesFound, this, &ClientWindow::retranslate);
    connect(&m_client, &session::ChatClient::ordersChanged, this, &ClientWindow::retranslate);
    connect(m_takeHome, &TakeHome::problemFound, m_problem, &widgets::ProblemLabel::setProblem);
    connect(m_leave, &QPushButton::clicked, this, &ClientWindow::leave);
    connect(&m_client, &session::ChatClient::stateChanged, this, [this](const session::ClientState &state) {
        if (state.everConnected && !std::exchange(m_hasAnswered, true))
            Q_EMIT answered();
    });
}

void ClientWindow::fold(bool isOpen)
{
    m_activity->setVisible(isOpen);
    m_pane->setCountersShown(!isOpen); // the panel shows them, too
}

void ClientWindow::start()
{
    m_client.start();
}

void ClientWindow::ask(const QByteArray &fingerprint)
{
    const session::ClientOptions &options = m_client.options();
    CertificateQuestion::ask(
        this, options.host, options.fingerprint, fingerprint, [this, fingerprint] { m_client.trust(fingerprint); },
        [this] { refuse(); });
}

void ClientWindow::refuse()
{
    m_client.stop();
    m_isUntrusted = true;
    retranslate();
    m_leave->setFocus();
}

//! Calls \a accepted, without a question when no message would be lost.
void ClientWindow::askToLeave(const std::function<void()> &accepted)
{
    const qsizetype unsent = m_client.unsent();
    if (unsent == 0 || EndWatch::isEnding()) {
        accepted();
        return;
    }
    if (!findChild<QMessageBox *>()) // a question is shown already
        askFirst(this,
                 {tr("Leave the chat?"), tr("Messages that were not sent, and are lost: %1").arg(widgets::countText(unsent)),
                  tr("Leave")},
                 accepted);
}

void ClientWindow::leave()
{
    askToLeave([this] {
        m_isLeaving = true;
        Q_EMIT leaveWanted();
    });
}

void ClientWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isLeaving && m_client.unsent() > 0 && !EndWatch::isEnding()) {
        event->ignore();
        askToLeave([this] {
            m_isLeaving = true;
            close();
        });
        return;
    }
    QSettings().setValue(clientGeometryKey, saveGeometry());
    QSettings().setValue(foldKey, m_fold->isChecked());
    if (m_hasAnswered)
        noteLeftMember(m_client.options(), m_client.memberId());
    m_client.stop();
    event->accept();
}

void ClientWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void ClientWindow::colour()
{
    m_host->setPalette(widgets::quietPalette(palette()));
}

void ClientWindow::showNetwork()
{
    m_network->setText(widgets::networkNotice(m_client.conditioner()));
    m_network->setVisible(!m_network->text().isEmpty());
    m_network->setToolTip(tr("The host pretends it in this room: what is measured includes it."));
}

void ClientWindow::retranslate()
{
    showNetwork();
    const session::ClientOptions &options = m_client.options();
    const QString room = widgets::shownName(options.room);
    setWindowTitle(tr("%1 — PushLab").arg(room));
    m_room->setText(room);
    m_room->setAccessibleName(tr("Room: %1").arg(room));
    m_fold->setText(tr("What is happening"));
    m_leave->setText(tr("Leave"));
    m_leave->setToolTip(tr("Leave this class, for another one"));
    m_problem->setProblem(m_isUntrusted
                              ? tr("Not joined, because the certificate of %1 was not trusted.").arg(options.host.authority())
                              : widgets::obstaclesText(m_client.obstacles(), m_client.technique()));
    const QString &name = m_client.name();
    const bool isTaken = name != options.name && m_client.ownOrders().name.isEmpty();
    m_host->setText(name.isEmpty() ? options.host.authority()
                                   : tr("%1 as %2").arg(options.host.authority(), widgets::isolatedName(name)));
    m_host->setToolTip(isTaken
                           ? session::closedUp(tr("Somebody is called %1 here already.").arg(widgets::isolatedName(options.name)))
                           : QString());
}

} // namespace pushlab::app
