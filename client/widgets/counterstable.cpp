// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/counterstable.h"

#include "client/session/delayreporter.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/techniquestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

CountersTable::CountersTable(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 3);
    for (const Technique technique : protocol::allTechniques) {
        Column column;
        column.requests = new QLabel(this);
        column.delay = new QLabel(this);
        column.samples = new QLabel(this);
        column.delay->setWordWrap(true); // otherwise three columns with ± would widen a narrow window
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        for (QLabel *label : {column.requests, column.delay, column.samples}) {
            label->setAlignment(Qt::AlignCenter);
            label->setTextFormat(Qt::PlainText);
            cell->addWidget(label);
        }
        row->addLayout(cell, 1);
        m_columns.append(column);
        showColumn(technique);
    }
    colour();
}

void CountersTable::setCounters(Technique technique, const session::ClientCounters &counters)
{
    m_columns[int(technique)].counters = counters;
    showColumn(technique);
}

void CountersTable::setShown(const QList<Technique> &techniques)
{
    for (const Technique technique : protocol::allTechniques) {
        const Column &column = m_columns.at(int(technique));
        for (QLabel *label : {column.requests, column.delay, column.samples})
            label->setVisible(techniques.contains(technique));
    }
}

void CountersTable::showAll()
{
    for (const Technique technique : protocol::allTechniques)
        showColumn(technique);
}

void CountersTable::showColumn(Technique technique)
{
    const Column &column = m_columns.at(int(technique));
    const protocol::DelayHistogram &delays = column.counters.delays;
    const auto quantile = [&](double p) {
        return delays.isEmpty() ? u"–"_s : measuredDelay(session::toMilliseconds(delays.quantile(p)), column.counters.uncertainty);
    };
    column.requests->setText(tr("Requests: %1").arg(countText(column.counters.requests)));
    //: Percentiles: half of all delays are at most the first, 95 of 100 at most the second
    column.delay->setText(tr("Delay p50: %1 · p95: %2").arg(quantile(0.5), quantile(0.95)));
    //: How many delays were measured
    QString samples = tr("n: %1").arg(countText(delays.count()));
    if (column.counters.setAside > 0)
        samples += u" · "_s + tr("set aside: %1").arg(countText(column.counters.setAside));
    column.samples->setText(samples);
    for (QLabel *label : {column.requests, column.delay, column.samples}) {
        label->setAccessibleName(techniqueTitle(technique) + u", "_s + label->text());
        label->setToolTip(label == column.requests ? QString()
                                                   : tr("From the host's acceptance of a message to its receipt here, and by how much "
                                                        "the two clocks may disagree"));
    }
}

void CountersTable::colour()
{
    const QPalette quiet = quietPalette(palette());
    for (const Column &column : std::as_const(m_columns))
        column.samples->setPalette(quiet);
}

void CountersTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showAll();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace pushlab::widgets
