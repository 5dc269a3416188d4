// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace pushlab::session {

//! What one technique has cost this client so far.
struct ClientCounters
{
    qint64 requests = 0; //!< that asked for messages; WebSocket: handshakes
    qint64 empty = 0; //!< answers with nothing
    qint64 delivered = 0; //!< messages
    qint64 sends = 0;
    qint64 delaySamples = 0;
    double delaySum = 0; //!< ms

    [[nodiscard]] std::optional<double> meanDelay() const
    {
        return delaySamples > 0 ? std::optional(delaySum / double(delaySamples)) : std::nullopt;
    }
};

} // namespace pushlab::session
