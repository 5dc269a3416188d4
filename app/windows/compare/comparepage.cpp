// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/comparepage.h"

#include "app/runcommandline.h"
#include "app/windows/card.h"
#include "app/windows/compare/forecastview.h"
#include "app/windows/compare/hostchoice.h"
#include "app/windows/compare/resultsview.h"
#include "app/windows/compare/runexport.h"
#include "app/windows/compare/runform.h"
#include "app/windows/compare/runspanel.h"
#include "client/compare/result/forecast.h"
#include "client/compare/text/runtext.h"
#include "client/widgets/problemlabel.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::RunResult;

ComparePage::ComparePage(QWidget *parent)
    : QWidget(parent)
    , m_form(new RunForm)
    , m_forecast(new ForecastView)
    , m_start(new QPushButton)
    , m_bar(new QProgressBar)
    , m_progress(new QLabel)
    , m_problem(new widgets::ProblemLabel)
    , m_runs(new RunsPanel)
    , m_results(new ResultsView)
    , m_export(new RunExport(*m_results, this))
{
    const int em = fontMetrics().height();
    auto *splitter = new QSplitter(this);
    splitter->addWidget(leftColumn());
    splitter->addWidget(rightColumn());
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(em / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    column->addWidget(splitter);
    follow();
    retranslate();
    m_bar->hide();
    m_progress->hide();
    showForm();
    if (m_form->problem().isEmpty())
        m_problem->setProblem(m_runs->unreadable());
}

ComparePage::~ComparePage() = default;

QWidget *ComparePage::leftColumn()
{
    const int em = fontMetrics().height();
    auto *scroll = new QScrollArea;
    auto *inside = new QWidget;
    auto *insideColumn = new QVBoxLayout(inside);
    insideColumn->setContentsMargins(0, 0, em / 3, 0);
    insideColumn->addWidget(m_form);
    insideColumn->addStretch(1);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the fields
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(inside->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    scroll->setMinimumHeight(em * 6);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em / 2);
    column->addWidget(scroll, 1);
    column->addWidget(m_forecast);
    m_start->setMinimumHeight(em * 2);
    makePrimary(*m_start);
    column->addWidget(m_start);
    return left;
}

QWidget *ComparePage::rightColumn()
{
    const int em = fontMetrics().height();
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em / 2);
    m_progress->setWordWrap(true);
    m_bar->setTextVisible(false);
    column->addWidget(m_progress);
    column->addWidget(m_bar);
    column->addWidget(m_problem);
    column->addWidget(m_runs);
    column->addWidget(m_results, 1);
    return right;
}

void ComparePage::follow()
{
    connect(m_form, &RunForm::changed, this, &ComparePage::showForm);
    connect(m_start, &QPushButton::clicked, this, [this] { isRunning() ? stop() : start(); });
    connect(m_runs, &RunsPanel::shownChanged, this, &ComparePage::showRuns);
    connect(m_runs, &RunsPanel::failed, m_problem, &widgets::ProblemLabel::setProblem);
    connect(m_export, &RunExport::done, m_problem, &widgets::ProblemLabel::setProblem);
    connect(m_runs, &RunsPanel::saveWanted, this, [this] {
        const int row = m_runs->current();
        m_export->ask(ExportFormat::Json, m_runs->model().name(row), m_runs->model().result(row));
    });
    connect(m_runs, &RunsPanel::exportWanted, this, [this](const QPoint &where) {
        const int row = m_runs->current();
        m_export->offer(where, m_runs->model().name(row), m_runs->model().result(row));
    });
}

void ComparePage::setClassHost(const QUrl &url)
{
    m_classHost = url;
    m_form->host().setClassHost(url);
}

void ComparePage::showForm()
{
    m_forecast->setOptions(m_form->options());
    const QString problem = m_form->problem();
    m_start->setEnabled(isRunning() || problem.isEmpty());
    m_problem->setProblem(problem);
    if (!isRunning() && m_runs->current() < 0)
        showRuns();
}

void ComparePage::start()
{
    if (isRunning() || !m_form->problem().isEmpty())
        return;
    compare::RunOptions options = m_form->options();
    m_isOfClass = !m_classHost.isEmpty() && options.host == m_classHost;
    options.isRecorded = true; // records one client of each variant, which costs little
    m_problem->setProblem({});
    m_comparison = std::make_unique<HostedComparison>(RunSpec{options, commandLineOf(options)});
    connect(m_comparison.get(), &HostedComparison::progressed, this, &ComparePage::showProgress);
    connect(m_comparison.get(), &HostedComparison::measured, this, &ComparePage::showLive);
    // Queued, because the slots destroy the comparison that emits the signal.
    connect(m_comparison.get(), &HostedComparison::finished, this, &ComparePage::take, Qt::QueuedConnection);
    connect(m_comparison.get(), &HostedComparison::failed, this, &ComparePage::fail, Qt::QueuedConnection);
    m_bar->setRange(0, 0);
    m_bar->show();
    m_progress->setText(tr("Starting"));
    m_progress->show();
    m_form->setEnabled(false);
    retranslate();
    Q_EMIT runChanged();
    m_comparison->start();
}

void ComparePage::stop()
{
    if (!m_comparison)
        return;
    m_start->setEnabled(false); // disabled until the run has ended
    m_comparison->stop();
}

void ComparePage::showProgress(const compare::Progress &progress)
{
    m_progress->setText(compare::progressText(progress) + u" · "_s + compare::timesText(progress));
    m_bar->setRange(0, int((progress.elapsed + progress.left).count()));
    m_bar->setValue(int(progress.elapsed.count()));
}

void ComparePage::showLive(const RunResult &soFar)
{
    m_results->setRuns({ShownRun{tr("now"), soFar, true}}, true);
}

void ComparePage::showRuns()
{
    if (isRunning())
        return; // the results of the present run are shown
    QList<ShownRun> shown = m_runs->model().shownWith(m_runs->current());
    if (shown.isEmpty()) {
        RunResult expected;
        expected.options = m_form->options();
        expected.variants = compare::forecast(expected.options);
        m_results->setExpected(expected);
        return;
    }
    m_results->setRuns(shown, false);
}

void ComparePage::take(const RunResult &result)
{
    end();
    if (result.variants.isEmpty()) {
        m_problem->setProblem(tr("The run was ended before anything was measured."));
        showRuns();
    } else {
        m_runs->addRun(result);
    }
    Q_EMIT runFinished();
}

void ComparePage::fail(const compare::RunError &error)
{
    end();
    m_problem->setProblem(tr("The run failed: %1").arg(compare::errorText(error)));
    showRuns();
    Q_EMIT runFinished();
}

void ComparePage::end()
{
    m_comparison.reset();
    m_bar->hide();
    m_progress->hide();
    m_form->setEnabled(true);
    m_start->setEnabled(true);
    retranslate();
    Q_EMIT runChanged();
}

void ComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComparePage::retranslate()
{
    m_start->setText(isRunning() ? tr("Stop run") : tr("Start"));
}

} // namespace pushlab::app
