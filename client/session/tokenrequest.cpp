// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/tokenrequest.h"

#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <utility>

namespace pushlab::session {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using transport::HttpAnswer;
using transport::HttpCall;

namespace {

constexpr std::chrono::milliseconds passTimeout = 10s;
constexpr qsizetype maxTokenBytes = 256;

} // namespace

TokenRequest::TokenRequest(const QUrl &host, QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_url(transport::joinUrl(host)), m_network(network)
{
}

TokenRequest::~TokenRequest() = default;

void TokenRequest::ask(const QString &pin, const QString &name)
{
    stop();
    const QJsonObject body{{u"pin"_s, pin}, {u"name"_s, name}};
    m_call = HttpCall::post(m_network, m_url, QJsonDocument(body).toJson(QJsonDocument::Compact), passTimeout, this);
    connect(m_call, &HttpCall::finished, this, &TokenRequest::take);
}

void TokenRequest::stop()
{
    if (HttpCall *call = std::exchange(m_call, nullptr))
        call->drop();
}

void TokenRequest::take(const HttpAnswer &answer)
{
    stop();
    const QByteArray token = QJsonDocument::fromJson(answer.body).object()[u"token"].toString().toLatin1();
    if (answer.status == 200 && !token.isEmpty() && token.size() <= maxTokenBytes)
        Q_EMIT granted(token);
    else if (answer.isAccessDenied() || answer.status == 400 || answer.status == 429)
        Q_EMIT refused(answer.refusal());
    else
        Q_EMIT failed(answer.failure());
}

} // namespace pushlab::session
