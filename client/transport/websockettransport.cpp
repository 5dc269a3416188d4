// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/websockettransport.h"

#include "client/transport/apiurl.h"
#include "client/transport/certificatepin.h"
#include "client/transport/transportlog.h"
#include "server/protocol/limits.h"
#include "server/protocol/messagecodec.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslError>

#include <utility>

namespace pushlab::transport {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! The signal for errors, which Qt 6.5 renamed, deprecating the former name.
template <typename Socket>
consteval auto errorSignal()
{
    if constexpr (requires { &Socket::errorOccurred; })
        return &Socket::errorOccurred;
    else
        return qOverload<QAbstractSocket::SocketError>(&Socket::error);
}

//! "kicked: The teacher has …", as the host closes with.
protocol::Refusal refusalOf(const QString &reason)
{
    const qsizetype colon = reason.indexOf(u": "_s);
    if (colon <= 0 || QStringView(reason).left(colon).contains(u' '))
        return {reason, {}, {}};
    return {reason.mid(colon + 2), reason.left(colon), {}};
}

} // namespace

WebSocketTransport::WebSocketTransport(const Endpoint &endpoint, const Timing &timing, QObject *parent)
    : ChatTransport(parent), m_endpoint(endpoint), m_timing(timing)
{
    for (QTimer *timer : {&m_opening, &m_silence, &m_flush})
        timer->setSingleShot(true);
    connect(&m_opening, &QTimer::timeout, this, [this] { fail(u"the WebSocket did not open in time"_s); });
    connect(&m_pings, &QTimer::timeout, this, &WebSocketTransport::ping);
    connect(&m_silence, &QTimer::timeout, this, &WebSocketTransport::checkSilence);
    connect(&m_flush, &QTimer::timeout, this, &WebSocketTransport::flush);
}

WebSocketTransport::~WebSocketTransport()
{
    WebSocketTransport::stop();
}

void WebSocketTransport::start(const Cursor &cursor, const Pace &)
{
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::Version13, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setMaxAllowedIncomingFrameSize(protocol::maxWebSocketMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(protocol::maxWebSocketMessageBytes);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &WebSocketTransport::takeFrame);
    connect(m_socket, &QWebSocket::pong, &m_silence, &QTimer::stop);
    // Queued, because Qt 6.4 continues to use the socket after this signal, and reportClosed() aborts it.
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketTransport::reportClosed, Qt::QueuedConnection);
    connect(m_socket, errorSignal<QWebSocket>(), this, &WebSocketTransport::reportClosed, Qt::QueuedConnection);
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (m_socket && isPinned(errors, m_endpoint.fingerprint))
            m_socket->ignoreSslErrors(errors);
    });
    m_opening.start(m_timing.open);
    QNetworkRequest handshake(socketUrl(m_endpoint, cursor));
    if (!m_endpoint.token.isEmpty())
        handshake.setRawHeader("Authorization", QByteArray("Bearer " + m_endpoint.token));
    m_socket->open(handshake);
    Q_EMIT requestMade();
    if (m_socket)
        Q_EMIT phaseChanged(Phase::Connecting, 0ms);
}

void WebSocketTransport::send(const protocol::Outgoing &outgoing)
{
    if (!m_socket)
        return;
    if (!m_welcomed) {
        m_early.append(outgoing);
        return;
    }
    const QByteArray text = protocol::encodeOutgoingFrame(outgoing);
    m_socket->sendTextMessage(QString::fromUtf8(text));
    Q_EMIT payloadCarried(text.size(), 0);
}

void WebSocketTransport::stop()
{
    for (QTimer *timer : {&m_opening, &m_pings, &m_silence, &m_flush})
        timer->stop();
    m_early.clear();
    m_batch.clear();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->disconnect(&m_silence);
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->close(QWebSocketProtocol::CloseCodeNormal);
    m_socket->abort(); // deleting a socket with queued bytes would leak its TCP socket (Qt 6.4)
    m_socket->deleteLater();
    m_socket = nullptr;
}

void WebSocketTransport::takeFrame(const QString &text)
{
    m_silence.stop();
    const QByteArray utf8 = text.toUtf8();
    Q_EMIT payloadCarried(0, utf8.size());
    const std::optional<protocol::HostFrame> frame = protocol::decodeHostFrame(utf8);
    if (!frame)
        return; // other kinds are sent by later versions of the host
    if (const auto *info = std::get_if<protocol::RoomInfo>(&*frame)) {
        takeWelcome(*info);
        return;
    }
    if (!m_welcomed) {
        fail(u"the host did not begin with a welcome"_s);
        return;
    }
    if (const auto *message = std::get_if<protocol::Message>(&*frame)) {
        takeEntry(*message);
        return;
    }
    if (const auto *control = std::get_if<protocol::ControlEntry>(&*frame)) {
        takeEntry(*control);
        return;
    }
    flush();
    if (!m_socket) // a receiver of the batch has stopped it
        return;
    if (const auto *ack = std::get_if<protocol::Ack>(&*frame)) {
        Q_EMIT acknowledged(*ack);
    } else if (const auto *refusal = std::get_if<protocol::Refusal>(&*frame)) {
        qCDebug(transportLog) << "refused:" << refusal->code << refusal->error;
        if (refusal->code == protocol::tooFastCode && !refusal->id.isEmpty())
            Q_EMIT sendFailed(refusal->id); // it will be accepted later
        else
            Q_EMIT refused(*refusal);
    }
}

void WebSocketTransport::takeWelcome(const protocol::RoomInfo &info)
{
    if (m_welcomed)
        return;
    m_welcomed = true;
    m_opening.stop();
    m_pings.start(m_timing.ping);
    m_batch.begin(info);
    Q_EMIT phaseChanged(Phase::Connected, 0ms);
    if (m_socket)
        Q_EMIT welcomed(info);
    const QList<protocol::Outgoing> early = std::exchange(m_early, {});
    for (const protocol::Outgoing &outgoing : early)
        send(outgoing);
}

void WebSocketTransport::takeEntry(const protocol::Entry &entry)
{
    if (m_batch.add(entry))
        flush();
    else if (!m_flush.isActive())
        m_flush.start(0ms);
}

void WebSocketTransport::flush()
{
    m_flush.stop();
    if (const auto batch = m_batch.take())
        Q_EMIT batchReceived(*batch);
}

void WebSocketTransport::ping()
{
    m_socket->ping();
    if (!m_silence.isActive())
        m_silence.start(m_timing.pong);
}

void WebSocketTransport::checkSilence()
{
    fail(u"the host has gone silent"_s);
}

void WebSocketTransport::reportClosed()
{
    if (!m_socket) // stopped in the meantime
        return;
    // RFC 6455 7.1.5: Qt returns 1005 and 1006 when the peer gave no code.
    const int code = m_socket->closeCode();
    if (code == QWebSocketProtocol::CloseCodePolicyViolated) {
        denyAccess(refusalOf(m_socket->closeReason()));
        return;
    }
    if (!m_welcomed || code <= QWebSocketProtocol::CloseCodeNormal || code == 1005 || code == 1006)
        fail(m_socket->errorString().isEmpty() ? u"the host closed the connection"_s : m_socket->errorString());
    else
        fail(u"the host closed the connection: %1 %2"_s.arg(QString::number(code), m_socket->closeReason()).trimmed());
}

} // namespace pushlab::transport
