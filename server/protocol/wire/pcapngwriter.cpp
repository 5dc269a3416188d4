// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/pcapngwriter.h"

#include "server/protocol/techniquetraits.h"
#include "server/protocol/wire/pcapngblocks.h"

#include <QHash>
#include <QIODevice>

#include <algorithm>
#include <limits>

namespace pushlab::wire {

namespace {

constexpr std::size_t maxConversations = 16'384; // more than a host has connections
constexpr qsizetype sortedSize = 4 * 1024 * 1024;

constexpr QByteArrayView origin =
    "The bytes passed a PushLab host's sockets. The TCP/IP around them was made for this file: who closed a connection first, "
    "segments and acknowledgements are not those of the network. What TLS encrypted is plain here.";

QByteArray commentOn(const TrafficRecord &record)
{
    QByteArray comment = "record " + QByteArray::number(record.number);
    if (!record.member.isEmpty())
        comment.append(", ").append(record.member.toUtf8());
    if (record.technique) {
        const QLatin1StringView title = protocol::traitsOf(*record.technique).title;
        comment.append(", ").append(title.data(), title.size());
    }
    if (record.bytes.size() < record.size)
        comment.append(", " + QByteArray::number(record.bytes.size()) + " of " + QByteArray::number(record.size) + " bytes kept");
    return comment;
}

} // namespace

PcapngWriter::PcapngWriter(QIODevice &out, const QByteArray &application) : m_sink(out)
{
    appendSectionHeader(m_sink.pending(), application, origin);
    appendInterface(m_sink.pending(), "PushLab host");
    m_sink.flush();
}

PcapngWriter::~PcapngWriter() = default;

bool PcapngWriter::write(const TrafficExcerpt &excerpt)
{
    QHash<quint64, const TrafficConnection *> connections;
    std::vector<const TrafficConnection *> closing;
    for (const TrafficConnection &connection : excerpt.connections) {
        connections.insert(connection.number, &connection);
        if (connection.closed > 0)
            closing.push_back(&connection);
    }
    std::sort(closing.begin(), closing.end(), [](auto *one, auto *other) { return one->closed < other->closed; });
    QHash<quint64, quint64> last; // record of each connection
    for (const TrafficRecord &record : excerpt.records)
        last[record.connection] = record.number;

    quint64 done = 0;
    const auto endThose = [&](qint64 until) {
        const auto isOver = [&](const TrafficConnection *one) {
            return one->closed <= until && last.value(one->number, 0) <= done;
        };
        for (const TrafficConnection *one : closing) {
            if (isOver(one))
                end(*one);
        }
        closing.erase(std::remove_if(closing.begin(), closing.end(), isOver), closing.end());
    };
    for (const TrafficRecord &record : excerpt.records) {
        endThose(record.at);
        done = record.number;
        const TrafficConnection *connection = connections.value(record.connection);
        if (connection && record.number > m_last)
            writeRecord(*connection, record);
        m_last = std::max(m_last, record.number);
        if (!flush(sortedSize))
            return false;
    }
    endThose(std::numeric_limits<qint64>::max());
    return flush();
}

bool PcapngWriter::close(const TrafficConnection &connection)
{
    end(connection);
    return flush();
}

bool PcapngWriter::finish()
{
    acknowledgeUntil(std::numeric_limits<qint64>::max());
    return flush();
}

TcpConversation &PcapngWriter::conversationOf(const TrafficConnection &connection)
{
    if (m_conversations.size() >= maxConversations && !m_conversations.contains(connection.number)) {
        // One that goes on nevertheless begins again at its offset.
        const auto oldest = std::min_element(m_conversations.begin(), m_conversations.end(), [](const auto &one, const auto &other) {
            return one.second.lastAt() < other.second.lastAt();
        });
        m_due.erase({oldest->second.acknowledgesAt(), oldest->first});
        m_conversations.erase(oldest);
    }
    return m_conversations.try_emplace(connection.number, connection).first->second;
}

void PcapngWriter::writeRecord(const TrafficConnection &connection, const TrafficRecord &record)
{
    acknowledgeUntil(record.at);
    TcpConversation &conversation = conversationOf(connection);
    m_due.erase({conversation.acknowledgesAt(), connection.number});
    conversation.add(record);
    noteDue(connection.number, conversation);
    take(conversation, commentOn(record));
}

void PcapngWriter::end(const TrafficConnection &connection)
{
    acknowledgeUntil(connection.closed);
    const auto found = m_conversations.find(connection.number);
    if (found == m_conversations.end())
        return;
    m_due.erase({found->second.acknowledgesAt(), connection.number});
    found->second.close(connection.closed);
    take(found->second);
    m_conversations.erase(found);
}

void PcapngWriter::acknowledgeUntil(qint64 at)
{
    while (!m_due.empty() && m_due.begin()->first <= at) {
        TcpConversation &conversation = m_conversations.at(m_due.begin()->second);
        m_due.erase(m_due.begin());
        conversation.acknowledge();
        take(conversation);
    }
}

void PcapngWriter::noteDue(quint64 connection, TcpConversation &conversation)
{
    if (conversation.acknowledgesAt() > 0)
        m_due.insert({conversation.acknowledgesAt(), connection});
}

void PcapngWriter::take(TcpConversation &conversation, const QByteArray &comment)
{
    for (TcpConversation::TimedPacket &packet : conversation.packets()) {
        m_waitingSize += packet.bytes.size();
        const bool isFirst = packet.beginsRecord;
        m_waiting.push_back({std::move(packet), isFirst ? comment : QByteArray()});
    }
    conversation.packets().clear();
}

//! Writes what waits once that is \a least bytes, in the order of time: a record is known only when it is over, and a connection
//! with its first one.
bool PcapngWriter::flush(qsizetype least)
{
    if (m_waitingSize < least)
        return !m_sink.isBroken();
    std::stable_sort(m_waiting.begin(), m_waiting.end(),
                     [](const Waiting &one, const Waiting &other) { return one.packet.at < other.packet.at; });
    for (const auto &[packet, comment] : m_waiting)
        appendPacket(m_sink.pending(), {packet.at, packet.bytes, packet.size, packet.isInbound, comment});
    m_waiting.clear();
    m_waitingSize = 0;
    return m_sink.flush();
}

} // namespace pushlab::wire
