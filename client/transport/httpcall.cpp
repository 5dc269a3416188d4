// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/httpcall.h"

#include "server/protocol/limits.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace pushlab::transport {

using namespace Qt::Literals::StringLiterals;

namespace {

// An answer may exceed its limit by one message, and by the fields around it.
constexpr qsizetype maxBytes = 2 * protocol::maxAnswerBytes;

// Qt also reports answers with a status of 400 or more as errors, with error codes of their own.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
        || (error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure
            && error != QNetworkReply::ProtocolUnknownError);
}

} // namespace

QString HttpAnswer::failure() const
{
    if (!error.isEmpty())
        return error;
    const auto frame = protocol::decodeHostFrame(body);
    if (const auto *refusal = frame ? std::get_if<protocol::Refusal>(&*frame) : nullptr)
        return u"the host answered %1: %2"_s.arg(QString::number(status), refusal->error.left(500));
    return u"the host answered %1"_s.arg(status);
}

protocol::Refusal HttpAnswer::refusal() const
{
    const auto frame = protocol::decodeHostFrame(body);
    if (const auto *given = frame ? std::get_if<protocol::Refusal>(&*frame) : nullptr)
        return {given->error.left(500), given->code.left(50), {}};
    return {failure(), {}, {}};
}

HttpCall::HttpCall(QNetworkReply *reply, std::chrono::milliseconds timeout, QObject *parent) : QObject(parent), m_reply(reply)
{
    connect(reply, &QNetworkReply::readyRead, this, &HttpCall::checkSize);
    connect(reply, &QNetworkReply::finished, this, &HttpCall::finish);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(u"the host did not answer in time"_s); });
    m_deadline.setSingleShot(true);
    m_deadline.start(timeout);
}

HttpCall::~HttpCall()
{
    release();
}

QNetworkRequest HttpCall::request(const QUrl &url)
{
    QNetworkRequest begun(url);
    begun.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    begun.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    begun.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // The limit below counts bytes on the wire, so nothing may be compressed.
    begun.setRawHeader("Accept-Encoding", "identity");
    return begun;
}

HttpCall *HttpCall::get(QNetworkAccessManager &network, const QUrl &url, std::chrono::milliseconds timeout, QObject *parent)
{
    return new HttpCall(network.get(request(url)), timeout, parent);
}

HttpCall *HttpCall::post(QNetworkAccessManager &network, const QUrl &url, const QByteArray &json,
                         std::chrono::milliseconds timeout, QObject *parent)
{
    QNetworkRequest withBody = request(url);
    withBody.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return new HttpCall(network.post(withBody, json), timeout, parent);
}

void HttpCall::dismiss(QNetworkReply &reply, QObject *receiver)
{
    reply.disconnect(receiver);
    // Without abort(): deleting it does that, too, and abort() makes an error of its own, beside which Qt 6.4 warns of the
    // one that may be on its way from its thread.
    reply.deleteLater();
}

void HttpCall::drop()
{
    disconnect(parent());
    release();
    deleteLater();
}

void HttpCall::checkSize()
{
    if (m_reply && m_reply->bytesAvailable() > maxBytes)
        giveUp(u"the host's answer is too large"_s);
}

void HttpCall::finish()
{
    HttpAnswer answer;
    if (isAnswer(m_reply->error())) {
        answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.body = m_reply->readAll();
    }
    if (answer.status == 0)
        answer = {0, {}, m_reply->errorString()};
    else if (answer.body.size() > maxBytes)
        answer = {0, {}, u"the host's answer is too large"_s};
    release();
    Q_EMIT finished(answer);
}

void HttpCall::giveUp(const QString &error)
{
    release();
    Q_EMIT finished({0, {}, error});
}

void HttpCall::release()
{
    m_deadline.stop();
    if (m_reply)
        dismiss(*m_reply, this);
    m_reply = nullptr;
}

} // namespace pushlab::transport
