// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runlistmodel.h"

#include "client/compare/text/runtext.h"
#include "client/widgets/shownname.h"

#include <algorithm>

namespace pushlab::app {

int RunListModel::add(const compare::RunResult &result, const QString &name)
{
    while (m_runs.size() >= maxRuns)
        remove(0);
    const int row = int(m_runs.size());
    beginInsertRows({}, row, row);
    m_runs.append({name.isEmpty() ? freeName() : name, result, false});
    endInsertRows();
    return row;
}

QString RunListModel::freeName()
{
    const auto isTaken = [this](const QString &name) {
        return std::any_of(m_runs.cbegin(), m_runs.cend(), [&name](const Run &run) { return run.name == name; });
    };
    QString name;
    do
        name = tr("Run %1").arg(++m_made);
    while (isTaken(name));
    return name;
}

void RunListModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_runs.removeAt(row);
    endRemoveRows();
}

QList<ShownRun> RunListModel::shownWith(int current) const
{
    QList<ShownRun> shown;
    if (current >= 0 && current < m_runs.size())
        shown.append({m_runs.at(current).name, m_runs.at(current).result, true});
    for (int row = 0; row < m_runs.size(); ++row) {
        if (row != current && m_runs.at(row).isOverlaid)
            shown.append({m_runs.at(row).name, m_runs.at(row).result, false});
    }
    return shown;
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Run &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return widgets::shownName(run.name);
    case Qt::EditRole:
        return run.name;
    case Qt::CheckStateRole:
        return int(run.isOverlaid ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(compare::optionsText(run.result.options));
    default:
        return {};
    }
}

bool RunListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Run &run = m_runs[index.row()];
    if (role == Qt::CheckStateRole) {
        run.isOverlaid = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && !value.toString().trimmed().isEmpty()) {
        run.name = value.toString().trimmed();
        Q_EMIT renamed(index.row());
    } else {
        return false;
    }
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags RunListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

} // namespace pushlab::app
