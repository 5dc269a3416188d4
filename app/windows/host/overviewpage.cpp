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

namespace {

constexpr int mostCardEms = 22; // the width of a card

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QScrollArea(parent)
    , m_bar(new FiguresBar(this))
    , m_strips(new HostStrips(this))
    , m_body(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_cardArea(new QWidget(this))
    , m_cardGrid(new QGridLayout(m_cardArea))
    , m_totals(new QLabel(this))
    , m_other(new QLabel(this))
{
    const int em = fontMetrics().height();
    auto *inside = new QWidget;
    m_cardGrid->setSpacing(em / 2);
    m_cardGrid->setContentsMargins(0, 0, 0, 0);
    for (const protocol::Technique technique : protocol::allTechniques)
        m_cards.append(new TechniqueCard(technique, m_cardArea));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->setSpacing(em / 2);
    column->addWidget(m_bar);
    m_body->setSpacing(em / 2);
    m_body->addWidget(m_cardArea);
    m_body->addWidget(m_strips, 1);
    column->addLayout(m_body, 1);
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
    setAccessibleName(tr("Overview"));
    clear();
}

//! Keeps the page as wide as its content, so that it never scrolls horizontally.
bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        setMinimumWidth(leastWidth());
        placeCards(); // they may need more room than they did
    }
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

std::optional<WindowFigures> OverviewPage::figures() const
{
    return m_history.figures(m_bar->window());
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

//! Shows the techniques that are offered or were used.
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
    m_abreast = 0;
    placeCards();
}

//! Of the one that has most to say.
int OverviewPage::leastCardWidth() const
{
    int width = m_cards.constFirst()->minimumSizeHint().width();
    for (const TechniqueCard *const card : m_shownCards)
        width = std::max(width, card->minimumSizeHint().width());
    return width;
}

//! Side by side as far as there is room, all rows alike.
int OverviewPage::cardsAbreast() const
{
    const int cards = std::max(1, int(m_shownCards.size()));
    const int em = fontMetrics().height();
    if (m_isWide)
        return cards * (m_cards.constFirst()->sizeHint().height() + em / 2) <= viewport()->height() - 6 * em ? 1 : 2;
    const int room = (viewport()->width() - em / 2) / (leastCardWidth() + em / 2);
    const int abreast = std::clamp(room, 1, cards);
    const int rows = (cards + abreast - 1) / abreast;
    return (cards + rows - 1) / rows;
}

void OverviewPage::placeCards()
{
    const int abreast = cardsAbreast();
    if (abreast == m_abreast)
        return;
    m_abreast = abreast;
    for (TechniqueCard *card : std::as_const(m_cards)) {
        m_cardGrid->removeWidget(card);
        card->setVisible(m_shownCards.contains(card));
    }
    for (int i = 0; i < int(m_shownCards.size()); ++i)
        m_cardGrid->addWidget(m_shownCards.at(i), i / abreast, i % abreast);
    for (int i = 0; i < int(m_cards.size()); ++i)
        m_cardGrid->setColumnStretch(i, i < abreast ? 1 : 0);
    for (int i = 0; i <= int(m_cards.size()); ++i)
        m_cardGrid->setRowStretch(i, m_isWide && i > (int(m_shownCards.size()) - 1) / abreast ? 1 : 0);
    // So that a value never stands far from its caption.
    m_cardArea->setMaximumWidth(abreast * fontMetrics().height() * mostCardEms);
}

void OverviewPage::setWide(bool isWide)
{
    m_isWide = isWide;
    m_abreast = 0;
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setStretchFactor(m_strips, 1);
    placeCards();
}

int OverviewPage::comfortableWidth() const
{
    const int em = fontMetrics().height();
    return 3 * (m_cards.constFirst()->minimumSizeHint().width() + em / 2) + em + verticalScrollBar()->sizeHint().width();
}

//! For one card.
int OverviewPage::leastWidth() const
{
    const int em = fontMetrics().height();
    return std::max(leastCardWidth(), m_bar->minimumSizeHint().width()) + em + verticalScrollBar()->sizeHint().width();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    placeCards();
    QScrollArea::resizeEvent(event);
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
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Overview"));
        showTotals();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        m_abreast = 0;
        placeCards();
    }
}

} // namespace pushlab::app
