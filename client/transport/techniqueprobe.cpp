// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/techniqueprobe.h"

#include "client/transport/apiurl.h"
#include "client/transport/certificatepin.h"
#include "client/transport/httpcall.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QWebSocket>

#include <utility>

namespace pushlab::transport {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;

namespace {

constexpr std::chrono::milliseconds probePatience = 6s;
constexpr std::chrono::milliseconds probeHold = 1s;
constexpr std::chrono::milliseconds probeSlack = 100ms; // clocks and timers of two computers
constexpr std::chrono::milliseconds leastGap = 250ms; // between two events that the host sends 700 ms apart
constexpr qsizetype maxEventBytes = 4096;
const QString probeText = u"probe"_s;

} // namespace

TechniqueProbe::TechniqueProbe(Endpoint endpoint, QNetworkAccessManager &network, Technique technique, QObject *parent)
    : QObject(parent), m_endpoint(std::move(endpoint)), m_network(network), m_technique(technique)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(Obstacle::KeptBack); });
}

TechniqueProbe::~TechniqueProbe()
{
    m_isFinished = true;
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->abort();
        m_stream->deleteLater();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort(); // one deleted with bytes still queued would leak its TCP socket (Qt 6.4)
    }
}

void TechniqueProbe::start()
{
    m_sinceStart.start();
    m_deadline.start(probePatience);
    switch (m_technique) {
    case Technique::Polling:
        ask(0ms);
        return;
    case Technique::LongPolling:
        ask(probeHold);
        return;
    case Technique::WebSocket:
        open();
        return;
    case Technique::Sse:
        listen();
        return;
    }
    Q_UNREACHABLE();
}

void TechniqueProbe::ask(std::chrono::milliseconds wait)
{
    m_call = HttpCall::get(m_network, probeUrl(m_endpoint.host, wait), probePatience, this);
    connect(m_call, &HttpCall::finished, this, [this, wait](const HttpAnswer &answer) {
        if (answer.status == 404) // an older host has nothing to try it by
            finish(std::nullopt);
        else if (answer.status != 200)
            finish(wait == 0ms ? Obstacle::KeptBack : Obstacle::Cut);
        else if (std::chrono::milliseconds(m_sinceStart.elapsed()) + probeSlack < wait)
            finish(Obstacle::Cut);
        else
            finish(std::nullopt);
    });
}

void TechniqueProbe::listen()
{
    m_stream = m_network.get(HttpCall::request(probeEventsUrl(m_endpoint.host)));
    connect(m_stream, &QNetworkReply::readyRead, this, &TechniqueProbe::readEvents);
    connect(m_stream, &QNetworkReply::finished, this, [this] {
        readEvents();
        const bool isOlderHost = m_stream && m_stream->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 404;
        finish(isOlderHost ? std::nullopt : std::optional(Obstacle::KeptBack));
    });
}

void TechniqueProbe::readEvents()
{
    if (!m_stream || m_isFinished)
        return;
    m_events += m_stream->read(maxEventBytes - m_events.size());
    if (!m_sinceFirst.isValid() && m_events.contains("event: first"))
        m_sinceFirst.start();
    if (m_events.contains("event: second"))
        finish(std::chrono::milliseconds(m_sinceFirst.elapsed()) < leastGap ? std::optional(Obstacle::Collected) : std::nullopt);
}

void TechniqueProbe::open()
{
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::Version13, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QWebSocket::connected, this, [this] { m_socket->sendTextMessage(probeText); });
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        if (text == probeText)
            finish(std::nullopt);
    });
    // Queued, because Qt 6.4 goes on with the socket after it told of a reset.
    connect(
        m_socket, &QWebSocket::disconnected, this, [this] { finish(Obstacle::KeptBack); }, Qt::QueuedConnection);
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (isPinned(errors, m_endpoint.fingerprint))
            m_socket->ignoreSslErrors(errors);
    });
    QNetworkRequest handshake(echoUrl(m_endpoint.host));
    if (!m_endpoint.token.isEmpty())
        handshake.setRawHeader("Authorization", QByteArray("Bearer " + m_endpoint.token));
    m_socket->open(handshake);
}

void TechniqueProbe::finish(std::optional<Obstacle> obstacle)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_deadline.stop();
    Q_EMIT finished(obstacle);
}

} // namespace pushlab::transport
