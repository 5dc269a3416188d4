// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/compareoptions.h"
#include "app/exitcode.h"
#include "app/hostedcomparison.h"
#include "app/progressline.h"

#include <QObject>

#include <memory>

namespace pushlab::app {

//! `pushlab compare`: runs the comparison, prints the result and writes the files. Ends the application with one of ExitCode.
//! Lives in the main thread; needs only a QCoreApplication.
class CompareRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareRunner)

public:
    explicit CompareRunner(CompareCommand command, QObject *parent = nullptr);
    ~CompareRunner() override;

    void start();
    //! Ends the run soon, with the results so far.
    void stop();

private:
    void runNext();
    void take(const compare::RunResult &result);
    void fail(const compare::RunError &error);
    void report();
    void reportRun(const compare::RunResult &result);
    void reportSweep();
    void keep(const QString &path, const QByteArray &contents);
    void finish(ExitCode code);

    CompareCommand m_command;
    QList<compare::RunOptions> m_plan; // a single run, or the runs of a sweep
    QList<compare::RunResult> m_results;
    std::unique_ptr<HostedComparison> m_comparison;
    ProgressLine m_progress;
    bool m_isInterrupted = false;
    bool m_couldNotWrite = false;
};

} // namespace pushlab::app
