// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/figuresview.h"

#include "app/windows/projector/figurecard.h"
#include "app/windows/projector/projectorcontent.h"

#include <QGridLayout>

namespace pushlab::app {

namespace {

constexpr int mostInOneRow = 3;

} // namespace

FiguresView::FiguresView(QWidget *parent) : ProjectorView(parent)
{
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (const protocol::Technique technique : protocol::allTechniques) {
        m_cards.append(new FigureCard(technique, this));
        m_cards.constLast()->hide();
    }
}

void FiguresView::take(const ProjectorContent &content)
{
    QList<FigureCard *> shown;
    for (const protocol::Technique technique : protocol::allTechniques) {
        if (content.snapshot.settings.techniques.contains(technique))
            shown.append(m_cards.at(qsizetype(technique)));
    }
    arrange(shown);
    if (m_isPaused)
        return;
    for (FigureCard *const card : std::as_const(m_cards)) {
        TechniqueFigures none;
        none.members = content.snapshot.techniques.at(size_t(card->technique())).members;
        card->setFigures(content.figures ? content.figures->techniques.at(size_t(card->technique())) : none);
    }
}

//! Side by side, or in two rows when there are many.
void FiguresView::arrange(const QList<FigureCard *> &shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    auto *const grid = static_cast<QGridLayout *>(layout());
    for (FigureCard *const card : std::as_const(m_cards))
        grid->removeWidget(card);
    const int columns = shown.size() > mostInOneRow ? 2 : std::max(1, int(shown.size()));
    for (int i = 0; i < int(shown.size()); ++i) {
        shown.at(i)->setStacked(columns > 2);
        grid->addWidget(shown.at(i), i / columns, i % columns);
    }
    for (int i = 0; i < mostInOneRow; ++i)
        grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (FigureCard *const card : std::as_const(m_cards))
        card->setVisible(shown.contains(card));
}

QString FiguresView::title() const
{
    return tr("What each technique costs");
}

void FiguresView::resizeParts()
{
    layout()->setSpacing(textSize() / 2);
    for (FigureCard *const card : std::as_const(m_cards))
        card->setTextSize(textSize());
}

} // namespace pushlab::app
