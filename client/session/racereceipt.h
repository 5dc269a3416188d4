// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace pushlab::session {

//! A race's message as it came in, of which the host has been told.
struct RaceReceipt
{
    qint64 number = 0; //!< of the race
    protocol::Technique technique = protocol::Technique::Polling; //!< by which it came
    std::optional<double> delay; //!< ms from the host's acceptance to here; nullopt while the clock is unknown
    std::optional<double> uncertainty; //!< ± ms, of that delay
    std::chrono::milliseconds left{}; //!< until the race is closed
};

} // namespace pushlab::session
