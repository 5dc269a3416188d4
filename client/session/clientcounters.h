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
    qint64 requests = 0; //!< requests for messages; WebSocket: handshakes
    qint64 empty = 0; //!< answers without messages
    qint64 controlRequests = 0; //!< answered with control entries only; not counted in `requests`
    qint64 delivered = 0; //!< messages received, without history
    qint64 history = 0; //!< messages that are older than this client
    qint64 repeated = 0; //!< messages that the host sent again, and that were ignored
    qint64 sends = 0;
    //! Bodies of requests and answers, contents of frames and events: what a page can count, too. Headers are the host's to count.
    qint64 payloadUp = 0;
    qint64 payloadDown = 0;
    protocol::DelayHistogram delays; //!< from the host's acceptance to receipt
    std::optional<double> uncertainty; //!< of the delays, ± ms; the greatest value of all of them
    qint64 setAside = 0; //!< delays that were left out because this machine slept
};

} // namespace pushlab::session
