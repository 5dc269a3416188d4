// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/tcpconversation.h"

#include <algorithm>

namespace pushlab::wire {

namespace {

constexpr quint16 mtu = 1500; // Ethernet's
constexpr qint64 delayedAcknowledgement = 40'000; // µs, as Linux has it
constexpr int segmentsPerAcknowledgement = 2; // RFC 9293 3.8.6.3

//! A number that is another for each connection and direction, and the same in every export of it.
quint32 initialSequence(quint64 connection, Direction direction)
{
    const quint64 mixed = (connection * 2 + quint64(direction) + 1) * 0x9e3779b97f4a7c15U;
    return quint32(mixed >> 32);
}

Direction opposite(Direction direction)
{
    return direction == Direction::ToHost ? Direction::FromHost : Direction::ToHost;
}

} // namespace

TcpConversation::TcpConversation(const TrafficConnection &connection) : m_openedAt(connection.opened)
{
    side(Direction::ToHost).end = {addressBytes(connection.peerAddress), connection.peerPort};
    side(Direction::FromHost).end = {addressBytes(connection.hostAddress), connection.hostPort};
    for (const Direction direction : {Direction::ToHost, Direction::FromHost}) {
        side(direction).first = initialSequence(connection.number, direction);
        QByteArray &address = side(direction).end.address;
        const qsizetype other = side(opposite(direction)).end.address.size();
        if (address.size() < other) // one of them is not known
            address = QByteArray(other, '\0');
    }
}

void TcpConversation::add(const TrafficRecord &record)
{
    if (m_isEnded)
        return;
    const qint64 from = std::max(record.at, m_lastAt);
    qint64 to = record.at + record.duration;
    if (record.kind == RecordKind::Answer) // its duration begins with the end of its request
        to = record.request != 0 && record.request == m_lastRequest ? m_requestEnd + record.duration : from;
    if (record.kind == RecordKind::Request) {
        m_lastRequest = record.number;
        m_requestEnd = to;
    }
    if (!m_isBegun)
        begin(record, from);
    if (!side(record.direction).isKnown) {
        side(record.direction).isKnown = true;
        side(record.direction).sent = record.offset;
    }
    addData(record, from, std::max(from, to));
}

void TcpConversation::begin(const TrafficRecord &record, qint64 at)
{
    m_isBegun = true;
    if (record.direction == Direction::ToHost && record.offset == 0)
        open(m_openedAt > 0 ? std::min(m_openedAt, at) : at);
}

void TcpConversation::open(qint64 at)
{
    send(Direction::ToHost, TcpPacket::Syn, at);
    send(Direction::FromHost, TcpPacket::Syn | TcpPacket::Ack, at);
    send(Direction::ToHost, TcpPacket::Ack, at);
    side(Direction::ToHost).isKnown = side(Direction::FromHost).isKnown = true;
}

void TcpConversation::addData(const TrafficRecord &record, qint64 from, qint64 to)
{
    Side &sender = side(record.direction);
    const qint64 most = mtu - packetOverhead(sender.end);
    const qint64 segments = std::max<qint64>(1, (record.size + most - 1) / most);
    const QByteArrayView bytes = record.bytes;
    for (qint64 i = 0; i < segments && record.size > 0; ++i) {
        const qint64 offset = i * most;
        const qint64 size = std::min(most, record.size - offset);
        const qint64 kept = std::clamp<qint64>(bytes.size() - offset, 0, size);
        const qint64 at = segments > 1 ? from + (to - from) * i / (segments - 1) : from;
        sender.sent = record.offset + offset;
        send(record.direction, i == segments - 1 ? TcpPacket::Psh | TcpPacket::Ack : TcpPacket::Ack, at,
             kept > 0 ? bytes.sliced(offset, kept) : QByteArrayView(), size);
        m_packets.back().beginsRecord = i == 0;
        sender.sent += size;
        noteSegment(record.direction, at);
    }
}

void TcpConversation::noteSegment(Direction direction, qint64 at)
{
    m_unacknowledged = direction == m_sender ? m_unacknowledged + 1 : 1;
    m_sender = direction;
    if (!side(opposite(direction)).isKnown)
        m_unacknowledged = 0; // by whom it would be is not known
    else if (m_unacknowledged >= segmentsPerAcknowledgement)
        send(opposite(direction), TcpPacket::Ack, at);
    m_acknowledgesAt = m_unacknowledged > 0 ? at + delayedAcknowledgement : 0;
}

void TcpConversation::acknowledge()
{
    if (m_unacknowledged > 0)
        send(opposite(m_sender), TcpPacket::Ack, m_acknowledgesAt);
}

void TcpConversation::close(qint64 at)
{
    if (!m_isBegun || m_isEnded)
        return;
    if (m_acknowledgesAt > 0 && m_acknowledgesAt <= at)
        acknowledge();
    at = std::max(at, m_lastAt);
    // Which side was first is not recorded.
    for (const Direction direction : {Direction::FromHost, Direction::ToHost}) {
        if (side(direction).isKnown) {
            send(direction, TcpPacket::Fin | TcpPacket::Ack, at);
            ++side(direction).sent;
        }
    }
    if (side(Direction::FromHost).isKnown && side(Direction::ToHost).isKnown)
        send(Direction::FromHost, TcpPacket::Ack, at);
    m_isEnded = true;
}

void TcpConversation::send(Direction direction, quint8 flags, qint64 at, QByteArrayView payload, qsizetype payloadSize)
{
    Side &from = side(direction);
    const Side &to = side(opposite(direction));
    const bool isSyn = (flags & TcpPacket::Syn) != 0;
    const TcpPacket packet{.from = from.end,
                           .to = to.end,
                           .sequence = from.first + quint32(isSyn ? 0 : 1 + from.sent),
                           .acknowledged = to.first + 1 + quint32(to.sent),
                           .flags = flags,
                           .payload = payload,
                           .payloadSize = payloadSize,
                           .id = ++from.packets,
                           .maxSegment = quint16(isSyn ? mtu - packetOverhead(from.end) : 0)};
    TimedPacket timed{.at = at, .bytes = packetBytes(packet), .isInbound = direction == Direction::ToHost};
    timed.size = timed.bytes.size() + payloadSize - payload.size();
    m_packets.push_back(std::move(timed));
    m_lastAt = std::max(m_lastAt, at);
    if (direction != m_sender) { // every packet acknowledges what the other side has sent
        m_unacknowledged = 0;
        m_acknowledgesAt = 0;
    }
}

} // namespace pushlab::wire
