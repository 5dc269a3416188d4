// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/census.h"

#include "server/room/room.h"

namespace pushlab::room {

Census censusOf(const Room &room)
{
    Census census;
    for (const auto &[key, member] : room.members()) {
        census.people += member.isPerson();
        census.virtualClients += member.isVirtual && !member.isTeacher;
    }
    return census;
}

} // namespace pushlab::room
