// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/comparison.h"

#include "client/compare/load/threadcpu.h"
#include "client/compare/result/evaluation.h"
#include "server/base/loop/mailbox.h"
#include "server/base/loop/workerthread.h"
#include "server/protocol/comparisonroom.h"

#include <QEventLoop>
#include <QHostInfo>

#include <algorithm>
#include <variant>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto progressPause = 250ms;
constexpr auto roundOverhead = 300ms; // of connecting, and of waiting for the last messages

struct PhaseNews
{
    int round = 0;
    RoundPhase phase = RoundPhase::Connecting;
};
struct RoundNews
{
    RoundResult result;
};
struct LiveNews
{
    QList<VariantRound> variants;
};
struct EndNews
{
};
using News = std::variant<PhaseNews, LiveNews, RoundNews, EndNews>;
struct Stop
{
};

//! The groups of variants that are measured one after another.
QList<QList<Variant>> planOf(const RunOptions &options)
{
    QList<QList<Variant>> plan;
    for (int repeat = 0; repeat < options.repeats; ++repeat) {
        if (options.isSimultaneous) {
            plan.append(options.variants);
            continue;
        }
        for (const Variant variant : options.variants)
            plan.append(QList<Variant>{variant});
    }
    return plan;
}

std::chrono::milliseconds roundTime(const RunOptions &options)
{
    return options.warmUp + options.duration + roundOverhead + options.pollInterval / 4 + 16 * options.delay;
}

//! Runs all rounds, in the load's thread.
class RoundRunner final
{
public:
    RoundRunner(QList<RoundSpec> specs, base::Mailbox<News>::Sender tell) : m_specs(std::move(specs)), m_tell(std::move(tell)) {}

    void run(QEventLoop &loop)
    {
        m_loop = &loop;
        next();
        loop.exec();
        m_tell.post(EndNews{});
    }

    void stop()
    {
        m_isStopped = true;
        if (m_round)
            m_round->cut();
    }

private:
    void next()
    {
        if (m_isStopped || m_index == m_specs.size()) {
            // Queued, because the loop may not have begun.
            QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
            return;
        }
        const int index = int(m_index);
        m_round = std::make_unique<LoadRound>(m_specs.at(m_index++));
        QObject::connect(m_round.get(), &LoadRound::phaseChanged, m_round.get(), [this, index](RoundPhase phase) {
            m_tell.post(PhaseNews{index, phase});
        });
        QObject::connect(m_round.get(), &LoadRound::measured, m_round.get(),
                         [this](const QList<VariantRound> &soFar) { m_tell.post(LiveNews{soFar}); });
        // Queued, because the round that emits the signal will be destroyed.
        QObject::connect(
            m_round.get(), &LoadRound::finished, m_loop, [this](const RoundResult &result) { take(result); }, Qt::QueuedConnection);
        m_round->start();
    }

    void take(const RoundResult &result)
    {
        m_round.reset();
        m_isStopped = m_isStopped || result.error.has_value();
        m_tell.post(RoundNews{result});
        next();
    }

    QList<RoundSpec> m_specs;
    base::Mailbox<News>::Sender m_tell;
    QEventLoop *m_loop = nullptr;
    std::unique_ptr<LoadRound> m_round;
    qsizetype m_index = 0;
    bool m_isStopped = false;
};

} // namespace

class Comparison::Private final
{
public:
    Private(Comparison &comparison, RunOptions given, HostAccess access)
        : q(comparison)
        , options(std::move(given))
        , host(std::move(access))
        , plan(planOf(options))
        , news([this](std::vector<News> &&items) { take(items); })
    {
    }

    void resolve();
    void begin(const QHostAddress &address);
    void take(const std::vector<News> &items);
    [[nodiscard]] RunResult resultWith(const QList<VariantRound> &live) const;
    void end();

    Comparison &q;
    RunOptions options;
    HostAccess host;
    QList<QList<Variant>> plan;
    base::Mailbox<News> news;
    std::mutex commandsMutex;
    base::Mailbox<Stop>::Sender commands; //!< guarded by commandsMutex until the thread has made it
    bool isStopWanted = false; //!< guarded by commandsMutex
    std::unique_ptr<base::WorkerThread> thread;
    QTimer timer;
    QElapsedTimer clock;
    QList<RoundResult> rounds;
    std::optional<RunError> error;
    PhaseNews phase;
    qint64 roundBegan = 0; //!< ms of clock
    bool isOver = false;
};

void Comparison::Private::resolve()
{
    const QString name = host.url.host();
    if (const QHostAddress address(name); !address.isNull()) {
        begin(address);
        return;
    }
    QHostInfo::lookupHost(name, &q, [this](const QHostInfo &info) {
        if (!info.addresses().isEmpty()) {
            begin(info.addresses().constFirst());
            return;
        }
        error = RunError{RunError::Reason::UnknownHost, host.url.host(), 0, 0, {}};
        end();
    });
}

void Comparison::Private::begin(const QHostAddress &address)
{
    if (isOver)
        return;
    raiseDescriptorLimit();
    const auto port = quint16(host.url.port(80));
    const QByteArray authority = host.url.authority().toLatin1();
    const QString run = QString::number(QDateTime::currentMSecsSinceEpoch(), 36);
    QList<RoundSpec> roundSpecs;
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const Target target{address, port, authority, protocol::comparisonRoom(run, i + 1)};
        // With the same seed, all variants of a repeat get the same messages.
        const quint64 repeat = quint64(i / (plan.size() / options.repeats));
        RunOptions own = options;
        own.isRecorded = options.isRecorded && repeat == 0;
        roundSpecs.append({own, plan.at(i), target, theory::streamSeed(options.seed, repeat), host.isOwn, host.cpu});
    }
    thread = std::make_unique<base::WorkerThread>(u"pushlab-load"_s, [this, roundSpecs, tell = news.sender()] {
        QEventLoop loop;
        RoundRunner runner(roundSpecs, tell);
        base::Mailbox<Stop> box([&runner](std::vector<Stop> &&) { runner.stop(); });
        {
            const std::lock_guard lock(commandsMutex);
            commands = box.sender();
            if (isStopWanted)
                box.post({});
        }
        runner.run(loop);
    });
    timer.start(progressPause);
}

void Comparison::Private::take(const std::vector<News> &items)
{
    for (const News &item : items) {
        if (const auto *const change = std::get_if<PhaseNews>(&item)) {
            if (change->round != phase.round || rounds.isEmpty())
                roundBegan = change->phase == RoundPhase::Connecting ? clock.elapsed() : roundBegan;
            phase = *change;
            Q_EMIT q.progressed(q.progress());
        } else if (const auto *const live = std::get_if<LiveNews>(&item)) {
            if (&item == &items.back()) // after a delay, only the newest is shown
                Q_EMIT q.measured(resultWith(live->variants));
        } else if (const auto *const round = std::get_if<RoundNews>(&item)) {
            if (round->result.error)
                error = round->result.error;
            if (round->result.variants.isEmpty())
                continue;
            rounds.append(round->result);
        } else {
            end();
            return; // a receiver of the signal may have destroyed this object
        }
    }
}

RunResult Comparison::Private::resultWith(const QList<VariantRound> &live) const
{
    QList<RoundResult> all{RoundResult{live, 0, 0, 0, false, {}}};
    for (RoundResult round : rounds) {
        for (VariantRound &one : round.variants)
            one.samples.clear(); // only the test of theory's distribution needs the samples, which are many
        all.append(std::move(round));
    }
    return evaluate(options, host.isOwn, all);
}

void Comparison::Private::end()
{
    if (std::exchange(isOver, true))
        return;
    timer.stop();
    thread.reset(); // after its last message
    if (error && rounds.isEmpty()) {
        Q_EMIT q.failed(*error);
        return;
    }
    RunResult result = evaluate(options, host.isOwn, rounds);
    result.hostAddress = host.url.toString();
    result.error = error;
    Q_EMIT q.finished(result);
}

Comparison::Comparison(RunOptions options, HostAccess host, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(options), std::move(host)))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { Q_EMIT progressed(progress()); });
}

Comparison::~Comparison()
{
    d->isOver = true;
    d->news.close();
    stop();
    d->thread.reset();
}

void Comparison::start()
{
    d->clock.start();
    d->resolve();
}

void Comparison::stop()
{
    const std::lock_guard lock(d->commandsMutex);
    d->isStopWanted = true;
    d->commands.post({});
}

Progress Comparison::progress() const
{
    Progress progress;
    const auto perRepeat = int(d->plan.size() / d->options.repeats);
    progress.phase = d->phase.phase;
    progress.variants = d->plan.value(d->phase.round);
    progress.repeat = d->phase.round / perRepeat + 1;
    progress.repeats = d->options.repeats;
    progress.elapsed = std::chrono::milliseconds(d->clock.isValid() ? d->clock.elapsed() : 0);
    const auto each = roundTime(d->options);
    const auto inRound = std::min<std::chrono::milliseconds>(progress.elapsed - std::chrono::milliseconds(d->roundBegan), each);
    progress.left = (int(d->plan.size()) - d->phase.round) * each - inRound;
    return progress;
}

std::chrono::milliseconds Comparison::estimatedTime(const RunOptions &options)
{
    return int(planOf(options).size()) * roundTime(options);
}

} // namespace pushlab::compare
