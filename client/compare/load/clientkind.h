// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/virtualclient.h"

#include <memory>

namespace pushlab::protocol {
struct EncodedEntry;
}

namespace pushlab::compare {

//! What the virtual clients of a variant send and receive, as far as it is known before a run.
struct ClientKind
{
    char letter; //!< before their numbers in their members' names
    double headerBytes; //!< of the heads of one request for messages and its answer, with an empty answer's body
    double handshakeBytes; //!< of what opens a connection that stays, both ways
    qsizetype (*messageBytes)(const protocol::EncodedEntry &message); //!< of a message as it is received
    std::unique_ptr<VirtualClient> (*make)(ClientContext &context, const QByteArray &member);
};
[[nodiscard]] const ClientKind &clientKind(Variant variant);

[[nodiscard]] std::unique_ptr<VirtualClient> makeVirtualClient(Variant variant, ClientContext &context, int index);

} // namespace pushlab::compare
