// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/chatpane.h"

#include "client/widgets/counterstable.h"
#include "client/widgets/flowlayout.h"
#include "client/widgets/messageinput.h"
#include "client/widgets/messagemodel.h"
#include "client/widgets/messageview.h"
#include "client/widgets/orderstext.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/racebanner.h"
#include "client/widgets/retrybanner.h"
#include "client/widgets/stateline.h"
#include "client/widgets/techniquebuttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushlab::widgets {

using session::ChatClient;

ChatPane::ChatPane(ChatClient &client, Style style, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_model(new MessageModel(MessageModel::defaultCapacity, this))
    , m_techniques(new TechniqueButtons(this))
    , m_counters(new CountersTable(this))
    , m_state(new StateLine(this))
    , m_banner(new RetryBanner(this))
    , m_race(new RaceBanner(this))
    , m_view(new MessageView(this))
    , m_orders(new QLabel(this))
    , m_input(new MessageInput(this))
    , m_send(new QPushButton(this))
    , m_problem(new ProblemLabel(this))
{
    m_model->connectTo(client);
    m_view->setModel(m_model);
    layOut(style);
    follow(client);
    if (style == Style::Full) // the teacher does not run
        connect(&client, &ChatClient::raceReceived, m_race, &RaceBanner::showReceipt);
    retranslate();
    showProblem({});
    showTechnique();
    showCounters();
    showOrders();
    showState(client.state());
}

void ChatPane::layOut(Style style)
{
    const int em = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(em / 2);
    if (style == Style::Full) {
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_techniques);
        column->addWidget(m_counters);
        column->addWidget(m_state);
    } else {
        column->setContentsMargins(em / 2, em / 3, em / 2, em / 2);
        auto *top = new QWidget(this);
        auto *flow = new FlowLayout(top);
        flow->addWidget(m_techniques);
        flow->addWidget(m_state);
        column->addWidget(top);
        m_counters->hide();
    }
    column->addWidget(m_banner);
    column->addWidget(m_race);
    m_view->setMinimumHeight(em * 4);
    column->addWidget(m_view, 1);
    m_orders->setObjectName(QStringLiteral("orders"));
    m_orders->setTextFormat(Qt::PlainText);
    m_orders->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_orders->setFont(bold);
    column->addWidget(m_orders);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_input, 1);
    m_send->setMinimumSize(em * 5, m_input->sizeHint().height());
    bottom->addWidget(m_send, 0, Qt::AlignBottom);
    column->addLayout(bottom);
    column->addWidget(m_problem);
}

void ChatPane::follow(ChatClient &client)
{
    connect(&client, &ChatClient::stateChanged, this, &ChatPane::showState);
    connect(&client, &ChatClient::countersChanged, this, &ChatPane::showCounters);
    connect(&client, &ChatClient::techniqueChanged, this, &ChatPane::showTechnique);
    connect(&client, &ChatClient::classTechniqueChanged, this, &ChatPane::showTechnique);
    connect(&client, &ChatClient::ordersChanged, this, &ChatPane::showOrders);
    connect(m_techniques, &TechniqueButtons::techniqueChosen, &client, &ChatClient::setTechnique);
    connect(m_banner, &RetryBanner::retryNowWanted, &client, &ChatClient::retryNow);
    connect(m_banner, &RetryBanner::pinGiven, &client, &ChatClient::setPin);
    connect(m_view, &MessageView::retryWanted, this, &ChatPane::retry);
    connect(m_view, &MessageView::withdrawalWanted, this, &ChatPane::withdrawalWanted);
    connect(m_view, &MessageView::bytesWanted, this, &ChatPane::bytesWanted);
    connect(m_model, &MessageModel::ownWithdrawn, m_input, &MessageInput::forget);
    connect(m_input, &MessageInput::submitted, this, &ChatPane::send);
    connect(m_input, &MessageInput::problemChanged, this, &ChatPane::showProblem);
    connect(m_send, &QPushButton::clicked, m_input, &MessageInput::submit);
}

void ChatPane::send(const QString &text)
{
    if (m_client.send(text).isEmpty()) {
        showProblem(tr("Not taken: too many messages are still waiting to be sent."));
        return;
    }
    m_input->accepted();
    showProblem({});
}

void ChatPane::retry(const QString &id)
{
    m_model->addPending(id, {}); // shown as pending before the client reports it
    m_client.retry(id);
}

void ChatPane::showProblem(const QString &problem)
{
    m_problem->setProblem(problem);
    m_send->setEnabled(m_input->problem().isEmpty() && m_input->isEnabled());
}

//! What was typed stays, and so does who was about to type.
void ChatPane::showOrders()
{
    m_orders->setText(ordersText(m_client.isFrozen(), m_client.ownOrders()));
    m_orders->setVisible(!m_orders->text().isEmpty());
    const bool maySend = m_isLeading || !(m_client.isFrozen() || m_client.ownOrders().isMuted);
    if (maySend == m_input->isEnabled())
        return;
    m_hadFocus = maySend ? m_hadFocus : m_input->hasFocus();
    m_input->setEnabled(maySend);
    if (maySend && m_hadFocus)
        m_input->setFocus();
    showProblem(m_input->problem());
}

void ChatPane::setLeading(bool isLeading)
{
    m_isLeading = isLeading;
    m_view->setWithdrawable(isLeading);
    showOrders();
}

void ChatPane::setTraceable(bool areTraceable)
{
    m_view->setTraceable(areTraceable);
}

bool ChatPane::showMessage(qint64 seq)
{
    const bool isThere = m_view->showMessage(seq);
    if (isThere)
        m_view->setFocus();
    return isThere;
}

void ChatPane::showTechnique()
{
    m_techniques->setTechnique(m_client.technique());
    m_techniques->setClassTechnique(m_client.classTechnique());
    m_techniques->setOffered(m_client.offeredTechniques());
    showColumns();
}

//! Shows the columns of the techniques that are offered or were used.
void ChatPane::showColumns()
{
    QList<protocol::Technique> shown;
    for (const protocol::Technique technique : protocol::allTechniques) {
        if (technique == m_client.technique() || m_client.offeredTechniques().contains(technique)
            || m_client.counters(technique).requests > 0)
            shown.append(technique);
    }
    m_techniques->setShown(shown);
    m_counters->setShown(shown);
}

void ChatPane::showCounters()
{
    for (const protocol::Technique technique : protocol::allTechniques)
        m_counters->setCounters(technique, m_client.counters(technique));
    showColumns();
}

void ChatPane::showState(const session::ClientState &state)
{
    m_state->setState(state);
    m_banner->setState(state);
}

void ChatPane::focusInput()
{
    m_input->setFocus();
}

QWidget *ChatPane::lastField() const
{
    return m_send;
}

void ChatPane::setCountersShown(bool areShown)
{
    m_counters->setVisible(areShown);
}

void ChatPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChatPane::retranslate()
{
    m_send->setText(tr("Send"));
    showOrders();
}

} // namespace pushlab::widgets
