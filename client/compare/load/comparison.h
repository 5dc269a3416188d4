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

//! The host to measure.
struct HostAccess
{
    QUrl url;
    bool isOwn = false; //!< started for this run, on this machine
    CpuClock cpu; //!< empty: unknown. Called in the load's thread
};

//! How far a comparison is.
struct Progress
{
    RoundPhase phase = RoundPhase::Connecting;
    QList<Variant> variants; //!< that are measured now
    int repeat = 0; //!< from 1
    int repeats = 0;
    std::chrono::milliseconds elapsed{};
    std::chrono::milliseconds left{}; //!< estimated
};

//! A run from its start to its result. Owns the load's thread, lives in the thread of its creator and never waits but in its
//! destructor. Used once.
class Comparison final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Comparison)

public:
    //! \a options must be in range.
    Comparison(RunOptions options, HostAccess host, QObject *parent = nullptr);
    ~Comparison() override;

    void start();
    //! Ends soon; finished() follows with the rounds that were complete.
    void stop();

    [[nodiscard]] Progress progress() const;

    //! How long \a options will take, about.
    [[nodiscard]] static std::chrono::milliseconds estimatedTime(const RunOptions &options);

Q_SIGNALS:
    void progressed(const pushlab::compare::Progress &progress); //!< at a change of phase, and four times a second
    //! What there is so far, with the measurement under way in front; twice a second while something is measured.
    void measured(const pushlab::compare::RunResult &soFar);
    void finished(const pushlab::compare::RunResult &result); //!< the last signal
    void failed(const pushlab::compare::RunError &error); //!< instead of finished(): no host there, or not enough connections

private:
    class Private;
    std::unique_ptr<Private> d; // keeps threads and boxes out of this header
};

} // namespace pushlab::compare
