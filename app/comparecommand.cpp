// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/comparecommand.h"

#include "app/console.h"
#include "app/threadcpu.h"
#include "client/compare/csvreport.h"
#include "client/compare/htmlreport.h"
#include "client/compare/markdownreport.h"
#include "client/compare/preset.h"
#include "client/compare/resultcodec.h"
#include "client/compare/sweepcodec.h"
#include "client/compare/texttable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QSysInfo>
#include <QThread>

#include <unistd.h>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::RunResult;

namespace {

constexpr QByteArrayView serverThread = "pushlab-server"; // as Host names it

QString cpuModel()
{
    QFile file(u"/proc/cpuinfo"_s);
    QString model = QSysInfo::currentCpuArchitecture();
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("model name")) {
                model = QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
                break;
            }
        }
    }
    return u"%1, %2 threads"_s.arg(model).arg(QThread::idealThreadCount());
}

compare::Colours outputColours()
{
    const bool isTerminal = ::isatty(STDOUT_FILENO) == 1;
    return isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") ? compare::Colours::Terminal : compare::Colours::None;
}

} // namespace

CompareRunner::CompareRunner(CompareCommand command, QObject *parent) : QObject(parent), m_command(std::move(command))
{
    if (!m_command.sweep) {
        m_plan.append(m_command.options);
        return;
    }
    for (const double rate : m_command.sweep->rates()) {
        m_plan.append(m_command.options);
        m_plan.last().rate = rate;
    }
}

CompareRunner::~CompareRunner() = default;

void CompareRunner::start()
{
    m_started = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    m_address = m_command.options.host;
    if (m_address.isEmpty())
        startHost();
    else
        runNext();
}

void CompareRunner::startHost()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.hold = m_command.options.hold;
    options.pollInterval = std::max<std::chrono::milliseconds>(m_command.options.pollInterval, protocol::minPollInterval);
    options.delay = m_command.options.delay;
    options.jitter = m_command.options.jitter;
    options.rateBitsPerSecond = m_command.options.rateBitsPerSecond;
    m_host = std::make_unique<server::Host>(options);
    connect(m_host.get(), &server::Host::failed, this, &CompareRunner::fail);
    connect(m_host.get(), &server::Host::started, this, [this](quint16 port) {
        m_address = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        runNext();
    });
    m_host->start();
}

void CompareRunner::runNext()
{
    if (m_isInterrupted || m_results.size() == m_plan.size()) {
        report();
        return;
    }
    compare::HostAccess access{m_address, m_host != nullptr, {}};
    if (m_host)
        access.cpu = [] { return cpuOfThread(serverThread); };
    const QString prefix = m_plan.size() > 1 ? u"rate %1 (%2 of %3): "_s.arg(m_plan.at(m_results.size()).rate, 0, 'g', 3)
                                                   .arg(m_results.size() + 1).arg(m_plan.size())
                                             : QString();
    m_comparison = std::make_unique<compare::Comparison>(m_plan.at(m_results.size()), access);
    connect(m_comparison.get(), &compare::Comparison::progressed, this,
            [this, prefix](const compare::Progress &progress) { m_progress.show(progress, prefix); });
    // Queued: they destroy the comparison that tells.
    connect(m_comparison.get(), &compare::Comparison::finished, this, &CompareRunner::take, Qt::QueuedConnection);
    connect(m_comparison.get(), &compare::Comparison::failed, this, &CompareRunner::fail, Qt::QueuedConnection);
    m_comparison->start();
}

void CompareRunner::stop()
{
    m_isInterrupted = true;
    if (m_comparison)
        m_comparison->stop();
    else
        finish(ExitCode::Interrupted);
}

void CompareRunner::take(RunResult result)
{
    m_comparison.reset();
    result.provenance = {QStringLiteral(PUSHLAB_VERSION), QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion(), cpuModel(),
                         m_command.commandLine, m_started};
    result.notes = m_command.notes + result.notes;
    result.published = compare::publishedNumbers(result);
    m_results.append(result);
    runNext();
}

void CompareRunner::fail(const QString &error)
{
    m_progress.clear();
    m_comparison.reset();
    tell(error);
    finish(m_isInterrupted ? ExitCode::Interrupted : ExitCode::Unreachable);
}

void CompareRunner::report()
{
    m_progress.clear();
    if (m_command.sweep)
        reportSweep();
    else if (!m_results.isEmpty())
        reportRun(m_results.first());
    if (m_isInterrupted) {
        finish(ExitCode::Interrupted);
        return;
    }
    if (m_couldNotWrite) {
        finish(ExitCode::Failed);
        return;
    }
    for (const compare::Threshold &threshold : std::as_const(m_command.thresholds)) {
        if (threshold.isMissedBy(m_results.first())) {
            tell(u"This holds, and must not: %1"_s.arg(threshold.text));
            finish(ExitCode::Threshold);
            return;
        }
    }
    bool isWell = true;
    for (const RunResult &result : std::as_const(m_results)) {
        for (const compare::ContestantResult &one : result.contestants)
            isWell = isWell && one.lost == 0 && one.repeated == 0;
        isWell = isWell && !result.isPartial;
    }
    finish(isWell ? ExitCode::Ok : ExitCode::Failed);
}

void CompareRunner::reportRun(const RunResult &result)
{
    if (!printLine(compare::textReport(result, outputColours()).trimmed().toUtf8()))
        m_couldNotWrite = true;
    keep(m_command.jsonFile, compare::encodeResult(result));
    keep(m_command.csvFile, compare::csvReport(result));
    keep(m_command.htmlFile, compare::htmlReport(result));
    keep(m_command.markdownFile, compare::markdownReport(result));
}

void CompareRunner::reportSweep()
{
    const compare::SweepResult sweep = compare::evaluateSweep(m_results);
    if (!printLine(compare::sweepReport(sweep).trimmed().toUtf8()))
        m_couldNotWrite = true;
    keep(m_command.jsonFile, compare::encodeSweep(sweep, m_results));
}

void CompareRunner::keep(const QString &path, const QByteArray &contents)
{
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() && file.commit())
        return;
    tell(u"Cannot write %1: %2"_s.arg(path, file.errorString()));
    m_couldNotWrite = true;
}

void CompareRunner::finish(ExitCode code)
{
    m_comparison.reset();
    m_host.reset();
    QCoreApplication::exit(int(code));
}

} // namespace pushlab::app
