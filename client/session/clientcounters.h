// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/delayhistogram.h"

#include <QtGlobal>

#include <optional>

namespace pushlab::session {

//! What one technique has cost this client so far.
struct ClientCounters
{
    qint64 requests = 0; //!< that asked for messages; WebSocket: handshakes
    qint64 empty = 0; //!< answers with nothing
    qint64 controlRequests = 0; //!< answered with nothing but what the teacher has set; not among the requests
    qint64 delivered = 0; //!< messages, but for the history
    qint64 history = 0; //!< messages that were there before this client
    qint64 repeated = 0; //!< messages that the host sent once more, and that were not taken again
    qint64 sends = 0;
    protocol::DelayHistogram delays; //!< from the host's acceptance to receipt
    std::optional<double> uncertainty; //!< ± ms, of the least well known of them
    qint64 setAside = 0; //!< delays that say nothing of the technique: this machine slept
};

} // namespace pushlab::session
