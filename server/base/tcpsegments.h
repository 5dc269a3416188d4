// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace pushlab::base {

//! Segments of one TCP connection as the kernel counts them, including those without payload and retransmissions.
struct TcpSegments
{
    quint32 in = 0;
    quint32 out = 0;
    //! Headers of IP and TCP with time stamps; an estimate, because the opening segments carry more options.
    quint32 headerBytes = 0;
};

//! The counts of the kernel (TCP_INFO); nullopt where it has none or \a descriptor is no TCP connection.
[[nodiscard]] std::optional<TcpSegments> readTcpSegments(qintptr descriptor);

//! Segments within some period, in both directions, with the bytes of their headers.
struct TcpTraffic
{
    qint64 segmentsIn = 0;
    qint64 segmentsOut = 0;
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;

    [[nodiscard]] bool isEmpty() const { return segmentsIn + segmentsOut == 0; }
    //! Removes the share \a part / \a whole from these counts and returns it.
    [[nodiscard]] TcpTraffic takeShare(qint64 part, qint64 whole);
};

} // namespace pushlab::base
