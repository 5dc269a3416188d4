// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/roominforequest.h"

#include "client/session/clockoffset.h"
#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"
#include "server/protocol/json.h"

#include <QJsonDocument>

#include <optional>
#include <utility>

namespace pushlab::session {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using transport::HttpAnswer;
using transport::HttpCall;

namespace {

constexpr std::chrono::milliseconds roomTimeout = 10s;

} // namespace

RoomInfoRequest::RoomInfoRequest(const transport::Endpoint &endpoint, QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_url(transport::roomUrl(endpoint)), m_network(network)
{
}

RoomInfoRequest::~RoomInfoRequest() = default;

void RoomInfoRequest::ask()
{
    stop();
    m_sent = localMilliseconds();
    m_call = HttpCall::get(m_network, m_url, roomTimeout, this);
    connect(m_call, &HttpCall::finished, this, &RoomInfoRequest::take);
}

void RoomInfoRequest::stop()
{
    if (HttpCall *call = std::exchange(m_call, nullptr))
        call->drop();
}

void RoomInfoRequest::take(const HttpAnswer &answer)
{
    const double received = localMilliseconds();
    stop();
    if (answer.isAccessDenied()) {
        Q_EMIT accessDenied(answer.refusal());
        return;
    }
    if (answer.status != 200) {
        Q_EMIT failed(answer.failure());
        return;
    }
    const auto info = protocol::decodeRoomInfo(protocol::parseJson(answer.body).object());
    if (info)
        Q_EMIT answered({*info, m_sent, received});
    else
        Q_EMIT failed(u"this is no PushLab host"_s);
}

} // namespace pushlab::session
