// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace pushlab::base {

//! Segments of one TCP connection as the kernel counts them: those that carry nothing and those sent again included.
struct TcpSegments
{
    quint32 in = 0;
    quint32 out = 0;
    quint32 headerBytes = 0; //!< of IP, TCP and time stamps around each: an estimate, for those of the opening carry more
};

//! Asks the kernel by TCP_INFO; nothing where it does not tell, or \a descriptor is no TCP connection.
[[nodiscard]] std::optional<TcpSegments> readTcpSegments(qintptr descriptor);

//! Segments of some time, both ways, with the bytes of their headers.
struct TcpTraffic
{
    qint64 segmentsIn = 0;
    qint64 segmentsOut = 0;
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;

    [[nodiscard]] bool isEmpty() const { return segmentsIn + segmentsOut == 0; }
    //! What \a part of \a whole have of it; takes it off.
    [[nodiscard]] TcpTraffic takeShare(qint64 part, qint64 whole);
};

} // namespace pushlab::base
