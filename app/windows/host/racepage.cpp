// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/racepage.h"

#include "app/classroom/classroom.h"
#include "app/windows/card.h"
#include "client/widgets/figures.h"
#include "client/widgets/photofinish.h"
#include "client/widgets/racetext.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A table to be read only, whose column \a stretched takes what the others leave.
QTableWidget *makeRaceTable(int columns, int stretched, QWidget *parent)
{
    auto *const table = new QTableWidget(0, columns, parent);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    return table;
}

//! Cells with digits stand to the right.
void setRaceCell(QTableWidget &table, int row, int column, const QString &text, bool isNumber, const QIcon &icon = {})
{
    QTableWidgetItem *item = table.item(row, column);
    if (!item) {
        item = new QTableWidgetItem;
        table.setItem(row, column, item);
    }
    item->setText(text);
    item->setToolTip(widgets::plainToolTip(text));
    item->setIcon(icon);
    item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

RacePage::RacePage(Classroom &classroom, QTabWidget &tabs)
    : QScrollArea(&tabs)
    , m_tabs(tabs)
    , m_front(tabs.widget(0))
    , m_state(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_picture(new widgets::PhotoFinish(this))
    , m_groups(makeRaceTable(6, 1, this))
    , m_members(makeRaceTable(4, 1, this))
    , m_note(new QLabel(this))
{
    const int em = fontMetrics().height();
    m_state->setObjectName(u"raceState"_s);
    m_groups->setObjectName(u"raceGroups"_s);
    m_members->setObjectName(u"raceMembers"_s);
    m_state->setFont(scaledFont(font(), 1.3, true));
    m_verdict->setFont(scaledFont(font(), 1.1, true));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->setSpacing(em / 2);
    for (QLabel *label : {m_state, m_verdict, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    column->addWidget(m_state);
    column->addWidget(m_verdict);
    column->addWidget(m_groups);
    column->addWidget(m_picture, 1);
    m_members->setMinimumHeight(em * 8);
    column->addWidget(m_members, 1);
    column->addWidget(m_note);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setMinimumHeight(em * 10);
    setWidget(inside);
    tabs.addTab(this, QString());
    connect(&classroom, &Classroom::snapshotTaken, this, &RacePage::setSnapshot);
    connect(&classroom, &Classroom::started, this, &RacePage::clear);
    retranslate();
}

void RacePage::setSnapshot(const server::HostSnapshot &snapshot)
{
    m_now = snapshot.now;
    const bool isNew = snapshot.race && (!m_race || m_race->number != snapshot.race->number);
    if (m_race == snapshot.race) {
        showState();
        return;
    }
    m_race = snapshot.race;
    showRace();
    if (isNew)
        bringUp();
}

void RacePage::bringUp()
{
    if (m_tabs.currentWidget() == m_front)
        m_tabs.setCurrentWidget(this);
}

void RacePage::clear()
{
    m_race.reset();
    showRace();
}

void RacePage::showRace()
{
    const protocol::Race race = m_race.value_or(protocol::Race());
    m_picture->setRace(race);
    fillGroups();
    fillMembers();
    for (QWidget *part : std::initializer_list<QWidget *>{m_picture, m_groups, m_members, m_note})
        part->setVisible(m_race.has_value());
    m_verdict->setText(race.isOpen ? QString() : widgets::raceVerdictText(race));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    showState();
}

void RacePage::showState()
{
    m_state->setText(m_race ? widgets::raceStateText(*m_race, m_now)
                            : tr("“Race” above sends one message to everybody at once. Here you see who has it when."));
}

void RacePage::fillGroups()
{
    const QList<protocol::RaceGroup> groups = m_race ? m_race->groups : QList<protocol::RaceGroup>();
    m_groups->setRowCount(int(groups.size()));
    for (int row = 0; row < int(groups.size()); ++row) {
        const protocol::RaceGroup &group = groups.at(row);
        setRaceCell(*m_groups, row, 0, widgets::racePlaceText(group.place, group.isTied), false);
        setRaceCell(*m_groups, row, 1, widgets::techniqueTitle(group.technique), false,
                    widgets::techniqueIcon(group.technique, palette()));
        setRaceCell(*m_groups, row, 2, widgets::countText(group.members), true);
        setRaceCell(*m_groups, row, 3, widgets::delayText(group.first), true);
        setRaceCell(*m_groups, row, 4, widgets::measuredDelay(group.median, group.uncertainty), true);
        setRaceCell(*m_groups, row, 5, widgets::delayText(group.last), true);
    }
    int height = m_groups->horizontalHeader()->sizeHint().height() + 2 * m_groups->frameWidth();
    for (int row = 0; row < m_groups->rowCount(); ++row)
        height += m_groups->rowHeight(row);
    m_groups->setFixedHeight(height);
}

void RacePage::fillMembers()
{
    const QList<protocol::RaceReceipt> receipts = m_race ? m_race->receipts : QList<protocol::RaceReceipt>();
    const int shown = int(std::min(receipts.size(), protocol::maxListedReceipts));
    m_members->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const protocol::RaceReceipt &receipt = receipts.at(row);
        const QString name = receipt.name.isEmpty() ? tr("(no name)") : widgets::shownName(receipt.name);
        setRaceCell(*m_members, row, 0, widgets::racePlaceText(receipt.place, receipt.isTied), false);
        setRaceCell(*m_members, row, 1, name, false);
        setRaceCell(*m_members, row, 2, widgets::techniqueTitle(receipt.technique), false,
                    widgets::techniqueIcon(receipt.technique, palette()));
        setRaceCell(*m_members, row, 3, receipt.place > 0 ? widgets::measuredDelay(*receipt.delay, receipt.uncertainty) : u"–"_s,
                    true);
    }
}

void RacePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showRace(); // the techniques' marks have a rim
}

void RacePage::retranslate()
{
    m_tabs.setTabText(m_tabs.indexOf(this), tr("Race"));
    m_groups->setHorizontalHeaderLabels({tr("Place"), tr("Technique"), tr("Members"), tr("First"), tr("Median"), tr("Last")});
    m_members->setHorizontalHeaderLabels({tr("Place"), tr("Name"), tr("Technique"), tr("Delay")});
    setAccessibleName(tr("Race"));
    m_groups->setAccessibleName(tr("Race: ranking of the techniques"));
    m_members->setAccessibleName(tr("Race: members in order"));
    m_note->setText(
        tr("Each client says when it had the message, on the host's clock, which it knows to ±. Who differs by no more than "
           "both are uncertain is tied. “–”: a hidden tab, or a clock that is not known yet."));
    showRace();
}

} // namespace pushlab::app
