// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/harfile.h"
#include "server/protocol/wire/trafficexport.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Puts records together to exchanges. A plain class.
class HarCollector final
{
public:
    explicit HarCollector(const TrafficExcerpt &excerpt)
    {
        for (const TrafficConnection &connection : excerpt.connections)
            m_connections.insert(connection.number, connection);
        for (const TrafficRecord &record : excerpt.records)
            add(record);
    }

    [[nodiscard]] QJsonArray entries() const
    {
        QJsonArray entries;
        for (const HarEntry &entry : m_entries)
            entries.append(harEntry(entry));
        return entries;
    }
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; }

private:
    void add(const TrafficRecord &record);
    void addRequest(const TrafficRecord &record);
    void addAnswer(const TrafficRecord &record, HarEntry &entry);
    void addFrame(const TrafficRecord &record, HarEntry &entry);
    static void addEvent(const TrafficRecord &record, HarEntry &entry);

    QHash<quint64, TrafficConnection> m_connections;
    std::vector<HarEntry> m_entries;
    QHash<quint64, std::size_t> m_byRequest; // index of the entry, by the request's number
    QHash<quint64, std::size_t> m_bySocket; // by the connection that is a WebSocket
    qsizetype m_leftOut = 0;
};

void HarCollector::add(const TrafficRecord &record)
{
    if (record.kind == RecordKind::Request) {
        addRequest(record);
        return;
    }
    const bool isFrame = record.kind == RecordKind::Frame;
    const auto found = isFrame ? m_bySocket.constFind(record.connection) : m_byRequest.constFind(record.request);
    if (found == (isFrame ? m_bySocket.constEnd() : m_byRequest.constEnd()) || record.kind == RecordKind::Other) {
        ++m_leftOut;
        return;
    }
    HarEntry &entry = m_entries[*found];
    if (isFrame)
        addFrame(record, entry);
    else if (record.kind == RecordKind::Event)
        addEvent(record, entry);
    else
        addAnswer(record, entry);
}

void HarCollector::addRequest(const TrafficRecord &record)
{
    HarEntry entry;
    entry.exchange.started = double(record.at) / 1000;
    entry.exchange.send = double(record.duration) / 1000;
    entry.exchange.request = record.bytes;
    entry.requestBytesCut = record.size - record.bytes.size();
    entry.comment = whoseRecord(record);
    const auto connection = m_connections.constFind(record.connection);
    if (connection != m_connections.constEnd()) {
        entry.isEncrypted = connection->isEncrypted;
        entry.serverAddress = connection->hostAddress.section(u'%', 0, 0);
    }
    entry.connection = QString::number(record.connection);
    m_byRequest.insert(record.number, m_entries.size());
    m_entries.push_back(entry);
}

void HarCollector::addAnswer(const TrafficRecord &record, HarEntry &entry)
{
    const double sent = entry.exchange.started + entry.exchange.send;
    entry.exchange.wait = std::max(0.0, double(record.at) / 1000 - sent);
    entry.exchange.receive = std::max(0.0, double(record.duration) / 1000 - entry.exchange.wait);
    entry.exchange.answer = record.bytes;
    entry.answerBytesCut = record.size - record.bytes.size();
    if (record.bytes.startsWith("HTTP/1.1 101 "))
        m_bySocket.insert(record.connection, std::size_t(&entry - m_entries.data()));
}

void HarCollector::addEvent(const TrafficRecord &record, HarEntry &entry)
{
    const double end = double(record.at + record.duration) / 1000;
    entry.exchange.receive = std::max(entry.exchange.receive,
                                      end - entry.exchange.started - entry.exchange.send - entry.exchange.wait);
    entry.exchange.answer.append(record.bytes);
    entry.answerBytesCut += record.size - record.bytes.size();
}

//! As seen from the member, as all of the file.
void HarCollector::addFrame(const TrafficRecord &record, HarEntry &entry)
{
    entry.frames.append({.isSent = record.direction == Direction::ToHost,
                         .at = double(record.at) / 1000,
                         .opcode = record.bytes.isEmpty() ? 0 : record.bytes[0] & 0x0f,
                         .payload = framePayload(record)});
}

} // namespace

QByteArray harExport(const TrafficExcerpt &excerpt, Secrets secrets, const QString &version)
{
    const HarCollector collector(withSecrets(excerpt, secrets));
    QString comment = u"Recorded by the host; times are the host's."_s;
    if (secrets == Secrets::Masked)
        comment += u" PIN, cookies, tokens, members' ids and the teacher's key are masked by asterisks."_s;
    if (const qsizetype count = collector.leftOut() + qsizetype(excerpt.dropped); count > 0)
        comment += u" Records left out, because their request was not recorded or for want of room: %1."_s.arg(count);
    return harFile(collector.entries(), version, comment);
}

} // namespace pushlab::wire
