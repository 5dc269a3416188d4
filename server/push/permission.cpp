// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/permission.h"

#include "server/push/chatcall.h"

#include <algorithm>

namespace pushlab::push {

http::Response toResponse(const Denial &denial)
{
    http::Response response = http::Response::error(denial.status, denial.code, denial.text);
    response.fields = denial.fields;
    return response;
}

Denial evicted(bool isBanned)
{
    if (isBanned)
        return {403, "banned", "The teacher has banned you from the room.", {}};
    return {403, "kicked", "The teacher has sent you out of the room.", {}};
}

std::optional<Denial> denyClass(const Context &context, const room::MemberIdentity &identity)
{
    const room::Moderation &moderation = context.shard.moderation();
    if (moderation.isBanned(identity))
        return evicted(true);
    if (moderation.isLockedFor(identity))
        return Denial{403, "locked", "The class is locked: nobody new can come in.", {}};
    return std::nullopt;
}

std::variant<room::Room *, http::Response> openRoom(const Context &context, const QString &name, const room::MemberIdentity &identity)
{
    if (room::Room *const known = context.shard.find(name)) {
        known->touch();
        return known;
    }
    if (const auto denial = denyClass(context, identity))
        return toResponse(*denial);
    if (room::Room *const opened = context.shard.open(name))
        return opened;
    return noRoomLeft();
}

std::optional<Denial> denyEntry(const Context &context, room::Room &room, const room::MemberIdentity &identity)
{
    if (auto denial = denyClass(context, identity))
        return denial;
    room::Moderation &moderation = room.moderation();
    if (moderation.isBanned(identity))
        return evicted(true);
    if (moderation.isLockedFor(identity))
        return Denial{403, "locked", "The room is locked: nobody new can come in.", {}};
    if (moderation.takeKick(identity.key, context.shard.clock().steady()))
        return evicted(false);
    return std::nullopt;
}

bool isMuted(const room::Shard &shard, const room::Room &room, const room::MemberIdentity &identity)
{
    return room.moderation().isMuted(identity) || shard.moderation().isMuted(identity);
}

std::optional<Denial> denySend(const Context &context, room::Room &room, const room::MemberIdentity &identity, quint64 connection)
{
    if (auto denial = denyEntry(context, room, identity))
        return denial;
    if (context.settings.isFrozen && !identity.isTeacher)
        return Denial{403, "frozen", "The class is frozen: you can read, and send when the teacher lets it go on.", {}};
    if (isMuted(context.shard, room, identity))
        return Denial{403, "muted", "The teacher has muted you: you can read, but not send.", {}};
    if (identity.isTeacher || context.admission.maySend({identity.key, identity.address, isKnownByAddress(identity), connection}))
        return std::nullopt;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(context.admission.retryAfter());
    const QByteArray pause = QByteArray::number(qint64(seconds.count()));
    return Denial{429, "too-fast", "Too many messages at once; wait " + pause + " s.", "Retry-After: " + pause + "\r\n"};
}

} // namespace pushlab::push
