// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/classprediction.h"

#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"
#include "server/protocol/json.h"

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

constexpr std::chrono::milliseconds guessTimeout = 10s;
constexpr std::chrono::milliseconds strangerPause = 300ms;
constexpr int mostTries = 20; // until the host has heard of the member by the request that asks for messages

} // namespace

ClassPrediction::ClassPrediction(const transport::Endpoint &endpoint, QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_url(transport::guessUrl(endpoint)), m_member(endpoint.member), m_network(network)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(strangerPause);
    connect(&m_retry, &QTimer::timeout, this, &ClassPrediction::post);
}

ClassPrediction::~ClassPrediction() = default;

void ClassPrediction::guess(double value)
{
    if (!m_asked || !m_asked->isOpen)
        return;
    m_sent = value;
    m_sentFor = m_asked->question.id;
    m_tries = 0;
    post();
}

void ClassPrediction::post()
{
    m_retry.stop();
    if (HttpCall *call = std::exchange(m_call, nullptr))
        call->drop();
    ++m_tries;
    const QJsonObject body{{u"question"_s, m_sentFor}, {u"member"_s, m_member}, {u"value"_s, m_sent}};
    m_call = HttpCall::post(m_network, m_url, QJsonDocument(body).toJson(QJsonDocument::Compact), guessTimeout, this);
    connect(m_call, &HttpCall::finished, this, &ClassPrediction::takeAnswer);
}

void ClassPrediction::takeAnswer(const HttpAnswer &answer)
{
    std::exchange(m_call, nullptr)->drop();
    if (answer.status == 404 && answer.refusal().code == u"unknown-member" && m_tries < mostTries) {
        m_retry.start();
        return;
    }
    if (answer.status != 200) {
        Q_EMIT refused(answer.failure(), answer.refusal().code);
        return;
    }
    if (!m_asked || m_asked->question.id != m_sentFor)
        return; // something else is asked by now
    m_asked->guess = m_sent;
    Q_EMIT changed();
}

void ClassPrediction::begin(const protocol::RoomInfo &info)
{
    if (info.epoch == m_epoch && info.next < m_asOf)
        return; // stated before the last entry that was taken
    m_epoch = info.epoch;
    m_asOf = info.next;
    set(info.question);
    if (m_heard)
        use(*m_heard);
}

void ClassPrediction::take(const QString &epoch, const protocol::ControlEntry &entry)
{
    if (entry.kind() != protocol::questionKind && entry.kind() != protocol::resultKind)
        return;
    m_heard = Heard{epoch, entry.seq, protocol::decodeAsked(entry.control[u"question"].toObject())};
    use(*m_heard);
}

void ClassPrediction::forget()
{
    m_epoch.clear();
    m_heard.reset();
}

void ClassPrediction::use(const Heard &heard)
{
    if (heard.epoch != m_epoch || heard.seq <= m_asOf)
        return;
    m_asOf = heard.seq;
    std::optional<protocol::AskedQuestion> asked = heard.asked;
    if (asked && m_asked && asked->question.id == m_asked->question.id)
        asked->guess = m_asked->guess; // the log says no one's guess
    set(asked);
}

void ClassPrediction::set(const std::optional<protocol::AskedQuestion> &asked)
{
    if (std::exchange(m_asked, asked) != asked)
        Q_EMIT changed();
}

} // namespace pushlab::session
