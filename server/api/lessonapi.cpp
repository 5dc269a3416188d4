// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/lessonapi.h"

#include "server/protocol/json.h"

#include <QJsonDocument>
#include <QStringList>

namespace pushlab::api {

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;

void LessonApi::addRoutes(http::Router &router)
{
    router.add("GET", lessonPath, Access::Teacher, [this](const Call &, Responder r) { r.send(state()); });
    router.add("POST", lessonPath, Access::Teacher, [this](const Call &call, Responder r) { take(call, std::move(r)); });
}

void LessonApi::take(const Call &call, Responder responder) const
{
    const QJsonObject object = protocol::parseJson(call.request.body()).object();
    const QString action = object[u"action"].toString();
    if (!QStringList{u"start"_s, u"next"_s, u"back"_s, u"stop"_s}.contains(action)) {
        responder.send(Response::error(400, "bad-action", "action must be start, with the id of a lesson, next, back or stop."));
        return;
    }
    if (m_state.isEmpty()) {
        responder.send(Response::error(409, "no-lessons", "This host has no lessons."));
        return;
    }
    m_order(action, object[u"lesson"].toString());
    responder.send(Response::json("{}")); // the player's answer comes with a later GET
}

Response LessonApi::state() const
{
    QJsonObject object = m_state;
    object.insert(u"now"_s, m_clock.wall());
    return Response::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace pushlab::api
