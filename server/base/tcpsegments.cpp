// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/tcpsegments.h"

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <sys/socket.h>

#include <linux/tcp.h>

#include <cstddef>
#endif

namespace pushlab::base {

#ifdef Q_OS_LINUX

namespace {

constexpr quint32 ipv4HeaderBytes = 20;
constexpr quint32 ipv6HeaderBytes = 40;
constexpr quint32 tcpHeaderBytes = 20;
constexpr quint32 timeStampBytes = 12; // RFC 7323 3.2, with its padding

quint32 ipHeaderBytes(int descriptor)
{
    sockaddr_in6 own{};
    socklen_t length = sizeof(own);
    if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&own), &length) != 0 || own.sin6_family != AF_INET6)
        return ipv4HeaderBytes;
    return IN6_IS_ADDR_V4MAPPED(&own.sin6_addr) ? ipv4HeaderBytes : ipv6HeaderBytes;
}

} // namespace

std::optional<TcpSegments> readTcpSegments(qintptr descriptor)
{
    tcp_info info{};
    socklen_t length = sizeof(info);
    if (descriptor < 0 || ::getsockopt(int(descriptor), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return std::nullopt;
    if (length < offsetof(tcp_info, tcpi_segs_in) + sizeof(info.tcpi_segs_in))
        return std::nullopt; // a kernel before 4.2 returns a shorter structure
    const quint32 stamps = info.tcpi_options & TCPI_OPT_TIMESTAMPS ? timeStampBytes : 0;
    return TcpSegments{info.tcpi_segs_in, info.tcpi_segs_out, ipHeaderBytes(int(descriptor)) + tcpHeaderBytes + stamps};
}

#else

std::optional<TcpSegments> readTcpSegments(qintptr)
{
    return std::nullopt;
}

#endif

TcpTraffic TcpTraffic::takeShare(qint64 part, qint64 whole)
{
    const auto share = [part, whole](qint64 &value) {
        const qint64 taken = whole > 0 ? qint64(double(value) * double(part) / double(whole) + 0.5) : value;
        value -= taken;
        return taken;
    };
    TcpTraffic taken;
    taken.segmentsIn = share(segmentsIn);
    taken.segmentsOut = share(segmentsOut);
    taken.bytesIn = share(bytesIn);
    taken.bytesOut = share(bytesOut);
    return taken;
}

} // namespace pushlab::base
