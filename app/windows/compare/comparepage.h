// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hostedcomparison.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

class ForecastView;
class ResultsView;
class RunExport;
class RunForm;
class RunsPanel;

//! Compares the techniques, like `pushlab compare`: options on the left, runs and results on the right. Used as the tab "Compare"
//! and in the window of that name.
class ComparePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparePage)

public:
    explicit ComparePage(QWidget *parent = nullptr);
    ~ComparePage() override; //!< ends a run

    //! The URL of the host that runs in this window; empty: none.
    void setClassHost(const QUrl &url);

    [[nodiscard]] bool isRunning() const { return m_comparison != nullptr; }
    [[nodiscard]] bool isOfClass() const { return m_isOfClass; } //!< whether the present or last run measures that host
    [[nodiscard]] RunForm &form() const { return *m_form; }
    [[nodiscard]] RunsPanel &runs() const { return *m_runs; }
    [[nodiscard]] ResultsView &results() const { return *m_results; }
    [[nodiscard]] RunExport &exporter() const { return *m_export; }

public Q_SLOTS:
    void start();
    void stop(); //!< ends the run soon, with what there is

Q_SIGNALS:
    void runChanged(); //!< a run has started or ended
    void runFinished();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *leftColumn();
    [[nodiscard]] QWidget *rightColumn();
    void follow();
    void showForm();
    void showProgress(const compare::Progress &progress);
    void showLive(const compare::RunResult &soFar);
    void showRuns();
    void take(const compare::RunResult &result);
    void fail(const compare::RunError &error);
    void end();
    void retranslate();

    RunForm *m_form;
    ForecastView *m_forecast;
    QPushButton *m_start;
    QProgressBar *m_bar;
    QLabel *m_progress;
    widgets::ProblemLabel *m_problem;
    RunsPanel *m_runs;
    ResultsView *m_results;
    RunExport *m_export;
    QUrl m_classHost;
    bool m_isOfClass = false;
    std::unique_ptr<HostedComparison> m_comparison; // exists while it runs
};

} // namespace pushlab::app
