// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/permission.h"

#include "server/push/chatcall.h"
#include "server/room/memberstate.h"

#include <algorithm>

namespace pushlab::push {

namespace {

//! The room, which \a identity may still be denied.
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

//! Gives \a opened to the request, or answers it with what was said instead, be it by \a deny, which is asked about the room.
template <typename Deny>
room::Room *enterUnless(const std::variant<room::Room *, http::Response> &opened, http::Responder &responder, const Deny &deny)
{
    if (const auto *const refusal = std::get_if<http::Response>(&opened)) {
        responder.send(*refusal);
        return nullptr;
    }
    room::Room *const room = std::get<room::Room *>(opened);
    if (const std::optional<Denial> denial = deny(*room)) {
        responder.send(toResponse(*denial));
        return nullptr;
    }
    return room;
}

} // namespace

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

std::optional<Denial> denySend(const Context &context, room::Room &room, const room::MemberIdentity &identity, quint64 connection)
{
    if (auto denial = denyEntry(context, room, identity))
        return denial;
    if (context.settings.isFrozen && !identity.isTeacher)
        return Denial{403, "frozen", "The class is frozen: you can read, and send when the teacher lets it go on.", {}};
    if (room::isMuted(context.shard, room, identity))
        return Denial{403, "muted", "The teacher has muted you: you can read, but not send.", {}};
    if (identity.isTeacher || context.admission.maySend({identity.key, identity.address, isKnownByAddress(identity), connection}))
        return std::nullopt;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(context.admission.retryAfter());
    const QByteArray pause = QByteArray::number(qint64(seconds.count()));
    return Denial{429, "too-fast", "Too many messages at once; wait " + pause + " s.", "Retry-After: " + pause + "\r\n"};
}

std::variant<room::Room *, http::Response> enterRoom(const Context &context, const QString &name, const room::MemberIdentity &identity)
{
    auto opened = openRoom(context, name, identity);
    room::Room *const *const room = std::get_if<room::Room *>(&opened);
    if (const auto denial = room ? denyEntry(context, **room, identity) : std::nullopt)
        return toResponse(*denial);
    return opened;
}

room::Room *enterRoom(const Context &context, const QString &name, const room::MemberIdentity &identity, http::Responder &responder)
{
    return enterUnless(openRoom(context, name, identity), responder,
                       [&](room::Room &room) { return denyEntry(context, room, identity); });
}

room::Room *enterToSend(const Context &context, const QString &name, const room::MemberIdentity &identity, quint64 connection,
                        http::Responder &responder)
{
    return enterUnless(openRoom(context, name, identity), responder,
                       [&](room::Room &room) { return denySend(context, room, identity, connection); });
}

} // namespace pushlab::push
