// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/resultcolumns.h"
#include "app/windows/compare/shownrun.h"

#include <QAbstractTableModel>

namespace pushlab::app {

//! The results of runs: one row for each variant of each run. Its vertical header names the variants.
class ResultModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultModel)

public:
    explicit ResultModel(QObject *parent = nullptr);

    void setRuns(const QList<ShownRun> &runs);
    void retranslate();

    [[nodiscard]] const QList<ResultColumn> &columns() const { return m_columns; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString run;
        compare::VariantResult result;
        double clockDoubt = 0; // uncertainty of the run's delays, ± ms
    };
    QList<Row> m_rows;
    QList<ResultColumn> m_columns;
};

} // namespace pushlab::app
