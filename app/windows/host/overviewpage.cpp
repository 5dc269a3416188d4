// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/overviewpage.h"

#include "app/windows/host/figuresbar.h"
#include "app/windows/host/hoststrips.h"
#include "app/windows/host/techniquecard.h"
#include "client/widgets/figures.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pushlab::app {

OverviewPage::OverviewPage(QWidget *parent)
    : QScrollArea(parent)
    , m_bar(new FiguresBar(this))
    , m_strips(new HostStrips(this))
    , m_cardGrid(new QGridLayout)
    , m_totals(new QLabel(this))
    , m_other(new QLabel(this))
{
    const int em = fontMetrics().height();
    auto *inside = new QWidget;
    m_cardGrid->setSpacing(em / 2);
    for (const protocol::Technique technique : protocol::allTechniques)
        m_cards.append(new TechniqueCard(technique, inside));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->setSpacing(em / 2);
    column->addWidget(m_bar);
    column->addLayout(m_cardGrid);
    column->addWidget(m_strips, 1);
    for (QLabel *label : {m_totals, m_other}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(em * 10);
    setWidget(inside);
    connect(m_bar, &FiguresBar::windowChosen, this, [this](std::chrono::seconds window) {
        m_strips->setWindow(window);
        showFigures();
    });
    connect(m_bar, &FiguresBar::pauseToggled, m_strips, &HostStrips::setPaused);
    connect(m_bar, &FiguresBar::resetWanted, this, [this] {
        m_history.reset();
        showFigures();
        Q_EMIT figuresReset();
    });
    m_strips->setWindow(m_bar->window());
    clear();
}

//! Keeps the page as wide as its content, so that it never scrolls horizontally.
bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    return QScrollArea::eventFilter(watched, event);
}

void OverviewPage::clear()
{
    m_history.clear();
    m_snapshot = {};
    m_strips->clear();
    showFigures();
}

void OverviewPage::setSnapshot(const server::HostSnapshot &snapshot)
{
    const bool isReset = snapshot.resetAt != m_snapshot.resetAt; // by this window or by the teacher's page
    m_snapshot = snapshot;
    m_history.add(snapshot);
    if (isReset)
        m_history.reset();
    m_strips->setSnapshot(snapshot);
    showFigures();
}

QList<server::MemberSnapshot> OverviewPage::members() const
{
    return m_history.members(m_bar->window());
}

void OverviewPage::showFigures()
{
    const auto figures = m_history.figures(m_bar->window());
    m_bar->setCounted(figures ? std::optional(figures->seconds) : std::nullopt);
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        TechniqueFigures none;
        none.members = m_snapshot.techniques.at(size_t(i)).members;
        m_cards.at(i)->setFigures(figures ? figures->techniques.at(size_t(i)) : none, figures ? figures->seconds : 0);
    }
    showCards();
    showTotals();
}

//! Shows the techniques that are offered or were used: side by side, or in two columns when the screen is too small.
void OverviewPage::showCards()
{
    QList<TechniqueCard *> shown;
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const server::TechniqueCounters &counters = m_snapshot.techniques.at(size_t(i));
        if (m_snapshot.settings.techniques.contains(protocol::Technique(i)) || counters.members > 0 || counters.requests > 0)
            shown.append(m_cards.at(i));
    }
    if (shown == m_shownCards)
        return;
    m_shownCards = shown;
    for (TechniqueCard *card : std::as_const(m_cards))
        m_cardGrid->removeWidget(card);
    constexpr int mostAbreast = 3;
    const int columns = shown.size() > mostAbreast ? 2 : mostAbreast;
    for (int i = 0; i < int(shown.size()); ++i)
        m_cardGrid->addWidget(shown.at(i), i / columns, i % columns);
    for (TechniqueCard *card : std::as_const(m_cards))
        card->setVisible(shown.contains(card));
    for (int i = 0; i < mostAbreast; ++i)
        m_cardGrid->setColumnStretch(i, i < std::min(columns, int(shown.size())) ? 1 : 0);
}

void OverviewPage::showTotals()
{
    const auto figures = m_history.figures(m_bar->window());
    const server::OtherCounters other = figures ? figures->other : server::OtherCounters();
    m_totals->setText(tr("Messages since the start: %1 · Rooms: %2")
                          .arg(widgets::countText(m_snapshot.messages), widgets::countText(m_snapshot.rooms)));
    m_other->setText(tr("Pages, files and measurements, held against no technique. Requests: %1 · %2")
                         .arg(widgets::countText(other.requests), widgets::bytesText(double(other.bytesUp + other.bytesDown))));
}

void OverviewPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTotals();
}

} // namespace pushlab::app
