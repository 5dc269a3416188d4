// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/classapi.h"

#include "server/protocol/json.h"
#include "server/protocol/paths.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::api {

using namespace push;

using http::Access;
using http::Call;
using http::Responder;
using http::Response;
using protocol::SettingsReader;

namespace {

constexpr qsizetype maxMarkCharacters = 100;

} // namespace

void ClassApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::classSettingsPath, Access::Teacher, [this](const Call &, Responder r) { r.send(settings()); });
    router.add("POST", protocol::classSettingsPath, Access::Teacher,
               [this](const Call &call, Responder r) { change(call, std::move(r)); });
    router.add("POST", protocol::markPath, Access::Teacher, [this](const Call &call, Responder r) { mark(call, std::move(r)); });
    router.add("POST", protocol::clearPath, Access::Teacher, [this](const Call &, Responder r) {
        m_orders.clear();
        r.send(Response::json("{}"));
    });
}

void ClassApi::mark(const Call &call, Responder responder)
{
    const QJsonDocument json = protocol::parseJson(call.request.body());
    const QJsonValue name = json.object().value(u"name");
    const bool isWell = (call.request.body().isEmpty() || json.isObject()) && (name.isUndefined() || name.isString())
        && name.toString().size() <= maxMarkCharacters;
    if (!isWell) {
        responder.send(Response::error(400, "bad-name", "Send {\"name\":\"…\"} of at most 100 characters, or nothing for a number."));
        return;
    }
    m_orders.mark(name.toString());
    responder.send(Response::json("{}"));
}

void ClassApi::change(const Call &call, Responder responder)
{
    const QJsonDocument json = protocol::parseJson(call.request.body());
    if (!json.isObject()) {
        responder.send(Response::error(400, "bad-json", "Send an object with the settings to change, such as {\"pollInterval\":5}."));
        return;
    }
    const auto changed = protocol::withChanges(m_context.settings, json.object(), SettingsReader::Teacher);
    if (const auto *const fault = std::get_if<protocol::SettingsFault>(&changed)) {
        responder.send(Response::error(400, fault->code, fault->error));
        return;
    }
    m_orders.apply(std::get<protocol::ClassSettings>(changed));
    responder.send(settings());
}

Response ClassApi::settings() const
{
    return Response::json(protocol::encodeClassSettings(m_context.settings, SettingsReader::Teacher));
}

} // namespace pushlab::api
