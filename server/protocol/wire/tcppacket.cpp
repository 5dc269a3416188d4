// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/tcppacket.h"

#include <QtEndian>

#include <arpa/inet.h>

#include <array>

namespace pushlab::wire {

namespace {

constexpr qsizetype ipv4Header = 20;
constexpr qsizetype ipv6Header = 40;
constexpr qsizetype tcpHeader = 20;
constexpr qsizetype maxSegmentOption = 4;
constexpr quint8 protocolTcp = 6;

template <typename T>
void appendNumber(QByteArray &bytes, T number)
{
    const T ordered = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof(ordered));
}

//! Adds up 16-bit words (RFC 1071); every part but the last has an even size.
class InternetChecksum
{
public:
    void add(QByteArrayView bytes)
    {
        const auto *data = reinterpret_cast<const uchar *>(bytes.data());
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            m_sum += qFromBigEndian<quint16>(data + i);
        if (bytes.size() % 2 != 0)
            m_sum += quint64(data[bytes.size() - 1]) << 8;
    }
    void add(quint32 number) { m_sum += (number >> 16) + (number & 0xffff); }

    [[nodiscard]] quint16 result() const
    {
        quint64 sum = m_sum;
        while (sum > 0xffff)
            sum = (sum >> 16) + (sum & 0xffff);
        return quint16(~sum);
    }

private:
    quint64 m_sum = 0;
};

void setNumber16(QByteArray &bytes, qsizetype at, quint16 number)
{
    qToBigEndian(number, bytes.data() + at);
}

void appendIpHeader(QByteArray &bytes, const TcpPacket &packet, qsizetype segmentSize)
{
    if (packet.from.address.size() == 16) {
        appendNumber<quint32>(bytes, 0x60000000); // version 6
        appendNumber<quint16>(bytes, quint16(segmentSize));
        bytes.append(char(protocolTcp)).append(char(64)); // next header, hop limit
        bytes.append(packet.from.address).append(packet.to.address);
        return;
    }
    appendNumber<quint16>(bytes, 0x4500); // version 4, five words
    appendNumber<quint16>(bytes, quint16(ipv4Header + segmentSize));
    appendNumber<quint16>(bytes, packet.id);
    appendNumber<quint16>(bytes, 0x4000); // not to be fragmented
    bytes.append(char(64)).append(char(protocolTcp)); // time to live
    appendNumber<quint16>(bytes, 0);
    bytes.append(packet.from.address).append(packet.to.address);
    InternetChecksum checksum;
    checksum.add(bytes);
    setNumber16(bytes, 10, checksum.result());
}

void appendTcpHeader(QByteArray &bytes, const TcpPacket &packet)
{
    const bool hasOption = packet.maxSegment > 0;
    appendNumber<quint16>(bytes, packet.from.port);
    appendNumber<quint16>(bytes, packet.to.port);
    appendNumber<quint32>(bytes, packet.sequence);
    appendNumber<quint32>(bytes, (packet.flags & TcpPacket::Ack) != 0 ? packet.acknowledged : 0);
    bytes.append(char(((tcpHeader + (hasOption ? maxSegmentOption : 0)) / 4) << 4)).append(char(packet.flags));
    appendNumber<quint16>(bytes, 0xffff); // window
    appendNumber<quint16>(bytes, 0); // checksum
    appendNumber<quint16>(bytes, 0); // urgent
    if (hasOption) {
        appendNumber<quint16>(bytes, 0x0204); // RFC 9293 3.2: maximum segment size, 4 bytes
        appendNumber<quint16>(bytes, packet.maxSegment);
    }
}

} // namespace

QByteArray addressBytes(const QString &address)
{
    const QByteArray text = address.section(u'%', 0, 0).toLatin1();
    std::array<char, 16> bytes{};
    if (::inet_pton(AF_INET, text.constData(), bytes.data()) == 1)
        return QByteArray(bytes.data(), 4);
    if (::inet_pton(AF_INET6, text.constData(), bytes.data()) != 1)
        return QByteArray(4, '\0');
    static constexpr char mapped[] = "\0\0\0\0\0\0\0\0\0\0\xff\xff";
    const QByteArrayView mappedPrefix(mapped, sizeof(mapped) - 1);
    const QByteArray six(bytes.data(), 16);
    return six.startsWith(mappedPrefix) ? six.last(4) : six; // RFC 4291 2.5.5.2
}

QByteArray packetBytes(const TcpPacket &packet)
{
    const qsizetype headerSize = tcpHeader + (packet.maxSegment > 0 ? maxSegmentOption : 0);
    const qsizetype segmentSize = headerSize + packet.payloadSize;
    QByteArray bytes;
    bytes.reserve(ipv6Header + headerSize + packet.payload.size());
    appendIpHeader(bytes, packet, segmentSize);
    const qsizetype start = bytes.size();
    appendTcpHeader(bytes, packet);
    bytes.append(packet.payload);
    if (packet.payload.size() == packet.payloadSize) {
        InternetChecksum checksum; // with the pseudo header of RFC 9293 3.1
        checksum.add(packet.from.address);
        checksum.add(packet.to.address);
        checksum.add(quint32(protocolTcp));
        checksum.add(quint32(segmentSize));
        checksum.add(QByteArrayView(bytes).sliced(start));
        setNumber16(bytes, start + 16, checksum.result());
    }
    return bytes;
}

qsizetype packetOverhead(const TcpEnd &end)
{
    return (end.address.size() == 16 ? ipv6Header : ipv4Header) + tcpHeader;
}

} // namespace pushlab::wire
