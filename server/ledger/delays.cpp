// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/delays.h"

#include "server/protocol/json.h"
#include "server/protocol/limits.h"

namespace pushlab::ledger {

using protocol::DelayHistogram;
using protocol::DelayReport;
using protocol::Technique;

namespace {

struct Quantile
{
    double p;
    QByteArrayView json;
    QByteArrayView label;
};
constexpr Quantile quantiles[] = {{0.5, "p50", "0.5"}, {0.95, "p95", "0.95"}, {0.99, "p99", "0.99"}, {1, "max", "1"}};

double milliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

QByteArray seconds(std::chrono::nanoseconds duration)
{
    return QByteArray::number(std::chrono::duration<double>(duration).count(), 'g', 9);
}

DelayFigures figuresOf(const DelayHistogram &histogram)
{
    return {histogram.count(), milliseconds(histogram.quantile(0.5)), milliseconds(histogram.quantile(0.95)),
            milliseconds(histogram.quantile(0.99)), milliseconds(histogram.max())};
}

void appendFigures(QByteArray &json, QByteArrayView key, const DelayHistogram &histogram)
{
    json.append(",\"").append(key).append("\":{\"n\":").append(QByteArray::number(histogram.count()));
    for (const Quantile &quantile : quantiles) {
        json.append(",\"").append(quantile.json).append("\":");
        if (histogram.isEmpty())
            json += "null";
        else
            protocol::appendJsonTime(json, milliseconds(histogram.quantile(quantile.p)));
    }
    json += ",\"mean\":";
    if (histogram.isEmpty())
        json += "null";
    else
        protocol::appendJsonTime(json, milliseconds(histogram.mean()));
}

void appendDelayHead(QByteArray &text, QByteArrayView metric, QByteArrayView type, QByteArrayView help)
{
    text.append("# HELP ").append(metric).append(' ').append(help);
    text.append("\n# TYPE ").append(metric).append(' ').append(type).append('\n');
}

QByteArray sample(const QByteArray &metric, Technique technique, const QByteArray &labels, const QByteArray &value)
{
    QByteArray line = metric + "{technique=\"" + protocol::techniqueName(technique).toByteArray() + '"';
    line.append(labels).append("} ").append(value).append('\n');
    return line;
}

void appendSummary(QByteArray &text, const QByteArray &metric, Technique technique, const DelayHistogram &histogram)
{
    for (const Quantile &quantile : quantiles) {
        const QByteArray label = ",quantile=\"" + quantile.label.toByteArray() + '"';
        text += sample(metric, technique, label, histogram.isEmpty() ? "NaN" : seconds(histogram.quantile(quantile.p)));
    }
    text += sample(metric + "_sum", technique, {}, seconds(histogram.sum()));
    text += sample(metric + "_count", technique, {}, QByteArray::number(histogram.count()));
}

} // namespace

ReportTaken Delays::add(const MemberKey &from, const DelayReport &report, Technique current)
{
    const ReportTaken taken = noteMember(from, report, current);
    if (taken != ReportTaken::Counted)
        return taken;
    Total &total = m_totals[size_t(report.technique)];
    total.delivery.merge(report.delivery);
    total.keypress.merge(report.keypress);
    total.setAside += report.setAside;
    return taken;
}

// Reports may overtake each other on two connections, and an unanswered one is sent again.
ReportTaken Delays::noteNumber(Member &member, qint64 number)
{
    constexpr qint64 window = 64;
    const qint64 ahead = number - member.lastNumber;
    if (ahead > 0) {
        member.seenBefore = ahead > window ? 0 : (ahead == window ? 0 : member.seenBefore << ahead) | quint64(1) << (ahead - 1);
        member.lastNumber = number;
        return ReportTaken::Counted;
    }
    if (-ahead > window)
        return ReportTaken::OtherSequence;
    const quint64 bit = ahead < 0 ? quint64(1) << (-ahead - 1) : 0;
    if (bit == 0 || (member.seenBefore & bit) != 0)
        return ReportTaken::CountedBefore;
    member.seenBefore |= bit;
    return ReportTaken::Counted;
}

ReportTaken Delays::noteMember(const MemberKey &from, const DelayReport &report, Technique current)
{
    auto found = m_members.find(from);
    if (found == m_members.end()) {
        if (m_members.size() >= protocol::maxReportingMembers)
            return ReportTaken::Counted; // counted for its technique nevertheless
        found = m_members.insert(from, Member{});
    }
    Member &member = *found;
    if (const ReportTaken taken = noteNumber(member, report.number); taken != ReportTaken::Counted)
        return taken;
    MemberDelays &figures = member.figures;
    figures.roundTrip = report.roundTrip;
    figures.uncertainty = report.uncertainty;
    figures.missed = report.missed;
    figures.repeated = report.repeated;
    if (report.technique != current)
        return ReportTaken::Counted; // measured with the technique that it used before
    if (member.technique != current) {
        member.technique = current;
        member.delivery.clear();
        figures.p95.reset();
    }
    member.delivery.merge(report.delivery);
    if (!member.delivery.isEmpty())
        figures.p95 = milliseconds(member.delivery.quantile(0.95));
    return ReportTaken::Counted;
}

TechniqueDelays Delays::of(Technique technique) const
{
    const Total &total = m_totals[size_t(technique)];
    return {figuresOf(total.delivery), figuresOf(total.keypress), total.delivery, total.setAside};
}

MemberDelays Delays::member(const MemberKey &key, Technique current) const
{
    const auto found = m_members.find(key);
    if (found == m_members.end())
        return {};
    MemberDelays figures = found->figures;
    if (found->technique != current)
        figures.p95.reset();
    return figures;
}

void Delays::appendJson(QByteArray &json, Technique technique) const
{
    const Total &total = m_totals[size_t(technique)];
    appendFigures(json, "delay", total.delivery);
    json.append(",\"setAside\":").append(QByteArray::number(total.setAside)).append('}');
    appendFigures(json, "keypressDelay", total.keypress);
    json += '}';
}

void Delays::appendPrometheus(QByteArray &text) const
{
    const QByteArray delivery("pushlab_delay_seconds");
    appendDelayHead(text, delivery, "summary", "From the host's acceptance of a message to its receipt, as members report it.");
    for (const Technique technique : protocol::allTechniques)
        appendSummary(text, delivery, technique, m_totals[size_t(technique)].delivery);
    const QByteArray keypress("pushlab_keypress_delay_seconds");
    appendDelayHead(text, keypress, "summary", "From the sender's keypress to receipt, as members report it.");
    for (const Technique technique : protocol::allTechniques)
        appendSummary(text, keypress, technique, m_totals[size_t(technique)].keypress);
    const QByteArray setAside("pushlab_delay_set_aside_total");
    appendDelayHead(text, setAside, "counter", "Delays that members set aside, because a tab was hidden or a machine slept.");
    for (const Technique technique : protocol::allTechniques)
        text += sample(setAside, technique, {}, QByteArray::number(m_totals[size_t(technique)].setAside));
}

} // namespace pushlab::ledger
