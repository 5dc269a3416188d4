// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/membersview.h"

#include "app/windows/memberstablemodel.h"
#include "client/widgets/contrast.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSettings>
#include <QSortFilterProxyModel>

#include <array>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString columnsKey = u"host/members-columns"_s;
}

MembersView::MembersView(QWidget *parent)
    : QTableView(parent)
    , m_model(new MembersTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(MembersTableModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    setSortingEnabled(true);
    sortByColumn(MembersTableModel::NameColumn, Qt::AscendingOrder);
    restoreColumns();
    setAccessibleName(tr("Members"));
}

void MembersView::setMembers(const QList<server::MemberSnapshot> &members)
{
    m_model->update(members);
}

void MembersView::saveColumns() const
{
    QSettings().setValue(columnsKey, horizontalHeader()->saveState());
}

void MembersView::restoreColumns()
{
    const int em = fontMetrics().averageCharWidth();
    constexpr std::array widths{12, 17, 14, 10, 10, 15}; // in characters, by column
    for (int column = 0; column < MembersTableModel::ColumnCount; ++column)
        setColumnWidth(column, widths.at(size_t(column)) * em);
    horizontalHeader()->restoreState(QSettings().value(columnsKey).toByteArray());
}

void MembersView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_model->retranslate();
    setAccessibleName(tr("Members"));
}

void MembersView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(widgets::quietText(palette()));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nobody has joined yet"));
}

} // namespace pushlab::app
