// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/comparecommand.h"

#include "app/console.h"
#include "app/outputfile.h"
#include "client/compare/report/csvreport.h"
#include "client/compare/report/harreport.h"
#include "client/compare/report/htmlreport.h"
#include "client/compare/report/markdownreport.h"
#include "client/compare/report/texttable.h"
#include "client/compare/result/resultcodec.h"
#include "client/compare/result/sweepcodec.h"
#include "client/compare/text/runtext.h"
#include "client/compare/text/sweeptext.h"

#include <QCoreApplication>

#include <unistd.h>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::RunResult;

namespace {

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
    runNext();
}

void CompareRunner::runNext()
{
    if (m_isInterrupted || m_results.size() == m_plan.size()) {
        report();
        return;
    }
    const QString prefix = m_plan.size() > 1
        ? compare::sweepStepText(m_plan.at(m_results.size()).rate, m_results.size() + 1, m_plan.size())
        : QString();
    m_comparison = std::make_unique<HostedComparison>(RunSpec{m_plan.at(m_results.size()), m_command.commandLine});
    connect(m_comparison.get(), &HostedComparison::progressed, this,
            [this, prefix](const compare::Progress &progress) { m_progress.show(progress, prefix); });
    // Queued, because the slots destroy the comparison that emits the signal.
    connect(m_comparison.get(), &HostedComparison::finished, this, &CompareRunner::take, Qt::QueuedConnection);
    connect(m_comparison.get(), &HostedComparison::failed, this, &CompareRunner::fail, Qt::QueuedConnection);
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

void CompareRunner::take(const RunResult &result)
{
    m_comparison.reset();
    m_results.append(result);
    runNext();
}

void CompareRunner::fail(const compare::RunError &error)
{
    m_progress.clear();
    m_comparison.reset();
    tell(compare::errorText(error));
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
            tell(tr("This holds, and must not: %1").arg(threshold.text));
            finish(ExitCode::Threshold);
            return;
        }
    }
    bool isWell = true;
    for (const RunResult &result : std::as_const(m_results)) {
        for (const compare::VariantResult &one : result.variants)
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
    keep(m_command.harFile, compare::harReport(result));
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
    const QString problem = writeOutput(path, contents, Patience::Endless);
    if (problem.isEmpty())
        return;
    tell(tr("Cannot write %1: %2").arg(path, problem));
    m_couldNotWrite = true;
}

void CompareRunner::finish(ExitCode code)
{
    m_comparison.reset();
    QCoreApplication::exit(int(code));
}

} // namespace pushlab::app
