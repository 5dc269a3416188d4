// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/resultmodel.h"

#include "app/windows/compare/variantstyle.h"
#include "client/widgets/contrast.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

ResultModel::ResultModel(QObject *parent) : QAbstractTableModel(parent), m_columns(resultColumns()) {}

void ResultModel::setRuns(const QList<ShownRun> &runs)
{
    QList<Row> rows;
    for (const ShownRun &run : runs) {
        for (const compare::VariantResult &one : run.result.variants)
            rows.append({runs.size() > 1 ? run.name : QString(), one, run.result.clockDoubt()});
    }
    const bool isSameShape = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        return a.run == b.run && a.result.variant == b.result.variant;
    });
    if (!isSameShape) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (!rows.isEmpty()) { // for a run in progress: the selection is kept
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(m_columns.size()) - 1));
    }
}

void ResultModel::retranslate()
{
    m_columns = resultColumns();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
    if (m_rows.isEmpty())
        return;
    Q_EMIT headerDataChanged(Qt::Vertical, 0, int(m_rows.size()) - 1);
    Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(m_columns.size()) - 1));
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ResultColumn &column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(m_rows.at(index.row()).result, m_rows.at(index.row()).clockDoubt);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column.kind != ResultColumn::Kind::Measured)
            return widgets::quietText(QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title;
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    }
    if (section < 0 || section >= m_rows.size())
        return {};
    const Row &row = m_rows.at(section);
    if (role == Qt::DisplayRole)
        return seriesName(row.result.variant, row.run);
    return role == Qt::DecorationRole ? QVariant(variantIcon(row.result.variant, QGuiApplication::palette())) : QVariant();
}

} // namespace pushlab::app
