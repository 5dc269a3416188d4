// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/activitypanel.h"

#include "client/session/delayreporter.h"
#include "client/widgets/figures.h"
#include "client/widgets/stripchart.h"
#include "client/widgets/techniquestyle.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;
using session::ChatClient;

namespace {

constexpr auto stepPause = 250ms;
constexpr int rows = 8;

} // namespace

ActivityPanel::ActivityPanel(ChatClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_title(new QLabel(this))
    , m_clocks(new QLabel(this))
    , m_strip(new StripChart(
          StripChart::Style::Dots, [] { return tr("Delay of each message"); }, measuredDelay, this, StripChart::Scale::Logarithmic))
{
    const int em = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em / 2);
    grid->setVerticalSpacing(em / 5);
    makeTable(*grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 2, 0, 0, 0);
    column->setSpacing(em / 2);
    column->addWidget(m_title);
    column->addLayout(grid);
    m_clocks->setTextFormat(Qt::PlainText);
    m_clocks->setWordWrap(true);
    column->addWidget(m_clocks);
    column->addWidget(m_strip, 1);
    m_strip->setMinimumWidth(em * 16);
    m_clock.start();
    m_time.setInterval(stepPause);
    m_time.callOnTimeout(this, [this] { m_strip->setNow(seconds()); });
    connect(&client, &ChatClient::messagesReceived, this, &ActivityPanel::addDelays);
    connect(&client, &ChatClient::countersChanged, this, &ActivityPanel::showCounters);
    retranslate();
}

void ActivityPanel::makeTable(QGridLayout &grid)
{
    for (int row = 0; row <= rows; ++row) {
        auto *caption = new QLabel(this);
        grid.addWidget(caption, row, 0);
        if (row > 0)
            m_captions.append(caption);
        for (int column = 0; column < int(protocol::allTechniques.size()); ++column) {
            auto *label = new QLabel(this);
            label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid.addWidget(label, row, column + 1);
            (row == 0 ? m_heads : m_values).append(label);
        }
    }
    grid.setColumnStretch(0, 1);
}

void ActivityPanel::addDelays(const QList<session::Received> &messages)
{
    for (const session::Received &received : messages) {
        if (received.delay)
            m_strip->add(received.technique, seconds(), std::max(0.0, *received.delay), received.uncertainty);
    }
}

void ActivityPanel::showCounters()
{
    if (!isVisible())
        return; // showEvent() will update it
    QStringList cells;
    const auto addRow = [&](const std::function<QString(const session::ClientCounters &)> &text) {
        for (const Technique technique : protocol::allTechniques)
            cells += text(m_client.counters(technique));
    };
    addRow([](const auto &counters) { return countText(counters.requests); });
    addRow([](const auto &counters) { return countText(counters.empty); });
    addRow([](const auto &counters) { return countText(counters.delivered); });
    addRow([](const auto &counters) { return countText(counters.sends); });
    for (const double quantile : {0.5, 0.95}) {
        addRow([quantile](const auto &counters) {
            const protocol::DelayHistogram &delays = counters.delays;
            return delays.isEmpty() ? u"–"_s
                                    : measuredDelay(session::toMilliseconds(delays.quantile(quantile)), counters.uncertainty);
        });
    }
    addRow([](const auto &counters) { return countText(counters.delays.count()); });
    addRow([](const auto &counters) { return countText(counters.setAside); });
    showCells(cells);
    const auto uncertainty = m_client.clockUncertainty();
    m_clocks->setText(uncertainty ? tr("Each delay is known to ± %1.").arg(delayText(*uncertainty)) : QString());
}

//! Shows a column for each technique that is offered or was used.
void ActivityPanel::showColumns()
{
    for (qsizetype i = 0; i < m_heads.size(); ++i) {
        const Technique technique = protocol::allTechniques.at(std::size_t(i));
        const bool isShown = m_client.offeredTechniques().contains(technique) || technique == m_client.technique()
            || m_client.counters(technique).requests > 0;
        m_heads.at(i)->setVisible(isShown);
        for (qsizetype cell = i; cell < m_values.size(); cell += m_heads.size())
            m_values.at(cell)->setVisible(isShown);
    }
}

void ActivityPanel::showCells(const QStringList &cells)
{
    showColumns();
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        QLabel *const label = m_values.at(i);
        label->setText(cells.at(i));
        const qsizetype techniques = m_heads.size();
        label->setAccessibleName(techniqueTitle(protocol::allTechniques.at(std::size_t(i % techniques))) + u", "_s
                                 + m_captions.at(i / techniques)->text() + u": "_s + cells.at(i));
    }
}

void ActivityPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showCounters();
    m_time.start();
}

void ActivityPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_time.stop();
}

void ActivityPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ActivityPanel::retranslate()
{
    m_title->setText(tr("What is happening"));
    const QStringList captions{tr("Requests"),  tr("Empty answers"), tr("Received"),        tr("Sent"),
                               tr("Delay p50"), tr("Delay p95"),     tr("Delays measured"), tr("Set aside")};
    for (qsizetype i = 0; i < captions.size(); ++i)
        m_captions.at(i)->setText(captions.at(i));
    for (const Technique technique : protocol::allTechniques)
        m_heads.at(qsizetype(technique))->setText(techniqueShortTitle(technique));
    showCounters();
}

} // namespace pushlab::widgets
