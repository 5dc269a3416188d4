// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

//! The teacher takes a message back. The order is a control entry of its own, so that who has the message hears of it; what stays
//! in the message's place is an entry without text, for its number is not given twice.
namespace pushlab::protocol {

//! The order to withdraw the message \a seq: `{"kind":"withdraw","seq":…}`. A store that appends it removes that message's text.
[[nodiscard]] ControlEntry withdrawalOf(qint64 seq);
//! The number of the message that \a entry withdraws; 0 when it is no such order.
[[nodiscard]] qint64 withdrawnBy(const Entry &entry);

//! What stays of the message \a seq. On the wire `{"seq":…,"withdrawn":true}`, otherwise as a control entry: for who asks with v=2.
[[nodiscard]] ControlEntry withdrawnMessage(qint64 seq);
[[nodiscard]] bool isWithdrawn(const ControlEntry &entry);

} // namespace pushlab::protocol
