// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/truth/truth.h"

#include "app/classroom/classtheory.h"
#include "app/classroom/questionanswers.h"
#include "client/theory/statistics.h"
#include "server/protocol/delayhistogram.h"
#include "server/protocol/techniquetraits.h"
#include "tests/reliability/truth/twowaymean.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;

namespace {

constexpr std::chrono::milliseconds longest = 30s; // for what takes a second on a machine that has nothing else to do
constexpr std::chrono::milliseconds pollInterval = 500ms;
constexpr std::chrono::milliseconds clockTime = 3s; // in which clients take their samples of the host's clock
constexpr double bucketError = 0.01; // relative
constexpr double threeSigma = 0.99865; // the share below three standard errors, of many samples
constexpr qsizetype leastDelays = 1500;
constexpr double idleRate = 0.01; // of a generator that is as good as off, and yet the same
const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

void spend(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

QString nameOf(Technique technique)
{
    return QString::fromLatin1(protocol::techniqueName(technique));
}

server::HostOptions hostOptions()
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.answerer = app::answerOf;
    options.settings.pollInterval = pollInterval;
    options.settings.conditioner.delay = 150ms;
    options.settings.conditioner.jitter = 20ms;
    options.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    return options;
}

} // namespace

Truth::Truth(const TruthOptions &options) : m_options(options), m_host(hostOptions()) {}

Truth::~Truth() = default;

bool Truth::run()
{
    if (m_host.port() == 0 || !server::Host::canCondition()) {
        complain(u"The host does not start, or cannot pretend a slow network here."_s);
        return false;
    }
    setRate(idleRate);
    if (comeIn()) {
        race();
        measure();
        compareQuestion();
        for (const Technique technique : protocol::allTechniques)
            compareMeans(technique);
    }
    say(m_complaints == 0 ? u"ok"_s : u"FAILED"_s);
    return m_complaints == 0;
}

//! They begin at random moments, so that their polls do not fall together.
bool Truth::comeIn()
{
    const QUrl host(u"http://127.0.0.1:%1"_s.arg(m_host.port()));
    QRandomGenerator random(m_options.seed);
    for (const Technique technique : protocol::allTechniques) {
        for (int i = 0; i < m_options.members; ++i) {
            m_runners.push_back(std::make_unique<Runner>(host, technique, int(m_runners.size())));
            QTimer::singleShot(std::chrono::milliseconds(random.bounded(1000)), m_runners.back().get(), &Runner::start);
        }
    }
    const auto isReady = [](const std::unique_ptr<Runner> &runner) { return runner->isReady(); };
    const bool areIn = waitFor([&] { return std::all_of(m_runners.cbegin(), m_runners.cend(), isReady); }, u"All come in"_s);
    spend(clockTime);
    return areIn;
}

void Truth::race()
{
    m_host.host().startRace();
    const auto told = [this] { return get("/api/class/race")[u"race"_s].toObject(); };
    waitFor([&] { return told()[u"answered"_s].toInteger() == qint64(m_runners.size()); }, u"All report the race"_s);
    for (const Technique technique : protocol::allTechniques)
        compareRace(technique, told());
}

//! Nothing else was delivered yet, so that the ledger has these delays alone.
void Truth::compareRace(Technique technique, const QJsonObject &told)
{
    QList<double> delays;
    const QJsonArray members = told[u"members"_s].toArray();
    for (const auto &member : members) {
        if (member[u"technique"_s].toString() == nameOf(technique))
            delays.append(member[u"delay"_s].toDouble(-1));
    }
    QList<double> own;
    for (const Runner *runner : runnersBy(technique))
        own.append(runner->raced().value_or(-1));
    std::sort(delays.begin(), delays.end());
    std::sort(own.begin(), own.end());
    const auto histogram = protocol::DelayHistogram::fromJson(
        get("/api/class/projector")[u"delays"_s][nameOf(technique)][u"histogram"_s].toObject());
    QList<double> ledger;
    for (const protocol::BucketCount &bucket : histogram.value_or(protocol::DelayHistogram()).buckets()) {
        const double middle = std::chrono::duration<double, std::milli>(protocol::DelayHistogram::middleOf(bucket.bucket)).count();
        ledger.append(QList<double>(bucket.times, middle));
    }
    double worst = 0;
    if (delays.size() != own.size() || delays.size() != ledger.size())
        return complain(u"The race by %1: %2 delays told, %3 measured, %4 in the ledger"_s.arg(nameOf(technique))
                            .arg(delays.size())
                            .arg(own.size())
                            .arg(ledger.size()));
    for (qsizetype i = 0; i < delays.size(); ++i) {
        if (std::abs(delays.at(i) - own.at(i)) > 0.001)
            complain(u"The race by %1 tells %2 ms where %3 was reported"_s.arg(nameOf(technique)).arg(delays.at(i)).arg(own.at(i)));
        worst = std::max(worst, std::abs(ledger.at(i) / delays.at(i) - 1));
    }
    if (worst > bucketError)
        complain(u"The race by %1: a delay is %2 % from its bucket's"_s.arg(nameOf(technique)).arg(100 * worst));
    say(u"race by %1: %2 delays, %3 to %4 ms, at most %5 % from their buckets' middles"_s.arg(nameOf(technique))
            .arg(delays.size())
            .arg(delays.first(), 0, 'f', 1)
            .arg(delays.last(), 0, 'f', 1)
            .arg(100 * worst, 0, 'f', 2));
}

void Truth::measure()
{
    const QJsonObject order{{u"action"_s, u"open"_s}, {u"prepared"_s, u"poll-mean-delay"_s}};
    if (m_host.postJson("/api/class/question", order, key).status != 200)
        complain(u"The question cannot be asked."_s);
    m_first = get("/api/rooms/lobby")[u"next"_s].toInteger() + 1;
    setRate(m_options.rate);
    QElapsedTimer clock;
    clock.start();
    spend(m_options.duration);
    setRate(idleRate);
    m_seconds = double(clock.elapsed()) / 1000;
    const auto hasAll = [end = get("/api/rooms/lobby")[u"next"_s].toInteger()](const std::unique_ptr<Runner> &runner) {
        return runner->cursor() >= end;
    };
    waitFor([&] { return std::all_of(m_runners.cbegin(), m_runners.cend(), hasAll); }, u"All have everything"_s);
    waitFor(
        [this] {
            return std::all_of(protocol::allTechniques.begin(), protocol::allTechniques.end(), [this](Technique technique) {
                qint64 measured = 0;
                for (const Runner *runner : runnersBy(technique))
                    measured += runner->delays().size() + 1; // and the race
                return reported(technique) == measured;
            });
        },
        u"All is reported"_s);
}

//! What the host answers is the mean of what the members who poll have measured.
void Truth::compareQuestion()
{
    const QJsonObject order{{u"action"_s, u"show"_s}};
    const QJsonObject result = m_host.postJson("/api/class/question", order, key).json()[u"question"_s][u"result"_s].toObject();
    const QJsonObject measured = result[u"measured"_s].toObject();
    double sum = 0;
    qint64 n = 0;
    for (const Runner *runner : runnersBy(Technique::Polling)) {
        for (const Runner::Delay &delay : runner->delays())
            sum += delay.reported;
        n += runner->delays().size();
    }
    const double mean = sum / double(std::max<qint64>(n, 1));
    const double theory = result[u"theory"_s][u"value"_s].toDouble();
    const double expected = app::expectationOf(Technique::Polling, m_options.rate, m_host.host().settings()).meanDelay.count();
    say(u"question: measured %1 ± %2 ms, n = %3; theory %4 ms"_s.arg(measured[u"value"_s].toDouble(), 0, 'f', 1)
            .arg(measured[u"uncertainty"_s].toDouble(), 0, 'f', 1)
            .arg(measured[u"n"_s].toInteger())
            .arg(theory, 0, 'f', 1));
    if (measured[u"n"_s].toInteger() != n || std::abs(measured[u"value"_s].toDouble() - mean) > 0.01)
        complain(u"The members who poll have measured %1 ms, n = %2"_s.arg(mean).arg(n));
    if (std::abs(theory - expected) > 0.01)
        complain(u"The class's theory says %1 ms"_s.arg(expected));
}

void Truth::compareMeans(Technique technique)
{
    QList<QList<double>> reported;
    QList<QList<double>> truth;
    double uncertainty = 0;
    for (const Runner *runner : runnersBy(technique)) {
        reported.append(QList<double>());
        truth.append(QList<double>());
        for (auto delay = runner->delays().lowerBound(m_first); delay != runner->delays().cend(); ++delay) {
            reported.last().append(delay->reported);
            truth.last().append(delay->truth);
        }
        uncertainty += runner->uncertainty() / m_options.members;
        if (reported.last().size() != reported.first().size())
            return complain(u"By %1 one member has %2 delays, another %3"_s.arg(nameOf(technique))
                                .arg(reported.first().size())
                                .arg(reported.last().size()));
    }
    const TwoWayMean mean = twoWayMean(reported);
    const double trueMean = twoWayMean(truth).mean;
    const double perSecond = double(reported.first().size()) / m_seconds; // that it was, of a random process
    const double expected = app::expectationOf(technique, perSecond, m_host.host().settings()).meanDelay.count();
    const double away = mean.mean - expected;
    say(u"%1: %2 ± %3 ms (standard error), n = %4 of %5 messages; theory %6 ms, %7 standard errors or %8 % away; true %9 ms"_s
            .arg(nameOf(technique))
            .arg(mean.mean, 0, 'f', 1)
            .arg(mean.standardError, 0, 'f', 1)
            .arg(mean.n)
            .arg(reported.first().size())
            .arg(expected, 0, 'f', 1)
            .arg(away / mean.standardError, 0, 'f', 1)
            .arg(100 * away / expected, 0, 'f', 1)
            .arg(trueMean, 0, 'f', 1));
    // Three, as Student widens them: the error itself is known by so many members.
    const double standardErrors = theory::studentQuantile(threeSigma, m_options.members - 1);
    if (!(mean.standardError > 0) || std::abs(away) > standardErrors * mean.standardError)
        complain(u"By %1 the mean is not theory's."_s.arg(nameOf(technique)));
    if (m_options.percent && (mean.n < leastDelays || std::abs(away) > *m_options.percent / 100 * expected))
        complain(
            u"By %1 it is not within %2 %, or of fewer than %3 delays."_s.arg(nameOf(technique)).arg(*m_options.percent).arg(leastDelays));
    if (std::abs(trueMean - mean.mean) > uncertainty + 1)
        complain(u"By %1 the clocks are wrong by more than the %2 ms that they say."_s.arg(nameOf(technique)).arg(uncertainty));
}

void Truth::setRate(double perSecond)
{
    m_host.change([perSecond](protocol::ClassSettings &settings) { settings.generator = {perSecond, 2, true}; });
}

QList<Runner *> Truth::runnersBy(Technique technique) const
{
    QList<Runner *> found;
    for (const auto &runner : m_runners) {
        if (runner->technique() == technique)
            found.append(runner.get());
    }
    return found;
}

qint64 Truth::reported(Technique technique) const
{
    return get("/api/stats")[u"techniques"_s][nameOf(technique)][u"delay"_s][u"n"_s].toInteger();
}

QJsonObject Truth::get(const QByteArray &target) const
{
    return m_host.get(target, key).json();
}

bool Truth::waitFor(const std::function<bool()> &isTrue, const QString &what)
{
    for (const QDeadlineTimer deadline(longest); !isTrue();) {
        if (deadline.hasExpired()) {
            complain(u"%1: not within %2 s."_s.arg(what).arg(longest / 1s));
            return false;
        }
        spend(100ms);
    }
    return true;
}

void Truth::complain(const QString &what)
{
    ++m_complaints;
    say(u"FAULT: "_s + what);
}

} // namespace pushlab::tests
