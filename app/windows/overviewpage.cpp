// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/overviewpage.h"

#include "app/windows/hoststrips.h"
#include "app/windows/techniquecard.h"
#include "client/widgets/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <chrono>

namespace pushlab::app {

using namespace std::chrono_literals;

namespace {
constexpr auto cardWindow = 60s;
}

OverviewPage::OverviewPage(QWidget *parent)
    : QScrollArea(parent)
    , m_strips(new HostStrips(this))
    , m_totals(new QLabel(this))
    , m_other(new QLabel(this))
{
    const int em = fontMetrics().height();
    auto *cards = new QHBoxLayout;
    cards->setSpacing(em / 2);
    for (const protocol::Technique technique : protocol::allTechniques) {
        auto *card = new TechniqueCard(technique, this);
        cards->addWidget(card, 1);
        m_cards.append(card);
    }
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->setSpacing(em / 2);
    column->addLayout(cards);
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
    clear();
}

//! As wide as what is inside: nothing scrolls sideways.
bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    return QScrollArea::eventFilter(watched, event);
}

void OverviewPage::clear()
{
    m_requests.fill(RateMeter(cardWindow), qsizetype(protocol::allTechniques.size()));
    m_snapshot = {};
    m_strips->clear();
    for (TechniqueCard *card : m_cards) {
        card->setDelays({});
        card->setFigures({}, std::nullopt);
    }
    showTotals();
}

void OverviewPage::setSnapshot(const server::HostSnapshot &snapshot)
{
    m_snapshot = snapshot;
    m_strips->setSnapshot(snapshot);
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const server::TechniqueCounters &counters = snapshot.techniques.at(size_t(i));
        m_requests[i].add(snapshot.now, double(counters.requests));
        const auto rate = m_requests.at(i).perSecond();
        m_cards.at(i)->setDelays(snapshot.delays.at(size_t(i)));
        m_cards.at(i)->setFigures(counters, rate ? std::optional(*rate * 60) : std::nullopt);
    }
    showTotals();
}

void OverviewPage::showTotals()
{
    m_totals->setText(tr("Messages: %1 · Rooms: %2")
                          .arg(widgets::countText(m_snapshot.messages), widgets::countText(m_snapshot.rooms)));
    m_other->setText(tr("Pages, files and measurements, held against no technique. Requests: %1 · %2")
                         .arg(widgets::countText(m_snapshot.other.requests),
                              widgets::bytesText(double(m_snapshot.other.bytesUp + m_snapshot.other.bytesDown))));
}

void OverviewPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTotals();
}

} // namespace pushlab::app
