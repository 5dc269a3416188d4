// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/roominfo.h"
#include "server/push/context.h"
#include "server/room/member.h"

namespace pushlab::push {

//! What \a member starts from in \a room, with what the teacher has ordered of it alone. One that comes into a class that is split
//! has its part from now on.
[[nodiscard]] protocol::RoomInfo memberInfo(const Context &context, room::Room &room, const room::MemberIdentity &member);

} // namespace pushlab::push
