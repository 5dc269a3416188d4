// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace pushlab::transport {

using namespace std::chrono_literals;

//! Timeouts of a transport. The defaults suit a class on a LAN; tests use shorter ones.
struct Timing
{
    std::chrono::milliseconds answer = 10s; //!< for an answer, in addition to the hold that was asked for
    std::chrono::milliseconds open = 10s; //!< for a WebSocket's welcome
    std::chrono::milliseconds ping = 20s; //!< between two pings from the client
    std::chrono::milliseconds pong = 10s; //!< without any input after a ping
};

} // namespace pushlab::transport
