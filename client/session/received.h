// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/message.h"
#include "server/protocol/technique.h"

#include <QString>

#include <optional>

namespace pushlab::session {

//! A message as it came in.
struct Received
{
    protocol::Message message;
    protocol::Technique technique; //!< by which it came
    std::optional<double> delay; //!< ms from the host's acceptance to here; nothing before the clock is known or for a message
        //!< that was already in the log when this client joined
    std::optional<double> uncertainty; //!< ± ms, of that delay
    bool own = false; //!< sent by this client
    QString id; //!< of the own message, so that the pending row becomes this one
};

} // namespace pushlab::session
