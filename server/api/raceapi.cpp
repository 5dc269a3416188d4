// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/raceapi.h"

#include "server/protocol/paths.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::api {

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;

void RaceApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::racePath, Access::Teacher, [this](const Call &, Responder r) { r.send(race()); });
    router.add("POST", protocol::racePath, Access::Teacher, [this](const Call &, Responder r) {
        if (m_start())
            r.send(race());
        else
            r.send(Response::error(409, "race-open", "A race is open: wait until it is closed."));
    });
}

Response RaceApi::race() const
{
    const std::optional<protocol::Race> &race = m_context.ledger.races().race();
    const QJsonObject json{{u"now"_s, m_context.shard.clock().wall()},
                           {u"race"_s, race ? QJsonValue(protocol::encodeRace(*race)) : QJsonValue()}};
    return Response::json(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace pushlab::api
