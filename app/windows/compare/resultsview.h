// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/compare/shownrun.h"

#include <QList>
#include <QScrollArea>

class QCheckBox;
class QGridLayout;
class QLabel;
class QTableView;

namespace pushlab::app {

class ResultModel;
class RunChart;

//! The results of the shown runs: a sentence, the table, and the charts, side by side if there is room.
class ResultsView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultsView)

public:
    explicit ResultsView(QWidget *parent = nullptr);

    //! Shows \a runs; the sentence is about the first one. \a isLive: it is being measured, so there is no verdict yet.
    void setRuns(const QList<ShownRun> &runs, bool isLive);

    //! Shows theory only, in the charts, because nothing is measured yet.
    void setExpected(const compare::RunResult &expected);

    [[nodiscard]] const QList<RunChart *> &charts() const { return m_charts; }
    [[nodiscard]] QTableView &table() const { return *m_table; }
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void showText();
    void showColumns();
    void fitTable();
    void placeCharts();
    void retranslate();
    void colour();

    QLabel *m_sentence;
    QLabel *m_caution;
    ResultModel *m_model;
    QTableView *m_table;
    QCheckBox *m_allColumns;
    QGridLayout *m_grid;
    QList<RunChart *> m_charts;
    QList<ShownRun> m_runs;
    bool m_isLive = false;
    int m_columnsOfCharts = 0;
};

} // namespace pushlab::app
