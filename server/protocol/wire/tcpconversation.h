// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/tcppacket.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace pushlab::wire {

//! The packets that can have carried what was recorded of one connection: opening, segments, acknowledgements and end. A plain
//! class, fed in the order of time; packets() has what became of it.
class TcpConversation
{
public:
    //! A packet at its moment.
    struct TimedPacket
    {
        qint64 at = 0; //!< µs since 1970
        QByteArray bytes; //!< from its IP header on
        qsizetype size = 0; //!< more than there are bytes where the record was cut
        bool isInbound = false;
        bool beginsRecord = false;
    };

    explicit TcpConversation(const TrafficConnection &connection);

    void add(const TrafficRecord &record);
    void close(qint64 at);
    //! Acknowledges what was sent last, unless that is done.
    void acknowledge();

    //! When acknowledge() is to be called, as TCP does it after a while without data of its own; 0: nothing is to be acknowledged.
    [[nodiscard]] qint64 acknowledgesAt() const { return m_acknowledgesAt; }
    [[nodiscard]] qint64 lastAt() const { return m_lastAt; } //!< of its last packet
    [[nodiscard]] std::vector<TimedPacket> &packets() { return m_packets; } //!< to be taken

private:
    struct Side
    {
        TcpEnd end;
        quint32 first = 0; // sequence number of its Syn
        qint64 sent = 0; // offset behind its last byte
        bool isKnown = false; // where it is in its stream
        quint16 packets = 0;
    };

    [[nodiscard]] Side &side(Direction direction) { return m_sides[std::size_t(direction)]; }
    void open(qint64 at);
    void begin(const TrafficRecord &record, qint64 at);
    void addData(const TrafficRecord &record, qint64 from, qint64 to);
    void send(Direction direction, quint8 flags, qint64 at, QByteArrayView payload = {}, qsizetype payloadSize = 0);
    void noteSegment(Direction direction, qint64 at);

    std::array<Side, 2> m_sides; // by the direction in which they send
    std::vector<TimedPacket> m_packets;
    qint64 m_openedAt = 0;
    qint64 m_lastAt = 0;
    qint64 m_acknowledgesAt = 0;
    quint64 m_lastRequest = 0; // its record
    qint64 m_requestEnd = 0;
    int m_unacknowledged = 0; // segments
    Direction m_sender = Direction::ToHost; // of those
    bool m_isBegun = false;
    bool m_isEnded = false;
};

} // namespace pushlab::wire
