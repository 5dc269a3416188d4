// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/resultsview.h"

#include "app/windows/card.h"
#include "app/windows/compare/byteschart.h"
#include "app/windows/compare/delaychart.h"
#include "app/windows/compare/requestschart.h"
#include "app/windows/compare/resultmodel.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/verdicttext.h"
#include "client/widgets/contrast.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace pushlab::app {

ResultsView::ResultsView(QWidget *parent)
    : QScrollArea(parent)
    , m_sentence(new QLabel)
    , m_caution(new QLabel)
    , m_model(new ResultModel(this))
    , m_table(new QTableView)
    , m_allColumns(new QCheckBox)
    , m_grid(new QGridLayout)
{
    const int em = fontMetrics().height();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, em / 3, 0);
    column->setSpacing(em / 2);
    for (QLabel *label : {m_sentence, m_caution}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    m_sentence->setFont(scaledFont(font(), 1.1));
    column->addWidget(m_table);
    column->addWidget(m_allColumns, 0, Qt::AlignRight);
    m_charts = {new DelayChart, new BytesChart, new RequestsChart};
    m_grid->setSpacing(em);
    column->addLayout(m_grid, 1);
    for (RunChart *chart : std::as_const(m_charts))
        chart->setMinimumSize(em * 14, em * 15);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUpTable();
    placeCharts();
    retranslate();
    colour();
}

void ResultsView::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is as high as its rows
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    connect(m_allColumns, &QCheckBox::toggled, this, &ResultsView::showColumns);
    showColumns();
}

void ResultsView::setRuns(const QList<ShownRun> &runs, bool isLive)
{
    m_runs = runs;
    m_isLive = isLive;
    m_model->setRuns(runs);
    for (RunChart *chart : std::as_const(m_charts))
        chart->setRuns(runs);
    showText();
    fitTable();
}

void ResultsView::setExpected(const compare::RunResult &expected)
{
    setRuns({}, false);
    m_charts.first()->setRuns({ShownRun{{}, expected, true}});
}

QString ResultsView::sentence() const
{
    return m_sentence->text();
}

void ResultsView::showText()
{
    const bool isResult = !m_runs.isEmpty() && !m_isLive;
    const QString caution = isResult ? compare::cautionText(m_runs.first().result) : QString();
    if (isResult)
        m_sentence->setText(compare::verdictText(m_runs.first().result));
    else
        m_sentence->setText(m_isLive ? tr("What has been measured so far:")
                                     : tr("Choose at the left what is to be compared, and press Start. The dashed lines are what theory "
                                          "expects."));
    m_caution->setText(caution);
    m_caution->setVisible(!caution.isEmpty());
}

void ResultsView::showColumns()
{
    const QList<ResultColumn> &all = m_model->columns();
    for (int i = 0; i < int(all.size()); ++i)
        m_table->setColumnHidden(i, !m_allColumns->isChecked() && !all.at(i).isAlwaysShown);
    fitTable();
}

void ResultsView::fitTable()
{
    m_table->resizeColumnsToContents();
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_table->rowHeight(row);
    height += m_table->horizontalScrollBar()->sizeHint().height(); // room for the scroll bar, which may appear
    m_table->setFixedHeight(height);
    m_table->setVisible(m_model->rowCount() > 0);
    m_allColumns->setVisible(m_model->rowCount() > 0);
}

void ResultsView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeCharts();
}

void ResultsView::placeCharts()
{
    const int wanted = viewport()->width() >= fontMetrics().height() * 36 ? 2 : 1;
    if (wanted == m_columnsOfCharts)
        return;
    m_columnsOfCharts = wanted;
    for (int i = 0; i < int(m_charts.size()); ++i)
        m_grid->addWidget(m_charts.at(i), i / wanted, i % wanted, 1, i + 1 == m_charts.size() ? wanted - i % wanted : 1); // to the edge
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, wanted - 1);
}

void ResultsView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void ResultsView::colour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, widgets::readableOn(colours.color(QPalette::Window), QColor(0xb3, 0x6b, 0x00)));
    m_caution->setPalette(colours);
}

void ResultsView::retranslate()
{
    m_model->retranslate();
    m_allColumns->setText(tr("All columns"));
    m_table->setAccessibleName(tr("Results"));
    setAccessibleName(tr("Results"));
    showText();
    fitTable();
}

} // namespace pushlab::app
