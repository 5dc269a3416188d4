// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/byteschart.h"

#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/plotting.h"

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::VariantResult;

namespace {

const std::array partColours{QColor(0x44, 0x77, 0xaa), QColor(0xdd, 0xaa, 0x33), QColor(0x99, 0x99, 0x99)};

std::array<double, 3> partsOf(const VariantResult &one)
{
    const double messages = double(std::max<qint64>(one.messages, 1));
    return {double(one.asking.up.payload + one.asking.down.payload) / messages,
            double(one.asking.up.header + one.asking.down.header) / messages, one.segmentBytes / messages};
}

class BytesTicker final : public QCPAxisTicker
{
public:
    BytesTicker() { setTickCount(4); }

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override { return widgets::bytesText(tick); }
    int getSubTickCount(double) override { return 0; }
};

} // namespace

BytesChart::BytesChart(QWidget *parent) : RunChart(parent)
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i] = new QCPBars(plot().yAxis, plot().xAxis);
        m_parts[i]->setWidth(0.6);
        if (i > 0)
            m_parts[i]->moveAbove(m_parts[i - 1]);
    }
    plot().xAxis->setTicker(QSharedPointer<BytesTicker>::create());
    plot().yAxis->setRangeReversed(true);
    plot().yAxis->grid()->setVisible(false);
    plot().yAxis->setSubTicks(false);
    retranslate();
}

void BytesChart::updatePlot()
{
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    plot().clearItems();
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        m_parts[part]->data()->clear();
        m_parts[part]->setPen(Qt::NoPen);
        m_parts[part]->setBrush(widgets::readableOn(ground(), partColours[part], 2));
    }
    double greatest = 0;
    int row = 0;
    for (const ShownRun &run : runs()) {
        for (const VariantResult &one : run.result.variants) {
            const auto parts = partsOf(one);
            double sum = 0;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                m_parts[part]->addData(row, parts[part]);
                sum += parts[part];
            }
            greatest = std::max(greatest, sum);
            ticker->addTick(row, nameOf(run, one.variant));
            auto *const text = new QCPItemText(&plot());
            text->setText(sum > 0 ? widgets::bytesText(sum) : QString());
            text->setColor(palette().color(QPalette::Text));
            text->setFont(plot().yAxis->tickLabelFont());
            text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            text->setPadding(QMargins(fontMetrics().height() / 4, 0, 0, 0));
            text->position->setCoords(sum, row++);
        }
    }
    setLegend({{u"■"_s, m_parts[0]->brush().color(), tr("payload")},
               {u"■"_s, m_parts[1]->brush().color(), tr("HTTP or frame headers")},
               {u"■"_s, m_parts[2]->brush().color(), tr("TCP/IP (estimate)")}});
    plot().yAxis->setTicker(ticker);
    plot().yAxis->setRange(-0.6, std::max(row, 1) - 0.4);
    plot().xAxis->setRange(0, greatest > 0 ? greatest * 1.25 : 1000);
}

void BytesChart::retranslate()
{
    setTitle(tr("Bytes of a delivered message"));
}

} // namespace pushlab::app
