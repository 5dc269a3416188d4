// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace pushlab::transport {

using namespace std::chrono_literals;

//! How long a transport waits for what. The defaults suit a class on a LAN; tests are less patient.
struct Timing
{
    std::chrono::milliseconds answer = 10s; //!< for an answer, on top of the hold that was asked for
    std::chrono::milliseconds open = 10s; //!< for a WebSocket's welcome
    std::chrono::milliseconds ping = 20s; //!< between two pings of the client
    std::chrono::milliseconds pong = 10s; //!< of silence after a ping
};

} // namespace pushlab::transport
