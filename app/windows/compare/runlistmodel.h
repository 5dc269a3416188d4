// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/shownrun.h"

#include <QAbstractListModel>

namespace pushlab::app {

//! A list of runs: each has a name that can be changed, and a check box that shows it together with the current one. Bounded: the
//! oldest are removed.
class RunListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    static constexpr int maxRuns = 50;

    explicit RunListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    //! Appends a run and returns its row. With an empty \a name: "Run 3", with the next free number.
    int add(const compare::RunResult &result, const QString &name = {});
    void remove(int row);

    [[nodiscard]] const compare::RunResult &result(int row) const { return m_runs.at(row).result; }
    [[nodiscard]] QString name(int row) const { return m_runs.at(row).name; }
    //! The run in row \a current, then the checked ones.
    [[nodiscard]] QList<ShownRun> shownWith(int current) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    //! Sets the file of the run in \a row; empty: it is not stored.
    void setFile(int row, const QString &file) { m_runs[row].file = file; }
    [[nodiscard]] QString file(int row) const { return m_runs.at(row).file; }

Q_SIGNALS:
    void renamed(int row);

private:
    [[nodiscard]] QString freeName();

    struct Run
    {
        QString name;
        compare::RunResult result;
        bool isOverlaid = false;
        QString file{};
    };
    QList<Run> m_runs;
    int m_made = 0; // number of runs so far, for their names
};

} // namespace pushlab::app
