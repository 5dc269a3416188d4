// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/entrance.h"

#include "server/api/roomof.h"
#include "server/protocol/json.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"
#include "server/protocol/urlencoding.h"
#include "server/push/chatcall.h"
#include "server/web/navigation.h"
#include "server/web/pageroutes.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pushlab::web {

using namespace push;

using namespace Qt::Literals::StringLiterals;
using admission::TokenIssuer;
using http::Access;
using http::Call;
using http::Request;
using http::Responder;
using http::Response;

namespace {

//! The id that the client generated, from the query or the body; empty when there is none.
QString memberOf(const Request &request)
{
    const protocol::FormView::Field queried = protocol::FormView(request.query()).field("member");
    return queried ? queried.value : protocol::parseJson(request.body()).object().value(u"member"_s).toString();
}

//! The secret in a body of either kind; nothing when there is none.
std::optional<QString> readSecret(const Request &request, const char *field)
{
    const QJsonDocument json = protocol::parseJson(request.body());
    if (json.isObject()) {
        const QJsonValue value = json.object().value(QLatin1String(field));
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    }
    const protocol::FormView::Field value = protocol::FormView(request.body()).field(field);
    return value ? std::optional(value.value) : std::nullopt;
}

} // namespace

void Entrance::addRoutes(http::Router &router)
{
    router.add("GET", protocol::joinPath, Access::Open,
               [this](const Call &call, Responder r) { tellWhetherIn(call, std::move(r)); });
    router.add("POST", protocol::joinPath, Access::Entrance,
               [this](const Call &call, Responder r) { letIn(call, TokenIssuer::Kind::Member, "pin", std::move(r)); });
    router.add("POST", protocol::teacherPath, Access::Entrance,
               [this](const Call &call, Responder r) { letIn(call, TokenIssuer::Kind::Teacher, "key", std::move(r)); });
    router.setGuard([this](const Call &call, Access access) { return refuse(call, access); });
}

std::optional<Response> Entrance::refuse(const Call &call, Access access) const
{
    const bool isTeachers = access == Access::Teacher;
    const auto refusal = isTeachers ? m_context.admission.refuseTeacher(call.request, call.peer.address)
                                    : m_context.admission.refuseMember(call.request);
    if (refusal && !isTeachers && isInsider(call))
        return std::nullopt;
    if (!refusal || !asksForPage(call.request))
        return refusal;
    Response page = m_pages.render(call, WebPages::Page::Entrance, {{u"needs"_s, isTeachers ? u"key"_s : u"pin"_s}});
    page.status = refusal->status;
    return page;
}

void Entrance::keepInsiders()
{
    m_insiders.lock();
    for (const auto &entry : m_context.shard.rooms())
        m_insiders.admit(entry.second->members());
}

bool Entrance::isInsider(const Call &call) const
{
    if (!m_insiders.isLocked())
        return false;
    const room::Room *const room = m_context.shard.find(api::roomOf(call.request));
    const room::MemberIdentity identity = apiIdentity(memberOf(call.request), {}, call.peer.text);
    if (!room || m_insiders.isLockedFor(identity))
        return false;
    if (room->members().contains(identity.key))
        return true;
    // A client without an id is known by its address alone, under any name.
    return isKnownByAddress(identity) && std::any_of(room->members().begin(), room->members().end(), [&identity](const auto &entry) {
               return entry.second.address == identity.address && !entry.first.startsWith("m:");
           });
}

void Entrance::tellWhetherIn(const Call &call, Responder responder)
{
    const bool isIn = !m_context.admission.refuseMember(call.request);
    const bool isTeacher = m_context.admission.isTeacher(call.request);
    responder.send(Response::json(
        QJsonDocument(QJsonObject{{u"pin"_s, m_context.admission.needsPin()}, {u"admitted"_s, isIn}, {u"teacher"_s, isTeacher}})
            .toJson(QJsonDocument::Compact)));
}

void Entrance::letIn(const Call &call, TokenIssuer::Kind kind, const char *field, Responder responder)
{
    std::optional<QString> secret = readSecret(call.request, field);
    if (!secret && (kind == TokenIssuer::Kind::Teacher || m_context.admission.needsPin())) {
        responder.send(Response::error(400, QByteArray("missing-") + field,
                                       QByteArray("Send {\"") + field + "\":\"…\"} as JSON, or " + field + "= as a form."));
        return;
    }
    const QString given = kind == TokenIssuer::Kind::Member ? protocol::plainPin(secret.value_or(QString()))
                                                            : secret.value_or(QString());
    responder.send(m_context.admission.enter(call.request, call.peer.address, kind, given.toUtf8()));
}

} // namespace pushlab::web
