// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/figurerows.h"

#include "client/compare/result/wording.h"

#include <functional>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

using Text = std::function<QString(double)>;

class RowList
{
public:
    explicit RowList(const RunResult &result) : m_result(result) {}

    void add(const QString &label, const std::function<QString(const VariantResult &)> &text)
    {
        FigureRow row{label, {}};
        for (const VariantResult &one : m_result.variants)
            row.cells.append({text(one), {}, {}});
        m_rows.append(row);
    }

    void add(const QString &label, Figure VariantResult::*member, const Text &text)
    {
        FigureRow row{label, {}};
        for (const VariantResult &one : m_result.variants) {
            const Figure &figure = one.*member;
            FigureCell cell{text(figure.value), {}, {}};
            if (figure.halfWidth)
                cell.measured += u" ± "_s + text(*figure.halfWidth);
            if (figure.theory)
                cell.theory = text(*figure.theory);
            if (const auto residual = figure.residual())
                cell.residual = signedPercentText(*residual);
            if (member == &VariantResult::emptyShare && figure.theory) // of a share, in points
                cell.residual = signedPercentText((figure.value - *figure.theory) * 100);
            row.cells.append(cell);
        }
        m_rows.append(row);
    }

    //! What chance leaves open and what two clocks do adds up.
    void addDelay(const QString &label, Figure VariantResult::*member)
    {
        add(label, member, delayText);
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
    rows.add(u"messages sent"_s, [](const auto &one) { return countText(one.sent); });
    rows.add(u"delivered / expected"_s,
             [](const auto &one) -> QString { return countText(one.delivered) + u" / "_s + countText(one.expected); });
    rows.add(u"lost"_s, [](const auto &one) { return countText(one.lost); });
    rows.add(u"repeated"_s, [](const auto &one) { return countText(one.repeated); });
    rows.add(u"requests"_s, [](const auto &one) { return countText(one.requests); });
    rows.add(u"requests/min per client"_s, &VariantResult::requestsPerMinute, numberText);
    rows.add(u"answers with nothing"_s, &VariantResult::emptyShare, percentText);
    rows.add(u"connections"_s, [](const auto &one) { return countText(one.connections); });
}

void addBytes(RowList &rows)
{
    rows.add(u"bytes/min per client"_s, &VariantResult::bytesPerMinute, bytesText);
    rows.add(u"bytes up"_s, [](const auto &one) { return bytesText(double(one.asking.up.total())); });
    rows.add(u"bytes down"_s, [](const auto &one) { return bytesText(double(one.asking.down.total())); });
    rows.add(u"bytes to send the messages"_s, [](const auto &one) { return bytesText(double(one.sending.total())); });
    rows.add(u"handshake per client"_s, [](const auto &one) { return bytesText(one.handshakeBytes); });
    rows.add(u"bytes/message"_s, &VariantResult::bytesPerMessage, bytesText);
    rows.add(u"  payload"_s,
             [](const auto &one) { return perMessage(one, double(one.asking.up.payload + one.asking.down.payload)); });
    rows.add(u"  HTTP or frame header"_s,
             [](const auto &one) { return perMessage(one, double(one.asking.up.header + one.asking.down.header)); });
    rows.add(u"  TCP-IP (estimate)"_s, [](const auto &one) { return perMessage(one, one.segmentBytes); });
}

} // namespace

QList<FigureRow> figureRows(const RunResult &result)
{
    RowList rows(result);
    addCounts(rows);
    addBytes(rows);
    rows.add(u"messages with a delay (n)"_s, [](const auto &one) { return countText(one.samples); });
    rows.addDelay(u"mean delay"_s, &VariantResult::mean);
    rows.addDelay(u"p50"_s, &VariantResult::p50);
    rows.addDelay(u"p95"_s, &VariantResult::p95);
    rows.addDelay(u"p99"_s, &VariantResult::p99);
    rows.addDelay(u"max"_s, &VariantResult::max);
    rows.add(u"host's CPU per message"_s,
             [](const auto &one) { return one.cpuPerMessage ? delayText(*one.cpuPerMessage) : u"–"_s; });
    rows.add(u"times the least bytes"_s, [](const auto &one) { return numberText(one.bytesRatio); });
    rows.add(u"times the least delay"_s, [](const auto &one) { return numberText(one.delayRatio); });
    rows.add(u"fit of the delays (KS)"_s,
             [](const auto &one) { return one.fit ? u"p = %1"_s.arg(one.fit->pValue, 0, 'f', 2) : QString(); });
    return rows.take();
}

QString optionsSentence(const RunOptions &options)
{
    const auto seconds = [](std::chrono::milliseconds time) -> QString {
        return QString::number(double(time.count()) / 1000) + u" s"_s;
    };
    QString text = u"%1 clients each, %2 messages a second (%3) of %4 B, a poll every %5, hold %6, %7 after %8 of warm-up, %9 times"_s
                       .arg(options.clients)
                       .arg(options.rate)
                       .arg(options.isConstant ? u"constant"_s : u"Poisson"_s)
                       .arg(options.size)
                       .arg(seconds(options.pollInterval), seconds(options.hold), seconds(options.duration), seconds(options.warmUp))
                       .arg(options.repeats);
    text += options.isSimultaneous ? u", all at once"_s : u", one after another"_s;
    if (!options.keepAlive)
        text += u", a connection for every request"_s;
    if (options.delay.count() > 0)
        text += u", %1 ms added each way"_s.arg(options.delay.count());
    if (options.jitter.count() > 0)
        text += u" ± %1 ms"_s.arg(options.jitter.count());
    if (options.rateBitsPerSecond > 0)
        text += u", %1 kbit/s"_s.arg(double(options.rateBitsPerSecond) / 1000);
    return text + u", seed %1."_s.arg(options.seed);
}

} // namespace pushlab::compare
