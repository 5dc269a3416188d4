// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/csvreport.h"

#include "server/protocol/csvfield.h"

#include <cmath>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

//! Collects head and fields of a row together, so that they always match.
class Row
{
public:
    void text(QByteArrayView name, const QString &value) { append(name, protocol::csvField(value)); }
    void number(QByteArrayView name, std::optional<double> value)
    {
        append(name, value && std::isfinite(*value) ? QByteArray::number(*value, 'g', 10) : QByteArray());
    }
    void count(QByteArrayView name, qint64 value) { append(name, QByteArray::number(value)); }
    void figure(const QByteArray &name, const Figure &figure)
    {
        number(name, figure.value);
        number(QByteArray(name + "_ci95"), figure.halfWidth);
        number(QByteArray(name + "_theory"), figure.theory);
        number(QByteArray(name + "_residual_percent"), figure.residual());
    }

    QByteArray head;
    QByteArray fields;

private:
    void append(QByteArrayView name, const QByteArray &field)
    {
        if (!head.isEmpty()) {
            head += ',';
            fields += ',';
        }
        head.append(name);
        fields += field;
    }
};

void appendCounts(Row &row, const VariantResult &one)
{
    row.count("clients", one.clients);
    row.count("repeats", one.repeats);
    row.number("seconds", one.seconds);
    row.number("messages_per_second", one.rate);
    row.count("sent", one.sent);
    row.count("expected", one.expected);
    row.count("delivered", one.delivered);
    row.count("lost", one.lost);
    row.count("repeated", one.repeated);
    row.count("failures", one.failures);
    row.count("requests", one.requests);
    row.count("empty", one.empty);
    row.count("connections", one.connections);
    row.count("delay_n", one.samples);
}

void appendBytes(Row &row, const VariantResult &one)
{
    row.count("bytes_up", one.asking.up.total());
    row.count("bytes_down", one.asking.down.total());
    row.count("payload_bytes", one.asking.up.payload + one.asking.down.payload);
    row.count("header_bytes", one.asking.up.header + one.asking.down.header);
    row.count("sending_bytes_up", one.sending.up.total());
    row.count("sending_bytes_down", one.sending.down.total());
    row.number("tcp_ip_bytes_estimate", one.segmentBytes);
    row.number("handshake_bytes_per_client", one.handshakeBytes);
    row.number("theory_h_bytes", one.headerBytes);
    row.number("theory_m_bytes", one.messageBytes);
}

Row rowOf(const RunResult &result, const VariantResult &one)
{
    Row row;
    row.text("technique", QString::fromLatin1(variantName(one.variant)));
    appendCounts(row, one);
    row.figure("requests_per_minute", one.requestsPerMinute);
    row.figure("empty_share", one.emptyShare);
    row.figure("bytes_per_minute", one.bytesPerMinute);
    row.figure("bytes_per_message", one.bytesPerMessage);
    appendBytes(row, one);
    row.figure("mean_ms", one.mean);
    row.figure("p50_ms", one.p50);
    row.figure("p95_ms", one.p95);
    row.figure("p99_ms", one.p99);
    row.figure("max_ms", one.max);
    row.number("cpu_ms_per_message", one.cpuPerMessage);
    row.number("bytes_ratio", one.bytesRatio);
    row.number("delay_ratio", one.delayRatio);
    row.number("round_trip_ms", result.roundTrip);
    row.number("clock_uncertainty_ms", result.clockUncertainty);
    row.number("load_busy", result.loadBusy);
    row.text("seed", QString::number(result.options.seed));
    row.text("version", result.provenance.version);
    row.text("started", result.provenance.started);
    row.text("kernel", result.provenance.kernel);
    row.text("cpu", result.provenance.cpu);
    row.text("command", result.provenance.commandLine);
    return row;
}

} // namespace

QByteArray csvReport(const RunResult &result)
{
    QByteArray csv = byteOrderMark.toByteArray();
    for (qsizetype i = 0; i < result.variants.size(); ++i) {
        const Row row = rowOf(result, result.variants.at(i));
        if (i == 0)
            csv += row.head + "\r\n";
        csv += row.fields + "\r\n";
    }
    return csv;
}

} // namespace pushlab::compare
