// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/theoryapi.h"

#include "server/protocol/urlencoding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::api {

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;

namespace {

constexpr double greatestRate = 10000; // messages a second

QJsonObject describe(const protocol::Expectation &expectation)
{
    return {{u"requestsPerMinute"_s, expectation.requestsPerMinute},
            {u"emptyShare"_s, expectation.emptyShare},
            {u"delay"_s,
             QJsonObject{{u"mean"_s, expectation.meanDelay.count()},
                         {u"p95"_s, expectation.delayP95.count()},
                         {u"max"_s, expectation.greatestDelay.count()}}}};
}

QJsonObject describe(const protocol::ClassSettings &settings)
{
    QJsonArray offered;
    for (const protocol::Technique technique : settings.techniques)
        offered.append(QString::fromLatin1(protocol::techniqueName(technique)));
    const auto seconds = [](std::chrono::milliseconds duration) { return double(duration.count()) / 1000; };
    return {{u"techniques"_s, offered},
            {u"pollInterval"_s, seconds(settings.pollInterval)},
            {u"hold"_s, seconds(settings.hold)},
            {u"delay"_s, double(settings.conditioner.delay.count())}};
}

} // namespace

void TheoryApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::theoryPath, Access::Open, [this](const Call &call, Responder r) { expect(call, std::move(r)); });
}

void TheoryApi::expect(const Call &call, Responder responder) const
{
    const protocol::FormView form(call.request.query());
    QJsonObject techniques;
    for (const protocol::Technique technique : protocol::allTechniques) {
        const QByteArrayView name = protocol::techniqueName(technique);
        const protocol::FormView::Field field = form.field(name);
        if (field.status == protocol::FormView::Status::Missing)
            continue;
        bool isNumber = false;
        const double rate = field.value.toDouble(&isNumber);
        if (!isNumber || !(rate >= 0 && rate <= greatestRate)) {
            responder.send(Response::error(400, "bad-rate", "A technique's rate is a number of messages a second from 0 to 10000."));
            return;
        }
        if (m_theory)
            techniques.insert(QString::fromLatin1(name), describe(m_theory(technique, rate, m_context.settings)));
    }
    const QJsonObject answer{{u"settings"_s, describe(m_context.settings)}, {u"techniques"_s, techniques}};
    responder.send(Response::json(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
}

} // namespace pushlab::api
