// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/limits.h"

#include <chrono>

namespace pushlab::http {

using namespace std::chrono_literals;

//! Bounds of connections. Three clocks are kept apart: how long a request may take to arrive, how long a connection may
//! idle between requests, and the hold of a parked request, which is its handler's alone.
struct HttpLimits
{
    std::chrono::milliseconds headTime = 10s; //!< from a request's first byte to the end of its header section
    std::chrono::milliseconds bodyTime = 30s; //!< from there to the end of its body
    std::chrono::milliseconds idleTime = 75s; //!< for which a connection may stay without a request
    //! After being idle for longer, a connection may be closed when another client finds no room.
    std::chrono::milliseconds givesWayAfter = 5s;
    std::chrono::milliseconds writeTime = 30s; //!< for which a reader may take nothing of what waits for it
    std::chrono::milliseconds lingerTime = 2s; //!< for which a reader may take to receive the last answer
    qint64 maxBacklog = protocol::maxBacklogBytes; //!< bytes that may wait for the reader of an open-ended answer
    int maxConnections = 0; //!< 0: as many as the descriptor limit leaves
    int maxConnectionsPerAddress = 2400;
    bool limitLoopback = false; //!< maxConnectionsPerAddress also applies to loopback
};

} // namespace pushlab::http
