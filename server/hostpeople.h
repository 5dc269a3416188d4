// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::ledger {
class Delays;
}
namespace pushlab::room {
class Room;
class Shard;
}

namespace pushlab::server {

struct HostSnapshot;

//! Puts into \a snapshot who is there: the members of \a own, the class's room, first. The teacher is left out.
void appendPeople(HostSnapshot &snapshot, const room::Shard &shard, const room::Room &own, const ledger::Delays &delays);

} // namespace pushlab::server
