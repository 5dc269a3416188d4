// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/moderationapi.h"

#include "server/api/peoplejson.h"
#include "server/api/withdrawing.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"
#include "server/protocol/techniquetraits.h"
#include "server/push/chatcall.h"
#include "server/room/census.h"
#include "server/room/memberstate.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::api {

using namespace push;

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;
using Action = room::ModerationCommand::Action;

namespace {

std::optional<Action> actionOf(const QString &name)
{
    static const QHash<QString, Action> actions{{u"mute"_s, Action::Mute},     {u"unmute"_s, Action::Unmute},
                                                {u"kick"_s, Action::Kick},     {u"ban"_s, Action::Ban},
                                                {u"unban"_s, Action::Unban},   {u"lock"_s, Action::Lock},
                                                {u"unlock"_s, Action::Unlock}, {u"technique"_s, Action::SetTechnique},
                                                {u"rename"_s, Action::Rename}, {u"spotlight"_s, Action::Spotlight}};
    const auto found = actions.constFind(name);
    return found == actions.cend() ? std::nullopt : std::optional(*found);
}

Response malformed(const QByteArray &code, const QByteArray &text)
{
    return Response::error(400, code, text);
}

//! A string of bounded length, or "" when there is none; nothing when it is something else.
std::optional<QString> readString(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull())
        return QString();
    if (!value.isString() || value.toString().toUtf8().size() > protocol::maxNameBytes + 2)
        return std::nullopt;
    return value.toString();
}

//! What an order says that holds for one member alone; the answer that says why not.
std::optional<Response> readPersonal(const QJsonObject &object, room::ModerationCommand &command)
{
    if (command.action != Action::SetTechnique && command.action != Action::Rename)
        return std::nullopt;
    if (!room::hasOwnId(command.member))
        return malformed("bad-member", "Only a member with an id of its own, m:…, has a technique or a name from the teacher.");
    if (command.action == Action::SetTechnique) {
        const QJsonValue technique = object.value(u"technique"_s);
        command.technique = protocol::techniqueFromName(technique.toString().toUtf8());
        if (!command.technique && !technique.isNull() && !technique.isUndefined())
            return malformed("bad-technique", QByteArray("technique must be null or " + protocol::techniqueNames() + '.'));
        return std::nullopt;
    }
    const auto name = readString(object, u"name"_s);
    if (!name || name->toUtf8().size() > protocol::maxNameBytes)
        return malformed("bad-name", "name must be a string of at most 256 bytes of UTF-8; an empty one gives the own name back.");
    command.name = protocol::wholeText(*name).trimmed();
    return std::nullopt;
}

std::variant<room::ModerationCommand, Response> readCommand(const QJsonObject &order)
{
    if (order.isEmpty())
        return malformed("bad-json", "Send an object such as {\"action\":\"mute\",\"member\":\"m:…\"}.");
    const auto action = actionOf(order.value(u"action"_s).toString());
    if (!action)
        return malformed(
            "bad-action",
            "action must be mute, unmute, kick, ban, unban, lock, unlock, technique, rename or spotlight; in a room also withdraw.");
    const auto member = readString(order, u"member"_s);
    const auto address = readString(order, u"address"_s);
    if (!member)
        return malformed("bad-member", "member must be a string, as GET …/members lists it.");
    if (!address || (!address->isEmpty() && QHostAddress(*address).isNull()))
        return malformed("bad-address", "address must be an IP address.");
    const bool needsWhom = *action != Action::Lock && *action != Action::Unlock && *action != Action::Unban
        && *action != Action::Spotlight;
    if (needsWhom && member->isEmpty() && address->isEmpty())
        return malformed("missing-member", "Name a member, an address or both.");
    room::ModerationCommand command{*action, member->toUtf8(), address->isEmpty() ? QString() : QHostAddress(*address).toString()};
    if (const auto fault = readPersonal(order, command))
        return *fault;
    return command;
}

QJsonObject describe(const room::MemberState &member)
{
    return {
        {u"member"_s, member.key},
        {u"name"_s, member.name},
        {u"address"_s, member.address},
        {u"technique"_s, QString::fromLatin1(protocol::techniqueName(member.technique))},
        {u"state"_s, QString(stateName(member.state))},
        {u"muted"_s, member.isMuted},
        {u"ordered"_s, member.ordered ? QJsonValue(QString::fromLatin1(protocol::techniqueName(*member.ordered))) : QJsonValue()}};
}

Response tooManyOrders()
{
    return Response::error(503, "too-many-orders", "Too many are muted or banned already; take some back.");
}

} // namespace

void ModerationApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::membersRoute, Access::Teacher,
               [this](const Call &call, Responder r) { listMembers(call, std::move(r)); });
    router.add("GET", protocol::classModerationPath, Access::Teacher,
               [this](const Call &, Responder r) { tellOfClass(std::move(r)); });
    router.add("POST", protocol::classModerationPath, Access::Teacher,
               [this](const Call &call, Responder r) { moderateClass(call, std::move(r)); });
    router.add("POST", protocol::moderationRoute, Access::Teacher,
               [this](const Call &call, Responder r) { moderate(call, std::move(r)); });
}

void ModerationApi::listMembers(const Call &call, Responder responder)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    if (const auto *const fault = std::get_if<Response>(&name)) {
        responder.send(*fault);
        return;
    }
    QJsonArray members;
    const room::Room *const room = m_context.shard.find(std::get<QString>(name));
    if (room) {
        for (const auto &[key, member] : room->members()) {
            if (members.size() == room::maxListedMembers)
                break;
            if (member.isTeacher)
                continue;
            members.append(describe(memberState(m_context.shard, *room, key, member)));
        }
    }
    const room::Census census = room ? room::censusOf(*room) : room::Census();
    const QJsonObject answer{{u"locked"_s, m_context.shard.moderation().isLocked() || (room && room->moderation().isLocked())},
                             {u"count"_s, census.people + census.virtualClients},
                             {u"members"_s, members}};
    responder.send(Response::json(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
}

void ModerationApi::moderate(const Call &call, Responder responder)
{
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    if (const auto *const fault = std::get_if<Response>(&name)) {
        responder.send(*fault);
        return;
    }
    const QJsonObject order = protocol::parseJson(call.request.body()).object();
    if (order.value(u"action"_s) == u"withdraw"_s) {
        withdrawMessage(m_context, std::get<QString>(name), order, std::move(responder));
        return;
    }
    const auto command = readCommand(order);
    if (const auto *const fault = std::get_if<Response>(&command)) {
        responder.send(*fault);
        return;
    }
    room::Room *const room = m_context.shard.open(std::get<QString>(name));
    if (!room)
        responder.send(noRoomLeft());
    else if (!m_context.shard.moderate(*room, std::get<room::ModerationCommand>(command)))
        responder.send(tooManyOrders());
    else
        responder.send(Response::json("{}"));
}

void ModerationApi::tellOfClass(Responder responder)
{
    QJsonArray banned;
    for (const room::BanState &ban : room::bansOf(m_context.shard))
        banned.append(banJson(ban));
    const auto spotlight = room::spotlightState(m_context.shard, m_context.ledger.delays());
    const QJsonObject answer{{u"locked"_s, m_context.shard.moderation().isLocked()},
                             {u"banned"_s, banned},
                             {u"spotlight"_s, spotlight ? QJsonValue(spotlightJson(*spotlight)) : QJsonValue()}};
    responder.send(Response::json(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
}

void ModerationApi::moderateClass(const Call &call, Responder responder)
{
    const auto command = readCommand(protocol::parseJson(call.request.body()).object());
    if (const auto *const fault = std::get_if<Response>(&command))
        responder.send(*fault);
    else if (!m_context.shard.moderate(std::get<room::ModerationCommand>(command)))
        responder.send(tooManyOrders());
    else
        responder.send(Response::json("{}"));
}

} // namespace pushlab::api
