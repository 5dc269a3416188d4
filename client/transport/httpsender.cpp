// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/httpsender.h"

#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"
#include "client/transport/transportlog.h"
#include "server/protocol/messagecodec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace pushlab::transport {

namespace {

// Whether another attempt would fail, too; 408, 429 and 5xx may succeed later.
bool isFinal(int status)
{
    return status == 400 || status == 403 || status == 404 || status == 413;
}

std::optional<qint64> decodeSeq(const QByteArray &json)
{
    const QJsonValue seq = QJsonDocument::fromJson(json).object()[u"seq"];
    if (!seq.isDouble() || seq.toInteger() < 1)
        return std::nullopt;
    return seq.toInteger();
}

protocol::Refusal refusalOf(const QString &id, const HttpAnswer &answer)
{
    protocol::Refusal refusal = answer.refusal();
    refusal.id = id;
    return refusal;
}

} // namespace

HttpSender::HttpSender(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent)
    : QObject(parent), m_endpoint(endpoint), m_network(network), m_timing(timing)
{
}

void HttpSender::send(const protocol::Outgoing &outgoing)
{
    const QByteArray body = protocol::encodeOutgoing(outgoing);
    HttpCall *call = HttpCall::post(m_network, sendUrl(m_endpoint), body, m_timing.answer, this);
    connect(call, &HttpCall::finished, this, [this, call, id = outgoing.id, up = body.size()](const HttpAnswer &answer) {
        call->deleteLater();
        report(id, up, answer);
    });
}

void HttpSender::stop()
{
    const auto calls = findChildren<HttpCall *>(Qt::FindDirectChildrenOnly);
    for (HttpCall *call : calls)
        call->drop();
}

void HttpSender::report(const QString &id, qint64 up, const HttpAnswer &answer)
{
    const std::optional<qint64> seq = answer.status == 201 || answer.status == 200 ? decodeSeq(answer.body) : std::nullopt;
    if (seq) {
        Q_EMIT payloadCarried(up, answer.body.size());
        Q_EMIT acknowledged({id, *seq});
    } else if (isFinal(answer.status)) {
        Q_EMIT refused(refusalOf(id, answer));
    } else {
        qCDebug(transportLog) << "a message was not sent:" << answer.failure();
        Q_EMIT sendFailed(id);
    }
}

} // namespace pushlab::transport
