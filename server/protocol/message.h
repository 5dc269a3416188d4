// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QString>

#include <optional>

namespace pushlab::protocol {

//! One message of a room's log, as every technique delivers it. A plain value.
struct Message
{
    qint64 seq = 0; //!< position in the log: from 1, without holes
    QString from; //!< the name that the sender shows; empty for a tutorial's sends
    QString text; //!< up to maxTextBytes of UTF-8
    double sent = 0; //!< sender's time of sending on the host's clock, ms since 1970; 0 when unknown
    double accepted = 0; //!< host's time of acceptance, ms since 1970 with a fraction
    std::optional<Technique> via; //!< how it was sent; unknown when the sender did not say

    friend bool operator==(const Message &, const Message &) = default;
};

//! What a sender asks the host to append.
struct Outgoing
{
    QString text;
    QString from; //!< the name it shows
    QString id; //!< drawn by the sender, the same for every retry of this message
    QString member; //!< opaque id that the client drew
    std::optional<Technique> via;
    double sent = 0; //!< on the host's clock, ms since 1970; 0 when unknown

    friend bool operator==(const Outgoing &, const Outgoing &) = default;
};

} // namespace pushlab::protocol
