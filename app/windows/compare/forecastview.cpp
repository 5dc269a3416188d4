// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/forecastview.h"

#include "app/windows/compare/variantstyle.h"
#include "client/compare/load/comparison.h"
#include "client/compare/result/forecast.h"
#include "client/compare/text/runtext.h"
#include "client/widgets/figures.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::VariantResult;

namespace {

constexpr int columns = 5;

QString textOf(const compare::Figure &figure, const std::function<QString(double)> &text)
{
    return figure.theory ? text(*figure.theory) : u"–"_s;
}

} // namespace

ForecastView::ForecastView(QWidget *parent) : QWidget(parent), m_title(new QLabel(this)), m_grid(new QGridLayout)
{
    const int em = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_grid->setHorizontalSpacing(em / 2);
    m_grid->setVerticalSpacing(em / 6);
    for (int row = 0; row <= int(compare::allVariants.size()); ++row) {
        for (int column = 0; column < columns; ++column) {
            auto *label = new QLabel(this);
            label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            m_grid->addWidget(label, row, column);
            m_labels.append(label);
        }
    }
    m_grid->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em / 3);
    column->addWidget(m_title);
    column->addLayout(m_grid);
    showForecast();
}

void ForecastView::setOptions(const compare::RunOptions &options)
{
    m_options = options;
    showForecast();
}

void ForecastView::showForecast()
{
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(compare::Comparison::estimatedTime(m_options));
    m_title->setText(tr("Expected; takes about %1").arg(compare::clockText(whole)));
    QStringList cells{QString(), tr("requests\n/min"), tr("empty"), tr("bytes\n/message"), tr("mean\ndelay")};
    const QLocale locale;
    for (const VariantResult &one : compare::forecast(m_options)) {
        cells += variantLabel(one.variant);
        cells += textOf(one.requestsPerMinute,
                        [&](double value) { return locale.toString(value, 'f', value > 0 && value < 9.95 ? 1 : 0); });
        cells += textOf(one.emptyShare, [&](double share) -> QString { return locale.toString(share * 100, 'f', 0) + u" %"_s; });
        cells += textOf(one.bytesPerMessage, widgets::bytesText);
        cells += textOf(one.mean, widgets::delayText);
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setText(cells.value(i));
        m_labels.at(i)->setVisible(i < cells.size());
    }
}

void ForecastView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showForecast();
}

} // namespace pushlab::app
