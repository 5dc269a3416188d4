// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/counterstable.h"

#include "client/widgets/figures.h"
#include "client/widgets/techniquelook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

CountersTable::CountersTable(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 3);
    for (const Technique technique : protocol::allTechniques) {
        Column column;
        column.requests = new QLabel(this);
        column.delay = new QLabel(this);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        for (QLabel *label : {column.requests, column.delay}) {
            label->setAlignment(Qt::AlignCenter);
            label->setTextFormat(Qt::PlainText);
            cell->addWidget(label);
        }
        row->addLayout(cell, 1);
        m_columns.append(column);
        showColumn(technique);
    }
}

void CountersTable::setCounters(Technique technique, const session::ClientCounters &counters)
{
    m_columns[int(technique)].counters = counters;
    showColumn(technique);
}

void CountersTable::showColumn(Technique technique)
{
    const Column &column = m_columns.at(int(technique));
    const auto mean = column.counters.meanDelay();
    column.requests->setText(tr("Requests: %1").arg(countText(column.counters.requests)));
    column.delay->setText(tr("Mean delay: %1").arg(mean ? delayText(*mean) : u"–"_s));
    column.requests->setAccessibleName(techniqueTitle(technique) + u", "_s + column.requests->text());
    column.delay->setAccessibleName(techniqueTitle(technique) + u", "_s + column.delay->text());
}

void CountersTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (const Technique technique : protocol::allTechniques)
        showColumn(technique);
}

} // namespace pushlab::widgets
