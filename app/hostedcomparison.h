// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/comparison.h"

#include <QObject>

#include <memory>

namespace pushlab::server {
class Host;
}

namespace pushlab::app {

//! A run, and the command line that reproduces it.
struct RunSpec
{
    compare::RunOptions options;
    QString commandLine; //!< that does the same
};

//! A comparison with the host that it needs: one that is started in the background, unless the options name another. Adds to the
//! result where and how it was measured. Lives in the main thread; used once.
class HostedComparison final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostedComparison)

public:
    explicit HostedComparison(RunSpec spec, QObject *parent = nullptr);
    ~HostedComparison() override;

    void start();
    //! Ends the run soon with the results so far; finished() or failed() follows.
    void stop();

Q_SIGNALS:
    void progressed(const pushlab::compare::Progress &progress);
    void measured(const pushlab::compare::RunResult &soFar);
    void finished(const pushlab::compare::RunResult &result); //!< the last signal
    void failed(const pushlab::compare::RunError &error); //!< instead of finished()

private:
    void startHost();
    void begin(const QUrl &host);
    void take(compare::RunResult result);

    RunSpec m_spec;
    std::unique_ptr<server::Host> m_host; // null when another host is measured
    std::unique_ptr<compare::Comparison> m_comparison;
    QString m_started;
    bool m_isStopped = false;
};

} // namespace pushlab::app
