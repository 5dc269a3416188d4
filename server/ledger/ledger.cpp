// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/ledger.h"

#include "server/protocol/json.h"

namespace pushlab::ledger {

namespace {

using protocol::allTechniques;
using protocol::Technique;
using protocol::techniqueName;

struct Column
{
    QByteArrayView json;
    QByteArrayView metric;
    QByteArrayView help;
    qint64 Usage::*field;
};

constexpr QByteArrayView requestsMetric = "requests_total";

constexpr Column columns[] = {
    {"requests", requestsMetric, "Requests that ask for messages, whatever answered them; WebSocket handshakes.", &Usage::requests},
    {"answers", "answers_total", "Answers to them that were handed to an open connection.", &Usage::answers},
    {"empty", "empty_answers_total", "Answers without a message.", &Usage::empty},
    {"controlRequests", "control_requests_total", "Requests that were answered with nothing but what the teacher has set.",
     &Usage::controlRequests},
    {"sends", "sends_total", "Requests or frames that send a message.", &Usage::sends},
    {"delivered", "delivered_total", "Messages handed to a connection, but for the history.", &Usage::delivered},
    {"history", "history_total", "Messages handed out that were there before the member, or that it had before.", &Usage::history},
    {"connections", "connections_total", "Connections that carried the technique.", &Usage::connections},
};

struct Part
{
    QByteArrayView name;
    qint64 ByteSplit::*field;
};

constexpr Part parts[] = {
    {"payload", &ByteSplit::payload}, {"overhead", &ByteSplit::overhead}, {"handshake", &ByteSplit::handshake},
    {"history", &ByteSplit::history}, {"control", &ByteSplit::control},
};

//! The counters of one direction, up or down.
struct Way
{
    QByteArrayView json;
    QByteArrayView sumJson;
    QByteArrayView metric;
    QByteArrayView help;
    QByteArrayView partMetric;
    QByteArrayView partHelp;
    ByteSplit Usage::*bytes;
};

constexpr Way ways[] = {
    {"up", "bytesUp", "received_bytes_total", "TCP payload from members.", "received_bytes_by_part_total",
     "TCP payload from members, by what it was.", &Usage::up},
    {"down", "bytesDown", "sent_bytes_total", "TCP payload to members.", "sent_bytes_by_part_total",
     "TCP payload to members, by what it was.", &Usage::down},
};

struct Segments
{
    QByteArrayView json;
    QByteArrayView metric;
    QByteArrayView help;
    qint64 TcpIpCounters::*field;
};

constexpr Segments segmentColumns[] = {
    {"segmentsUp", "received_segments_total", "TCP segments from members.", &TcpIpCounters::segmentsUp},
    {"segmentsDown", "sent_segments_total", "TCP segments to members.", &TcpIpCounters::segmentsDown},
    {"bytesUp", "received_tcpip_bytes_total", "TCP and IP headers from members, an estimate.", &TcpIpCounters::bytesUp},
    {"bytesDown", "sent_tcpip_bytes_total", "TCP and IP headers to members, an estimate.", &TcpIpCounters::bytesDown},
};

struct OtherColumn
{
    QByteArrayView json;
    QByteArrayView metric;
    QByteArrayView help;
    qint64 OtherCounters::*field;
};

constexpr OtherColumn otherColumns[] = {
    {"requests", "other_requests_total",
     "Requests for pages, static files, clock samples, dashboards, by the teacher's own chat.", &OtherCounters::requests},
    {"connections", "other_connections_total", "Connections that carried such requests.", &OtherCounters::connections},
    {"bytesUp", "other_received_bytes_total", "TCP payload of such requests.", &OtherCounters::bytesUp},
    {"bytesDown", "other_sent_bytes_total", "TCP payload of their answers.", &OtherCounters::bytesDown},
};

struct TlsColumn
{
    QByteArrayView json;
    QByteArrayView metric;
    QByteArrayView help;
    qint64 TlsCounters::*field;
};

constexpr TlsColumn tlsColumns[] = {
    {"handshakes", "tls_handshakes_total", "TLS handshakes that succeeded.", &TlsCounters::handshakes},
    {"failures", "tls_handshake_failures_total", "TLS handshakes that did not.", &TlsCounters::failures},
    {"bytesUp", "tls_received_bytes_total", "Bytes that TLS took itself, besides what it carried to the host.", &TlsCounters::bytesUp},
    {"bytesDown", "tls_sent_bytes_total", "Bytes that TLS took itself, besides what it carried from the host.",
     &TlsCounters::bytesDown},
};

void appendNumber(QByteArray &json, QByteArrayView key, qint64 value, bool first)
{
    if (!first)
        json += ',';
    protocol::appendJsonString(json, key);
    json.append(':').append(QByteArray::number(value));
}

void appendHead(QByteArray &text, QByteArrayView metric, QByteArrayView help, QByteArrayView type)
{
    text.append("# HELP pushlab_").append(metric).append(' ').append(help);
    text.append("\n# TYPE pushlab_").append(metric).append(' ').append(type).append('\n');
}

void appendSample(QByteArray &text, QByteArrayView metric, Technique technique, const QByteArray &label, qint64 value)
{
    text.append("pushlab_").append(metric).append("{technique=\"").append(techniqueName(technique)).append('"');
    text.append(label).append("} ").append(QByteArray::number(value)).append('\n');
}

template <typename Value>
void appendSeries(QByteArray &text, QByteArrayView metric, QByteArrayView help, QByteArrayView type, const Value &value)
{
    appendHead(text, metric, help, type);
    for (const Technique technique : allTechniques)
        appendSample(text, metric, technique, {}, value(technique));
}

template <typename Split>
void appendParts(QByteArray &text, QByteArrayView metric, QByteArrayView help, const Split &split)
{
    appendHead(text, metric, help, "counter");
    for (const Technique technique : allTechniques) {
        for (const Part &part : parts) {
            QByteArray label(",part=\"");
            label.append(part.name).append('"');
            appendSample(text, metric, technique, label, split(technique).*part.field);
        }
    }
}

//! Appends `"polling":{"members":…,` and so on; the object stays open.
void appendTechnique(QByteArray &json, Technique technique, const TechniqueCounters &counters)
{
    if (technique != allTechniques.front())
        json += ',';
    protocol::appendJsonString(json, techniqueName(technique));
    json += ":{";
    appendNumber(json, "members", counters.members, true);
    appendNumber(json, "virtualClients", counters.virtualClients, false);
    json += ',';
    appendUsage(json, counters);
}

void appendOthers(QByteArray &json, const OtherCounters &other, const std::optional<TlsCounters> &tls)
{
    json += ",\"other\":{";
    for (const OtherColumn &column : otherColumns)
        appendNumber(json, column.json, other.*column.field, &column == otherColumns);
    json += '}';
    if (!tls)
        return;
    json += ",\"tls\":{";
    for (const TlsColumn &column : tlsColumns)
        appendNumber(json, column.json, (*tls).*column.field, &column == tlsColumns);
    json += '}';
}

} // namespace

void Ledger::addBytes(Account account, const ByteSplit &up, const ByteSplit &down)
{
    if (account == Account::Other) {
        m_other.bytesUp += up.total();
        m_other.bytesDown += down.total();
    } else {
        TechniqueCounters &counters = m_techniques[size_t(account) - 1];
        counters.up += up;
        counters.down += down;
    }
}

void Ledger::addSegments(Account account, const TcpIpCounters &segments)
{
    if (account != Account::Other)
        m_techniques[size_t(account) - 1].tcpIp += segments;
}

void Ledger::addConnection(Account account)
{
    if (account == Account::Other)
        ++m_other.connections;
    else
        ++m_techniques[size_t(account) - 1].connections;
}

void appendUsage(QByteArray &json, const Usage &usage)
{
    for (const Column &column : columns)
        appendNumber(json, column.json, usage.*column.field, &column == columns);
    for (const Way &way : ways) {
        const ByteSplit &bytes = usage.*way.bytes;
        appendNumber(json, way.sumJson, bytes.total(), false);
        json += ',';
        protocol::appendJsonString(json, way.json);
        json += ":{";
        for (const Part &part : parts)
            appendNumber(json, part.name, bytes.*part.field, &part == parts);
        json += '}';
    }
    json += ",\"tcpIp\":";
    if (!usage.tcpIp.isKnown()) {
        json += "null";
        return;
    }
    json += '{';
    for (const Segments &one : segmentColumns)
        appendNumber(json, one.json, usage.tcpIp.*one.field, &one == segmentColumns);
    json += ",\"estimate\":true}";
}

QByteArray Ledger::toJson(double now) const
{
    QByteArray json = "{\"now\":";
    protocol::appendJsonTime(json, now);
    json += ",\"techniques\":{";
    for (const Technique technique : allTechniques) {
        appendTechnique(json, technique, of(technique));
        m_delays.appendJson(json, technique);
        json += '}';
    }
    json += '}';
    appendOthers(json, m_other, m_tls);
    return json + '}';
}

QByteArray Ledger::toJsonSinceReset(double now) const
{
    QByteArray json = "{\"now\":";
    protocol::appendJsonTime(json, now);
    json += ",\"since\":";
    if (m_atReset.time > 0)
        protocol::appendJsonTime(json, m_atReset.time);
    else
        json += "null";
    json += ",\"techniques\":{";
    for (const Technique technique : allTechniques) {
        TechniqueCounters counters = of(technique);
        counters -= m_atReset.techniques[size_t(technique)];
        appendTechnique(json, technique, counters);
        json += '}';
    }
    json += '}';
    OtherCounters other = m_other;
    other -= m_atReset.other;
    std::optional<TlsCounters> tls = m_tls;
    if (tls)
        *tls -= m_atReset.tls.value_or(TlsCounters());
    appendOthers(json, other, tls);
    return json + '}';
}

QByteArray Ledger::toPrometheus() const
{
    QByteArray text;
    appendSeries(text, "members", "Members that use the technique now.", "gauge",
                 [this](Technique technique) { return of(technique).members; });
    appendSeries(text, "virtual_clients", "Clients of comparisons that use the technique now.", "gauge",
                 [this](Technique technique) { return of(technique).virtualClients; });
    for (const Column &column : columns) {
        // Held requests are counted at once; only the answer shows that one was for a control entry. A Prometheus counter must
        // not fall, so it stays counted.
        const bool isAll = column.metric == requestsMetric;
        appendSeries(text, column.metric, column.help, "counter", [this, &column, isAll](Technique technique) {
            return of(technique).*column.field + (isAll ? of(technique).controlRequests : 0);
        });
    }
    for (const Way &way : ways) {
        appendSeries(text, way.metric, way.help, "counter",
                     [this, &way](Technique technique) { return (of(technique).*way.bytes).total(); });
        appendParts(text, way.partMetric, way.partHelp, [this, &way](Technique technique) { return of(technique).*way.bytes; });
    }
    for (const Segments &one : segmentColumns) {
        appendSeries(text, one.metric, one.help, "counter",
                     [this, &one](Technique technique) { return of(technique).tcpIp.*one.field; });
    }
    for (const OtherColumn &column : otherColumns) {
        appendHead(text, column.metric, column.help, "counter");
        text.append("pushlab_").append(column.metric).append(' ');
        text.append(QByteArray::number(m_other.*column.field)).append('\n');
    }
    m_delays.appendPrometheus(text);
    if (!m_tls)
        return text;
    for (const TlsColumn &column : tlsColumns) {
        appendHead(text, column.metric, column.help, "counter");
        text.append("pushlab_").append(column.metric).append(' ').append(QByteArray::number((*m_tls).*column.field)).append('\n');
    }
    return text;
}

} // namespace pushlab::ledger
