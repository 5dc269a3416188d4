// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::ledger {

//! Counters of one technique since the host's start. Bytes are TCP payload as it passed the socket.
struct TechniqueCounters
{
    qint64 members = 0; //!< that use it now
    qint64 requests = 0; //!< that ask for messages; WebSocket: handshakes
    qint64 sends = 0; //!< requests or frames that send
    qint64 empty = 0; //!< answers with nothing
    qint64 delivered = 0; //!< messages handed to a connection
    qint64 connections = 0; //!< that carried it, ever
    qint64 bytesUp = 0; //!< from members to the host
    qint64 bytesDown = 0;
};

//! Traffic that is never held against a technique: pages, static files, clock samples, dashboards.
struct OtherCounters
{
    qint64 requests = 0;
    qint64 connections = 0;
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;
};

} // namespace pushlab::ledger
