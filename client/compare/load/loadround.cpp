// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/loadround.h"

#include "client/compare/load/loadteam.h"
#include "client/compare/load/threadcpu.h"

#include <algorithm>
#include <cmath>

namespace pushlab::compare {

namespace {

constexpr std::size_t connectingAtOnce = 64;
constexpr std::chrono::seconds connectTime = 30s;
constexpr auto drainPause = 20ms;
constexpr double drainTime = 10'000; // ms, in addition to the polling interval
constexpr double cutDrainTime = 1500;
constexpr auto tickPause = 500ms;
constexpr int ticksPerSecond = 2;
constexpr double leastWindow = 1000; // ms: shorter measurements say nothing

std::chrono::milliseconds until(double localTime)
{
    return std::chrono::milliseconds(std::max(0LL, std::llround(std::ceil(localTime - session::localMilliseconds()))));
}

} // namespace

LoadRound::LoadRound(RoundSpec spec) : m_spec(std::move(spec)), m_random(theory::streamSeed(m_spec.seed, 1))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_sendTimer.setSingleShot(true);
    m_sendTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_sendTimer, &QTimer::timeout, this, &LoadRound::sendDue);
    connect(&m_tickTimer, &QTimer::timeout, this, &LoadRound::tick);
}

LoadRound::~LoadRound() = default;

void LoadRound::start()
{
    Q_EMIT phaseChanged(m_phase);
    m_timer.callOnTimeout(this, [this] {
        conclude(RunError{RunError::Reason::ConnectTimeout, {}, qint64(m_prepared), qint64(m_clients.size()), connectTime});
    });
    m_timer.start(connectTime);
    // Its answer comes from the event loop, after the assignment.
    m_sampler = std::make_unique<ClockSampler>(m_spec.target, [this](const auto &reading) {
        QMetaObject::invokeMethod(
            this, [this, reading] { takeClock(reading); }, Qt::QueuedConnection); // queued: the sampler may be destroyed then
    });
}

void LoadRound::takeClock(const std::optional<ClockSampler::Reading> &reading)
{
    m_sampler.reset();
    if (!reading) {
        conclude(RunError{RunError::Reason::NoAnswer, QString::fromLatin1(m_spec.target.authority), 0, 0, {}});
        return;
    }
    m_reading = *reading;
    if (m_spec.isOwnHost)
        m_reading.clock = ownClock();
    assemble();
    connectMore();
}

void LoadRound::assemble()
{
    m_tracker = std::make_unique<MessageTracker>(m_reading.clock, m_spec.options.size);
    for (const Variant variant : m_spec.variants) {
        m_teams.push_back(std::make_unique<LoadTeam>(variant, m_spec.target, m_spec.options, *m_tracker, m_reading.clock));
        for (const auto &client : m_teams.back()->clients())
            m_clients.push_back(client.get());
    }
}

void LoadRound::connectMore()
{
    while (m_begun < m_clients.size() && m_begun - m_prepared - m_refused < connectingAtOnce) {
        VirtualClient *const client = m_clients[m_begun++];
        // From the event loop: a client that is connected at once would otherwise call this function recursively.
        client->prepare([this](bool isConnected) {
            QMetaObject::invokeMethod(
                this, [this, isConnected] { onPrepared(isConnected); }, Qt::QueuedConnection);
        });
    }
}

void LoadRound::onPrepared(bool isConnected)
{
    if (m_isOver)
        return;
    ++(isConnected ? m_prepared : m_refused);
    if (m_prepared + m_refused < m_clients.size())
        connectMore();
    else if (m_refused > 0)
        conclude(RunError{RunError::Reason::ConnectRefused, {}, qint64(m_prepared), qint64(m_clients.size()), {}});
    else
        warmUp();
}

void LoadRound::warmUp()
{
    const RunOptions &options = m_spec.options;
    m_phase = RoundPhase::WarmUp;
    Q_EMIT phaseChanged(m_phase);
    m_sendStart = session::localMilliseconds();
    m_windowBegin = m_sendStart + double(options.warmUp.count());
    m_windowEnd = m_windowBegin + double(options.duration.count());
    m_tracker->setWindow(m_windowBegin + m_reading.clock.offset, m_windowEnd + m_reading.clock.offset);
    // Phases are distributed over a whole polling cycle; otherwise a part of it would be empty.
    const theory::Seconds period = std::chrono::duration<double>(options.pollInterval)
        + std::chrono::duration<double, std::milli>(m_reading.shortestRoundTrip);
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        const auto phase = options.isConstant ? period * (double(i) / double(m_clients.size()))
                                              : theory::randomPhase(period, theory::streamSeed(m_spec.seed, 100 + i));
        m_clients[i]->begin(std::chrono::round<std::chrono::milliseconds>(phase));
    }
    const auto kind = options.isConstant ? theory::ArrivalKind::Constant : theory::ArrivalKind::Poisson;
    m_schedule.emplace(kind, options.rate, theory::streamSeed(m_spec.seed, 0));
    m_nextDue = m_schedule->next().count() * 1000;
    m_sendTimer.start(until(m_sendStart + m_nextDue));
    m_timer.disconnect(this);
    m_timer.callOnTimeout(this, [this] { m_phase == RoundPhase::WarmUp ? beginWindow() : endWindow(); });
    m_timer.start(until(m_windowBegin));
}

void LoadRound::sendDue()
{
    const double now = session::localMilliseconds();
    while (m_sendStart + m_nextDue <= now) {
        const int number = m_tracker->add();
        const std::size_t sender = m_spec.options.isConstant ? std::size_t(number) : std::size_t(m_random());
        m_clients[sender % m_clients.size()]->send(number);
        m_nextDue = m_schedule->next().count() * 1000;
    }
    m_sendTimer.start(until(m_sendStart + m_nextDue));
}

void LoadRound::beginWindow()
{
    m_phase = RoundPhase::Measuring;
    Q_EMIT phaseChanged(m_phase);
    for (const auto &team : m_teams)
        team->beginWindow();
    m_hostCpuBegin = m_spec.hostCpu && m_teams.size() == 1 ? m_spec.hostCpu() : std::nullopt;
    m_cpuBegin = threadCpu();
    m_timer.start(until(m_windowEnd));
    m_tickTimer.start(tickPause);
}

void LoadRound::tick()
{
    const bool isSecond = ++m_ticks % ticksPerSecond == 0;
    QList<VariantRound> soFar;
    const double seconds = (session::localMilliseconds() - m_windowBegin) / 1000;
    for (const auto &team : m_teams) {
        if (isSecond)
            team->addSecond();
        soFar.append(team->soFar(seconds));
    }
    Q_EMIT measured(soFar);
}

void LoadRound::endWindow()
{
    m_tickTimer.stop();
    m_sendTimer.stop();
    m_windowEnd = session::localMilliseconds();
    m_busy = (threadCpu() - m_cpuBegin) / (m_windowEnd - m_windowBegin);
    if (m_hostCpuBegin) {
        if (const auto cpu = m_spec.hostCpu())
            m_hostCpu = *cpu - *m_hostCpuBegin;
    }
    for (const auto &team : m_teams)
        team->endWindow();
    m_phase = RoundPhase::Draining;
    Q_EMIT phaseChanged(m_phase);
    m_drainDeadline = m_windowEnd + double(m_spec.options.pollInterval.count()) + drainTime;
    m_timer.disconnect(this);
    m_timer.callOnTimeout(this, &LoadRound::checkDrained);
    m_timer.start(drainPause);
}

void LoadRound::cut()
{
    const double now = session::localMilliseconds();
    if (m_phase == RoundPhase::Draining) {
        m_drainDeadline = std::min(m_drainDeadline, now + cutDrainTime);
    } else if (m_phase == RoundPhase::Measuring && now - m_windowBegin >= leastWindow) {
        m_isCut = true;
        m_tracker->setWindow(m_windowBegin + m_reading.clock.offset, now + m_reading.clock.offset);
        endWindow();
        m_drainDeadline = now + double(m_spec.options.pollInterval.count()) + cutDrainTime;
    } else {
        conclude(std::nullopt);
    }
}

bool LoadRound::isDrained() const
{
    return m_tracker->confirmed() >= m_tracker->sent()
        && std::all_of(m_teams.begin(), m_teams.end(), [](const auto &team) { return team->hasEverything(); });
}

void LoadRound::checkDrained()
{
    if (isDrained() || session::localMilliseconds() > m_drainDeadline)
        conclude(std::nullopt);
    else
        m_timer.start(drainPause);
}

void LoadRound::conclude(const std::optional<RunError> &error)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.stop();
    m_sendTimer.stop();
    m_tickTimer.stop();
    RoundResult result;
    result.error = error;
    result.isCut = m_isCut;
    result.loadBusy = m_busy;
    result.clockUncertainty = m_reading.clock.uncertainty;
    result.shortestRoundTrip = m_reading.shortestRoundTrip;
    if (m_phase == RoundPhase::Draining) {
        for (const auto &team : m_teams) {
            VariantRound round = team->result((m_windowEnd - m_windowBegin) / 1000);
            round.hostCpu = m_hostCpu;
            result.variants.append(round);
        }
    }
    for (VirtualClient *const client : m_clients)
        client->stop();
    Q_EMIT finished(result);
}

} // namespace pushlab::compare
