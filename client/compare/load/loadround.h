// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/clocksampler.h"
#include "client/compare/load/virtualclient.h"
#include "client/compare/result/roundresult.h"
#include "client/theory/arrivals.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <random>

namespace pushlab::compare {

class LoadTeam;

//! Returns the CPU time that the host's thread has used so far, in ms; nullopt when unknown. Called in the load's thread.
using CpuClock = std::function<std::optional<double>()>;

enum class RoundPhase : quint8 { Connecting, WarmUp, Measuring, Draining };

//! The parameters of a round.
struct RoundSpec
{
    RunOptions options;
    QList<Variant> variants; //!< those that are in the room at the same time
    Target target;
    quint64 seed = 1;
    bool isOwnHost = false; //!< the host is on this machine, and so has the same clock
    CpuClock hostCpu;
};

//! One measurement: connects the virtual clients, sends messages, counts for a while, and waits for messages that are still on
//! their way. Lives in the load's thread, which has an event loop; used once.
class LoadRound final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadRound)

public:
    explicit LoadRound(RoundSpec spec);
    ~LoadRound() override;

    void start();
    //! Ends the measurement now; finished() follows with the results so far.
    void cut();

Q_SIGNALS:
    void phaseChanged(pushlab::compare::RoundPhase phase);
    //! The results so far, twice a second while measuring; without delay samples and without the counters of sockets.
    void measured(const QList<pushlab::compare::VariantRound> &soFar);
    void finished(const pushlab::compare::RoundResult &result);

private:
    void takeClock(const std::optional<ClockSampler::Reading> &reading);
    void assemble();
    void connectMore();
    void onPrepared(bool isConnected);
    void warmUp();
    void sendDue();
    void beginWindow();
    void tick();
    void endWindow();
    void checkDrained();
    [[nodiscard]] bool isDrained() const;
    void conclude(const std::optional<RunError> &error);

    RoundSpec m_spec;
    std::unique_ptr<ClockSampler> m_sampler;
    ClockSampler::Reading m_reading;
    std::unique_ptr<MessageTracker> m_tracker;
    std::vector<std::unique_ptr<LoadTeam>> m_teams;
    std::vector<VirtualClient *> m_clients; // of all teams
    std::optional<theory::ArrivalSchedule> m_schedule;
    std::mt19937_64 m_random;
    QTimer m_timer; // of the phase
    QTimer m_sendTimer;
    QTimer m_tickTimer;
    RoundPhase m_phase = RoundPhase::Connecting;
    std::size_t m_begun = 0; // number of clients that are connecting or connected
    std::size_t m_prepared = 0;
    std::size_t m_refused = 0;
    double m_sendStart = 0; // local ms
    double m_nextDue = 0; // ms after m_sendStart
    double m_windowBegin = 0; // local ms
    double m_windowEnd = 0;
    double m_drainDeadline = 0;
    double m_cpuBegin = 0; // ms of this thread
    double m_busy = 0;
    std::optional<double> m_hostCpuBegin;
    std::optional<double> m_hostCpu;
    int m_ticks = 0;
    bool m_isCut = false;
    bool m_isOver = false;
};

} // namespace pushlab::compare
