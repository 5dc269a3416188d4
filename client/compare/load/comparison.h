// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/loadround.h"
#include "client/compare/result/runresult.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace pushlab::compare {

//! The host to be measured, and what is known of it.
struct HostAccess
{
    QUrl url;
    bool isOwn = false; //!< it was started for this run, on this machine
    CpuClock cpu; //!< empty: unknown. Called in the load's thread
};

//! The progress of a comparison.
struct Progress
{
    RoundPhase phase = RoundPhase::Connecting;
    QList<Variant> variants; //!< those that are measured now
    int repeat = 0; //!< from 1
    int repeats = 0;
    std::chrono::milliseconds elapsed{};
    std::chrono::milliseconds left{}; //!< estimated
};

//! A run from start to result. Owns the load's thread; lives in the thread of its creator and blocks only in its destructor. Used
//! once.
class Comparison final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Comparison)

public:
    //! The values of \a options must be in their ranges.
    Comparison(RunOptions options, HostAccess host, QObject *parent = nullptr);
    ~Comparison() override;

    void start();
    //! Ends the run soon; finished() follows with the rounds that are complete.
    void stop();

    [[nodiscard]] Progress progress() const;

    //! Approximately how long a run with \a options takes.
    [[nodiscard]] static std::chrono::milliseconds estimatedTime(const RunOptions &options);

Q_SIGNALS:
    void progressed(const pushlab::compare::Progress &progress); //!< at a change of phase, and four times a second
    //! The results so far, beginning with the present measurement; twice a second while measuring.
    void measured(const pushlab::compare::RunResult &soFar);
    void finished(const pushlab::compare::RunResult &result); //!< the last signal
    //! Instead of finished(): the host is unreachable, or has too few connections.
    void failed(const pushlab::compare::RunError &error);

private:
    class Private;
    std::unique_ptr<Private> d; // keeps threads and boxes out of this header
};

} // namespace pushlab::compare
