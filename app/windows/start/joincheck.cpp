// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/start/joincheck.h"

#include "app/trustedhosts.h"
#include "client/transport/apiurl.h"
#include "client/transport/certificatepin.h"
#include "client/transport/httpcall.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/roominfo.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>

#include <chrono>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using transport::HttpAnswer;
using transport::HttpCall;

namespace {
constexpr std::chrono::milliseconds patience = 6s;
}

JoinCheck::JoinCheck(QObject *parent) : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // the class is in the local network
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(Problem::NoAnswer, {}, u"the host did not answer in time"_s); });
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, &JoinCheck::judge);
}

JoinCheck::~JoinCheck()
{
    stop();
}

void JoinCheck::start(const session::ClientOptions &options)
{
    stop();
    m_options = options;
    if (m_options.fingerprint.isEmpty())
        m_options.fingerprint = trustedFingerprint(options.host);
    m_deadline.start(patience);
    ask();
}

void JoinCheck::stop()
{
    m_deadline.stop();
    m_refused.reset();
    if (m_tokenRequest)
        m_tokenRequest.release()->deleteLater(); // it may be the one that calls
    if (HttpCall *const call = std::exchange(m_call, nullptr))
        call->drop();
}

void JoinCheck::ask()
{
    m_network.clearConnectionCache(); // the user may trust another certificate now
    m_call = HttpCall::get(m_network, transport::roomUrl({m_options.host, m_options.room, {}, m_options.name}), patience, this);
    connect(m_call, &HttpCall::finished, this, &JoinCheck::take);
}

void JoinCheck::judge(QNetworkReply *reply, const QList<QSslError> &errors)
{
    if (transport::isPinned(errors, m_options.fingerprint))
        reply->ignoreSslErrors(errors);
    else
        m_refused = transport::fingerprintOf(errors);
}

void JoinCheck::take(const HttpAnswer &answer)
{
    const std::optional<QByteArray> refused = m_refused;
    if (answer.status == 200 && protocol::decodeRoomInfo(QJsonDocument::fromJson(answer.body).object())) {
        stop();
        Q_EMIT reached(m_options);
    } else if (answer.isAccessDenied() && answer.refusal().code == protocol::lockedCode) {
        stop();
        Q_EMIT reached(m_options); // it waits in the window, and comes in by itself
    } else if (answer.isAccessDenied()) {
        takeRefusal(answer);
    } else if (answer.status == 0 && refused) {
        stop();
        Q_EMIT certificateRefused(*refused);
    } else if (answer.status == 0) {
        fail(Problem::NoAnswer, {}, answer.error);
    } else if (const protocol::Refusal refusal = answer.refusal(); refusal.code == u"tls-required") {
        fail(Problem::WantsTls, {}, {});
    } else if (!refusal.code.isEmpty()) {
        fail(Problem::Refused, refusal.code, refusal.error);
    } else {
        fail(Problem::NotPushLab, {}, {});
    }
}

//! Tries the known PIN once when the host asks for one; the token that it gives is then used by the chat.
void JoinCheck::takeRefusal(const HttpAnswer &answer)
{
    const protocol::Refusal refusal = answer.refusal();
    if (refusal.code.isEmpty()) {
        fail(Problem::NotPushLab, {}, {});
        return;
    }
    if (refusal.code != protocol::pinNeededCode || m_options.pin.isEmpty()) {
        fail(Problem::Refused, refusal.code, refusal.error);
        return;
    }
    m_tokenRequest = std::make_unique<session::TokenRequest>(m_options.host, m_network);
    connect(m_tokenRequest.get(), &session::TokenRequest::granted, this, [this](const QByteArray &token) {
        stop();
        m_options.token = token;
        Q_EMIT reached(m_options);
    });
    connect(m_tokenRequest.get(), &session::TokenRequest::refused, this,
            [this](const protocol::Refusal &refused) { fail(Problem::Refused, refused.code, refused.error); });
    connect(m_tokenRequest.get(), &session::TokenRequest::failed, this,
            [this](const QString &reason) { fail(Problem::NoAnswer, {}, reason); });
    m_tokenRequest->ask(m_options.pin, m_options.name);
}

void JoinCheck::fail(Problem problem, const QString &code, const QString &detail)
{
    stop();
    Q_EMIT failed(problem, code, detail);
}

} // namespace pushlab::app
