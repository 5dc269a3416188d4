// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/ledger.h"

#include "server/protocol/json.h"

namespace pushlab::ledger {

namespace {

using protocol::allTechniques;
using protocol::techniqueName;

struct Column
{
    QByteArrayView json;
    QByteArrayView metric;
    QByteArrayView type;
    QByteArrayView help;
    qint64 TechniqueCounters::*field;
};

constexpr Column columns[] = {
    {"members", "members", "gauge", "Members that use the technique now.", &TechniqueCounters::members},
    {"requests", "requests_total", "counter", "Requests that ask for messages; WebSocket handshakes.",
     &TechniqueCounters::requests},
    {"sends", "sends_total", "counter", "Requests or frames that send a message.", &TechniqueCounters::sends},
    {"empty", "empty_answers_total", "counter", "Answers without a message.", &TechniqueCounters::empty},
    {"delivered", "delivered_total", "counter", "Messages handed to a connection.", &TechniqueCounters::delivered},
    {"connections", "connections_total", "counter", "Connections that carried the technique.",
     &TechniqueCounters::connections},
    {"bytesUp", "received_bytes_total", "counter", "TCP payload from members.", &TechniqueCounters::bytesUp},
    {"bytesDown", "sent_bytes_total", "counter", "TCP payload to members.", &TechniqueCounters::bytesDown},
};

struct OtherColumn
{
    QByteArrayView json;
    QByteArrayView metric;
    QByteArrayView help;
    qint64 OtherCounters::*field;
};

constexpr OtherColumn otherColumns[] = {
    {"requests", "other_requests_total", "Requests for pages, static files, clock samples, dashboards.",
     &OtherCounters::requests},
    {"connections", "other_connections_total", "Connections that carried such requests.", &OtherCounters::connections},
    {"bytesUp", "other_received_bytes_total", "TCP payload of such requests.", &OtherCounters::bytesUp},
    {"bytesDown", "other_sent_bytes_total", "TCP payload of their answers.", &OtherCounters::bytesDown},
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

} // namespace

void Ledger::addBytes(Account account, qint64 up, qint64 down)
{
    if (account == Account::Other) {
        m_other.bytesUp += up;
        m_other.bytesDown += down;
    } else {
        TechniqueCounters &counters = m_techniques[size_t(account) - 1];
        counters.bytesUp += up;
        counters.bytesDown += down;
    }
}

void Ledger::addConnection(Account account)
{
    if (account == Account::Other)
        ++m_other.connections;
    else
        ++m_techniques[size_t(account) - 1].connections;
}

QByteArray Ledger::toJson(double now) const
{
    QByteArray json = "{\"now\":";
    protocol::appendJsonTime(json, now);
    json += ",\"techniques\":{";
    for (const protocol::Technique technique : allTechniques) {
        if (technique != allTechniques.front())
            json += ',';
        protocol::appendJsonString(json, techniqueName(technique));
        json += ":{";
        for (const Column &column : columns)
            appendNumber(json, column.json, of(technique).*column.field, &column == columns);
        json += '}';
    }
    json += "},\"other\":{";
    for (const OtherColumn &column : otherColumns)
        appendNumber(json, column.json, m_other.*column.field, &column == otherColumns);
    json += "}}";
    return json;
}

QByteArray Ledger::toPrometheus() const
{
    QByteArray text;
    for (const Column &column : columns) {
        appendHead(text, column.metric, column.help, column.type);
        for (const protocol::Technique technique : allTechniques) {
            text.append("pushlab_").append(column.metric).append("{technique=\"").append(techniqueName(technique));
            text.append("\"} ").append(QByteArray::number(of(technique).*column.field)).append('\n');
        }
    }
    for (const OtherColumn &column : otherColumns) {
        appendHead(text, column.metric, column.help, "counter");
        text.append("pushlab_").append(column.metric).append(' ');
        text.append(QByteArray::number(m_other.*column.field)).append('\n');
    }
    return text;
}

} // namespace pushlab::ledger
