// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace pushlab::wire {

//! One end of a connection. A value.
struct TcpEnd
{
    QByteArray address; //!< 4 bytes or 16, in network order
    quint16 port = 0;
};

//! The bytes of an address in digits, with or without its zone: 4, of an IPv4 address that IPv6 carries too, or 16. An address that
//! is none is 0.0.0.0.
[[nodiscard]] QByteArray addressBytes(const QString &address);

//! A packet of a TCP connection. A view: it must not outlive its payload.
struct TcpPacket
{
    enum Flag : quint8 { Fin = 1, Syn = 2, Psh = 8, Ack = 16 };

    const TcpEnd &from;
    const TcpEnd &to;
    quint32 sequence = 0;
    quint32 acknowledged = 0;
    quint8 flags = Ack;
    QByteArrayView payload; //!< its bytes, or as many of them as are known
    qsizetype payloadSize = 0; //!< how many it had
    quint16 id = 0; //!< in an IPv4 header
    quint16 maxSegment = 0; //!< said by a Syn
};

//! The packet from its IP header on (RFC 791, RFC 8200, RFC 9293) with right lengths and checksums. Without all of its payload, the
//! lengths are those of the whole, and TCP's checksum is 0. Both ends' addresses must have the same size.
[[nodiscard]] QByteArray packetBytes(const TcpPacket &packet);

//! The bytes of the headers of such a packet, without options.
[[nodiscard]] qsizetype packetOverhead(const TcpEnd &end);

} // namespace pushlab::wire
