// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"
#include "server/room/shard.h"

#include <QString>

//! Tells members of the class settings, by control entries in the logs of their rooms. The log of a room that is opened later
//! begins with the settings then in force.
namespace pushlab::server {

//! Appends a control entry to each room whose settings differ between \a before and \a now.
void tellRooms(const room::Shard &shard, const protocol::ClassSettings &now, const protocol::ClassSettings &before);

//! Appends a control entry to each restored room whose log says other settings than \a now: a returning reader reads the log
//! without asking for room information.
void tellRestored(const room::Shard &shard, const protocol::ClassSettings &now);

//! Of a moment that the teacher named, in every room.
void tellOfMark(const room::Shard &shard, const QString &name);

} // namespace pushlab::server
