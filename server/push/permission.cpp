// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/permission.h"

#include <algorithm>

namespace pushlab::push {

http::Response toResponse(const Denial &denial)
{
    http::Response response = http::Response::error(denial.status, denial.code, denial.text);
    response.fields = denial.fields;
    return response;
}

Denial sentAway(bool isBanned)
{
    if (isBanned)
        return {403, "banned", "The teacher has banned you from the room.", {}};
    return {403, "kicked", "The teacher has sent you out of the room.", {}};
}

std::optional<Denial> denyEntry(const Context &context, room::Room &room, const room::Identity &identity)
{
    room::Moderation &moderation = room.moderation();
    if (moderation.isBanned(identity))
        return sentAway(true);
    if (moderation.isLockedFor(identity))
        return Denial{403, "locked", "The room is locked: nobody new can come in.", {}};
    if (moderation.takeKick(identity.key, context.shard.clock().steady()))
        return sentAway(false);
    return std::nullopt;
}

std::optional<Denial> denySend(const Context &context, room::Room &room, const room::Identity &identity)
{
    if (auto denial = denyEntry(context, room, identity))
        return denial;
    if (room.moderation().isMuted(identity))
        return Denial{403, "muted", "The teacher has muted you: you can read, but not send.", {}};
    if (identity.isTeacher || context.admission.maySend(identity.key, identity.address))
        return std::nullopt;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(context.admission.sendPause());
    const QByteArray pause = QByteArray::number(qint64(seconds.count()));
    return Denial{429, "too-fast", "Too many messages at once; wait " + pause + " s.", "Retry-After: " + pause + "\r\n"};
}

} // namespace pushlab::push
