// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/figurerows.h"

#include "client/compare/result/wording.h"
#include "client/compare/text/varianttext.h"

#include <cmath>
#include <functional>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

using RowName = FigureRow::Name;
using Text = std::function<QString(double)>;

constexpr double wellWithin = 5; // %: larger residuals are marked

//! A delay in the report's language.
QString delayInReport(double milliseconds)
{
    return delayText(milliseconds);
}

class RowList
{
public:
    explicit RowList(const RunResult &result) : m_result(result) {}

    void add(RowName name, const std::function<QString(const VariantResult &)> &text)
    {
        FigureRow row{name, {}};
        for (const VariantResult &one : m_result.variants)
            row.cells.append({text(one), {}, {}, false});
        m_rows.append(row);
    }

    void add(RowName name, Figure VariantResult::*member, const Text &text)
    {
        FigureRow row{name, {}};
        for (const VariantResult &one : m_result.variants) {
            const Figure &figure = one.*member;
            FigureCell cell{text(figure.value), {}, {}, false};
            if (figure.halfWidth)
                cell.measured += u" ± "_s + text(*figure.halfWidth);
            if (figure.theory)
                cell.theory = text(*figure.theory);
            std::optional<double> residual = figure.residual();
            if (member == &VariantResult::emptyShare && figure.theory) // the difference of shares is given in percentage points
                residual = (figure.value - *figure.theory) * 100;
            if (residual) {
                cell.residual = signedPercentText(*residual);
                cell.isFarOff = std::abs(*residual) > wellWithin;
            }
            row.cells.append(cell);
        }
        m_rows.append(row);
    }

    //! Adds a row of delays; the uncertainties by chance and by the clocks add up.
    void addDelay(RowName name, Figure VariantResult::*member)
    {
        add(name, member, delayInReport);
        const double clock = m_result.clockDoubt();
        if (!(clock > 0))
            return;
        for (qsizetype i = 0; i < m_result.variants.size(); ++i) {
            const Figure &figure = m_result.variants.at(i).*member;
            m_rows.last().cells[i].measured = measuredDelay(figure.value, clock + figure.halfWidth.value_or(0));
        }
    }

    [[nodiscard]] QList<FigureRow> take() { return std::move(m_rows); }

private:
    const RunResult &m_result;
    QList<FigureRow> m_rows;
};

QString perMessage(const VariantResult &one, double bytes)
{
    return one.messages > 0 ? bytesText(bytes / double(one.messages)) : u"–"_s;
}

void addCounts(RowList &rows)
{
    rows.add(RowName::Sent, [](const auto &one) { return countText(one.sent); });
    rows.add(RowName::Delivered,
             [](const auto &one) -> QString { return countText(one.delivered) + u" / "_s + countText(one.expected); });
    rows.add(RowName::Lost, [](const auto &one) { return countText(one.lost); });
    rows.add(RowName::Repeated, [](const auto &one) { return countText(one.repeated); });
    rows.add(RowName::Requests, [](const auto &one) { return countText(one.requests); });
    rows.add(RowName::RequestsPerMinute, &VariantResult::requestsPerMinute, numberText);
    rows.add(RowName::Empty, &VariantResult::emptyShare, percentText);
    rows.add(RowName::Connections, [](const auto &one) { return countText(one.connections); });
}

void addBytes(RowList &rows)
{
    rows.add(RowName::BytesPerMinute, &VariantResult::bytesPerMinute, bytesText);
    rows.add(RowName::BytesUp, [](const auto &one) { return bytesText(double(one.asking.up.total())); });
    rows.add(RowName::BytesDown, [](const auto &one) { return bytesText(double(one.asking.down.total())); });
    rows.add(RowName::SendingBytes, [](const auto &one) { return bytesText(double(one.sending.total())); });
    rows.add(RowName::Handshake, [](const auto &one) { return bytesText(one.handshakeBytes); });
    rows.add(RowName::BytesPerMessage, &VariantResult::bytesPerMessage, bytesText);
    rows.add(RowName::Payload,
             [](const auto &one) { return perMessage(one, double(one.asking.up.payload + one.asking.down.payload)); });
    rows.add(RowName::Headers,
             [](const auto &one) { return perMessage(one, double(one.asking.up.header + one.asking.down.header)); });
    rows.add(RowName::Segments, [](const auto &one) { return perMessage(one, one.segmentBytes); });
}

} // namespace

QList<FigureRow> figureRows(const RunResult &result)
{
    RowList rows(result);
    addCounts(rows);
    addBytes(rows);
    rows.add(RowName::Samples, [](const auto &one) { return countText(one.samples); });
    rows.addDelay(RowName::MeanDelay, &VariantResult::mean);
    rows.addDelay(RowName::P50, &VariantResult::p50);
    rows.addDelay(RowName::P95, &VariantResult::p95);
    rows.addDelay(RowName::P99, &VariantResult::p99);
    rows.addDelay(RowName::GreatestDelay, &VariantResult::max);
    rows.add(RowName::HostCpu, [](const auto &one) { return one.cpuPerMessage ? delayText(*one.cpuPerMessage) : u"–"_s; });
    rows.add(RowName::BytesRatio, [](const auto &one) { return numberText(one.bytesRatio); });
    rows.add(RowName::DelayRatio, [](const auto &one) { return numberText(one.delayRatio); });
    rows.add(RowName::Fit, [](const auto &one) { return one.fit ? u"p = %1"_s.arg(one.fit->pValue, 0, 'f', 2) : QString(); });
    return rows.take();
}

} // namespace pushlab::compare
