// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/messagesrequest.h"

#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"
#include "server/protocol/limits.h"
#include "server/protocol/messagebatch.h"

#include <optional>

namespace pushlab::transport {

using namespace Qt::Literals::StringLiterals;

namespace {

// The host ends an answer before a message that would exceed the limit. A message takes up to six times its text when escaped, so
// an answer that leaves room for the longest message was not cut.
constexpr qsizetype surelyWholeBytes = protocol::maxAnswerBytes - 6 * protocol::maxTextBytes - 4096;
static_assert(surelyWholeBytes > 0);

} // namespace

MessagesRequest::MessagesRequest(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent)
    : QObject(parent), m_endpoint(endpoint), m_network(network), m_timing(timing)
{
}

MessagesRequest::~MessagesRequest() = default;

void MessagesRequest::ask(const Cursor &cursor, std::chrono::milliseconds wait)
{
    stop();
    m_call = HttpCall::get(m_network, messagesUrl(m_endpoint, cursor, wait), wait + m_timing.answer, this);
    connect(m_call, &HttpCall::finished, this, &MessagesRequest::read);
}

void MessagesRequest::stop()
{
    if (m_call)
        m_call->drop();
    m_call = nullptr;
}

void MessagesRequest::read(const HttpAnswer &answer)
{
    stop();
    if (answer.isAccessDenied()) {
        Q_EMIT accessDenied(answer.refusal());
        return;
    }
    if (answer.status != 200) {
        Q_EMIT failed(answer.failure());
        return;
    }
    const std::optional<protocol::MessageBatch> batch = protocol::decodeMessageBatch(answer.body);
    if (!batch) {
        Q_EMIT failed(u"the host's answer makes no sense"_s);
        return;
    }
    Q_EMIT payloadCarried(0, answer.body.size());
    Q_EMIT answered(*batch, answer.body.size() > surelyWholeBytes);
}

} // namespace pushlab::transport
