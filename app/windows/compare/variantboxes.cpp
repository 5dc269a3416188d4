// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/variantboxes.h"

#include "app/windows/compare/variantstyle.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>

namespace pushlab::app {

using compare::Contestant;

ContestantBoxes::ContestantBoxes(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    for (const Contestant contestant : compare::allContestants) {
        auto *box = new QCheckBox(this);
        const int place = int(m_boxes.size());
        grid->addWidget(box, place / 2, place % 2);
        connect(box, &QCheckBox::toggled, this, &ContestantBoxes::changed);
        box->setObjectName(QString::fromLatin1(contestantName(contestant)));
        m_boxes.append(box);
    }
    retranslate();
    colour();
}

QList<Contestant> ContestantBoxes::chosen() const
{
    QList<Contestant> list;
    for (const Contestant contestant : compare::allContestants) {
        if (m_boxes.at(qsizetype(contestant))->isChecked())
            list.append(contestant);
    }
    return list;
}

void ContestantBoxes::setChosen(const QList<Contestant> &contestants)
{
    for (const Contestant contestant : compare::allContestants)
        m_boxes.at(qsizetype(contestant))->setChecked(contestants.contains(contestant));
}

void ContestantBoxes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void ContestantBoxes::retranslate()
{
    for (const Contestant contestant : compare::allContestants)
        m_boxes.at(qsizetype(contestant))->setText(contestantLabel(contestant));
    m_boxes.at(qsizetype(Contestant::TutorialQueue))
        ->setToolTip(tr("Long polling as tutorials write it: one message an answer, from a queue for each browser"));
}

void ContestantBoxes::colour()
{
    for (const Contestant contestant : compare::allContestants)
        m_boxes.at(qsizetype(contestant))->setIcon(contestantIcon(contestant, palette()));
}

} // namespace pushlab::app
