// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"
#include "server/room/shard.h"

#include <QString>

//! What members hear of the class settings: control entries in their rooms' logs. A room that is opened later begins with the
//! settings as they are.
namespace pushlab::server {

//! Tells the members of each room for whom \a now differs from \a before.
void tellRooms(const room::Shard &shard, const protocol::ClassSettings &now, const protocol::ClassSettings &before);

//! A room that was kept may have heard of other settings, and a reader may come back to it without a question.
void tellRestored(const room::Shard &shard, const protocol::ClassSettings &now);

//! Of a moment that the teacher named, in every room.
void tellOfMark(const room::Shard &shard, const QString &name);

} // namespace pushlab::server
