// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/raceview.h"

#include "app/windows/projector/projectorcontent.h"
#include "client/widgets/figures.h"
#include "client/widgets/photofinish.h"
#include "client/widgets/racetext.h"
#include "client/widgets/techniquestyle.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::app {

namespace {

constexpr double photoContrast = 7; // of its texts

} // namespace

RaceView::RaceView(QWidget *parent)
    : ProjectorView(parent), m_state(addText(1.1, true)), m_verdict(addText(1)), m_picture(new widgets::PhotoFinish(this))
{
    m_picture->setTextContrast(photoContrast);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLabel *const label : {m_state, m_verdict}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_picture, 1);
    auto *const ranking = new QGridLayout;
    for (int i = 0; i < int(m_places.size()); ++i) {
        Place &row = m_places.at(size_t(i));
        row = {addText(1, true), addText(1, true), addText(1)};
        ranking->addWidget(row.place, i, 0);
        ranking->addWidget(row.name, i, 1);
        ranking->addWidget(row.median, i, 2);
    }
    ranking->setColumnStretch(2, 1);
    column->addLayout(ranking);
    showRace();
}

void RaceView::take(const ProjectorContent &content)
{
    m_race = content.snapshot.race;
    m_now = content.snapshot.now;
    showRace();
}

void RaceView::clear()
{
    m_race.reset();
    showRace();
}

void RaceView::showRace()
{
    const protocol::Race race = m_race.value_or(protocol::Race());
    m_picture->setRace(race);
    m_state->setText(m_race ? widgets::raceStateText(race, m_now) : QString());
    m_verdict->setText(race.isOpen ? QString() : widgets::raceVerdictText(race));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    for (qsizetype i = 0; i < qsizetype(m_places.size()); ++i) {
        const Place &row = m_places.at(size_t(i));
        const bool isThere = i < race.groups.size();
        for (QLabel *const label : {row.place, row.name, row.median})
            label->setVisible(isThere);
        if (!isThere)
            continue;
        const protocol::RaceGroup &group = race.groups.at(i);
        row.place->setText(widgets::racePlaceText(group.place, group.isTied));
        row.name->setText(widgets::techniqueTitle(group.technique));
        row.median->setText(tr("median %1").arg(widgets::measuredDelay(group.median, group.uncertainty)));
    }
}

QString RaceView::title() const
{
    return tr("Photo finish");
}

void RaceView::resizeParts()
{
    layout()->setSpacing(textSize() / 4);
    auto *const ranking = static_cast<QGridLayout *>(layout()->itemAt(layout()->count() - 1)->layout());
    ranking->setHorizontalSpacing(textSize());
    ranking->setVerticalSpacing(0);
    m_picture->updateGeometry();
}

} // namespace pushlab::app
