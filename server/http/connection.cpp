// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/connection.h"

#include "server/base/coarseclock.h"
#include "server/http/cachedrequest.h"
#include "server/http/openstream.h"
#include "server/http/responder.h"
#include "server/http/streamresponder.h"
#include "server/io/socket/countingsocket.h"

#include <utility>

namespace pushlab::http {

namespace {

// The bytes that wait in our buffers; a client that pipelines more waits in its own.
constexpr qint64 readBuffer = 64 * 1024;
constexpr qint64 pipelineBacklog = 64 * 1024;

} // namespace

Connection::Connection(std::unique_ptr<io::CountingSocket> socket, Peer peer, ConnectionContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_socket(socket.release())
    , m_peer(std::move(peer))
    , m_accounting(context.observer())
    , m_since(base::coarseNow())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBuffer);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readAvailable);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    m_socket->setDirectReader(this);
}

Connection::~Connection()
{
    if (m_responder)
        m_responder->m_connection = nullptr;
    if (m_streamResponder)
        m_streamResponder->m_connection = nullptr;
}

void Connection::start()
{
    if (m_socket->bytesAvailable() > 0)
        readAvailable();
}

void Connection::refuse(const Response &response)
{
    // The framing of the former request must not be used: of this one perhaps only the method arrived.
    m_framing = {};
    m_framing.keepAlive = false;
    m_framing.isHead = m_parser && m_parser->isHead();
    const auto page = m_parser ? m_context.router().errorPage(m_parser->partialRequest(), response) : std::nullopt;
    const Response &shown = page ? *page : response;
    m_accounting.begin(m_parser ? m_parser->bodySize() : 0);
    write(m_context.framed(shown, m_framing));
    m_accounting.record(*m_socket, m_framing.isHead ? 0 : shown.body.size());
    linger();
}

void Connection::finish()
{
    m_isEnding = true;
    if (m_phase == Phase::Streaming)
        m_streamResponder->interrupt();
    else if (m_phase != Phase::Busy && m_phase != Phase::Lingering)
        linger();
}

void Connection::checkClocks(std::chrono::steady_clock::time_point now)
{
    const HttpLimits &limits = m_context.limits();
    const auto age = now - m_since;
    const qint64 backlog = m_socket->bytesToWrite();
    if (backlog == 0 || backlog != m_lastBacklog) {
        m_lastBacklog = backlog;
        m_wroteLast = now;
    } else if (now - m_wroteLast > limits.writeTime) {
        abandon();
        return;
    }
    switch (m_phase) {
    case Phase::Idle:
        if (age > limits.idleTime)
            linger();
        return;
    case Phase::Head:
    case Phase::Body:
        if (age <= (m_phase == Phase::Head ? limits.headTime : limits.bodyTime))
            return;
        refuse(Response::error(408, "timeout", "The request did not arrive in time; send it again in one piece."));
        return;
    case Phase::Busy:
    case Phase::Streaming:
        return; // the hold is the handler's to limit
    case Phase::Lingering:
        if (backlog == 0 && age > limits.lingerTime) // a slow reader has writeTime for its last answer, too
            abandon();
        return;
    }
}

std::chrono::steady_clock::duration Connection::idleFor(std::chrono::steady_clock::time_point now) const
{
    const bool isIdle = m_phase == Phase::Idle && m_socket->bytesToWrite() == 0;
    return isIdle ? now - m_since : std::chrono::steady_clock::duration::zero();
}

void Connection::forgetRequest()
{
    if (m_phase == Phase::Idle)
        m_cached.reset();
}

//! Reads what came through Qt's buffer.
void Connection::readAvailable()
{
    if (m_isReading)
        return;
    m_isReading = true;
    while (mayTake() && m_socket->bytesAvailable() > 0) {
        QByteArray &scratch = m_context.scratch();
        const qint64 size = m_socket->peek(scratch.data(), scratch.size());
        if (size <= 0)
            break;
        m_socket->skip(take(QByteArrayView(scratch).first(size)));
    }
    if (m_phase == Phase::Lingering)
        recordStray();
    m_socket->noteRead();
    m_isReading = false;
    if (m_isUpgrading)
        handOver();
}

//! Reads new bytes past Qt's buffer. Returns false when that is not possible now.
bool Connection::readNow()
{
    if (m_isReading || !mayTake() || m_socket->hasUnread())
        return false;
    QByteArray &scratch = m_context.scratch();
    const qint64 size = m_socket->receive(scratch.data(), scratch.size());
    if (size <= 0)
        return false;
    m_isReading = true;
    const QByteArrayView bytes = QByteArrayView(scratch).first(size);
    const qsizetype taken = take(bytes);
    if (taken < size)
        m_socket->putBack(bytes.sliced(taken));
    if (m_phase == Phase::Lingering) {
        recordStray();
        m_socket->noteRead();
    }
    m_isReading = false;
    if (m_isUpgrading)
        handOver();
    return true;
}

void Connection::prefetchForRead(bool isNext) const
{
    if (m_socket && !isNext)
        m_socket->prefetch();
    if (m_cached)
        m_cached->prefetch(isNext);
}

//! Whether more of the stream can be handled now.
bool Connection::mayTake() const
{
    switch (m_phase) {
    case Phase::Idle: // the latter when it sends faster than it reads its answers
        return m_socket->bytesToWrite() <= pipelineBacklog;
    case Phase::Head:
    case Phase::Body:
        return !m_isUpgrading;
    case Phase::Busy:
    case Phase::Streaming:
    case Phase::Lingering:
        return false;
    }
    Q_UNREACHABLE();
}

//! Handles as much of \a bytes as possible, whole requests and then a part of one; returns the number of bytes used.
qsizetype Connection::take(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && mayTake()) {
        if (m_phase == Phase::Idle && m_cached && m_cached->begins(bytes.sliced(taken))) {
            const qsizetype size = m_cached->request.head().size();
            m_accounting.addUp(size);
            taken += size;
            m_cached->isRepeat = true;
            handleKnown();
            continue;
        }
        if (m_phase == Phase::Idle)
            enter(Phase::Head);
        if (!m_parser)
            m_parser = m_context.lendParser();
        // The head alone at first: how an upgrade is answered must not depend on how much of a body came with it.
        const QByteArrayView rest = bytes.sliced(taken);
        const qsizetype step = m_phase == Phase::Head ? m_parser->feedHead(rest) : m_parser->feed(rest);
        taken += step;
        m_accounting.addUp(step);
        const RequestParser::State state = m_parser->state();
        if (m_phase == Phase::Head && (state == RequestParser::State::Body || state == RequestParser::State::Complete))
            finishHead();
        if (state == RequestParser::State::Error)
            handleError();
        else if (m_phase == Phase::Head && state != RequestParser::State::Head && m_context.isUpgrade(m_parser->request()))
            m_isUpgrading = true;
        else if (state == RequestParser::State::Complete)
            handleRequest();
        else if (m_phase == Phase::Head && state == RequestParser::State::Body)
            awaitBody(taken < bytes.size());
    }
    return taken;
}

//! The head is complete: determines the sender and the route.
void Connection::finishHead()
{
    if (m_socket->isEncrypted())
        m_parser->markSecure();
    if (!m_isProxied)
        return;
    m_parser->takeForwarded();
    m_peer = m_context.registry().peerBehind(m_parser->request(), *this);
}

void Connection::awaitBody(bool isMoreThere)
{
    enter(Phase::Body);
    if (!m_parser->request().expectsContinue() || isMoreThere)
        return;
    // RFC 9110 10.1.1: nobody is asked for a body that would be refused.
    if (const auto refusal = m_context.refusal(m_parser->request(), sender()))
        refuse(*refusal);
    else
        write("HTTP/1.1 100 Continue\r\n\r\n");
}

//! The request is complete, and the bytes behind it are in the socket, which is given to the upgrade handler.
void Connection::handOver()
{
    m_isUpgrading = false;
    const Request &request = m_parser->request();
    const auto checked = m_context.checkUpgrade(request, sender(), m_parser->state() == RequestParser::State::Complete);
    if (const auto *const refusal = std::get_if<Response>(&checked)) {
        refuse(*refusal);
        recordStray();
        m_socket->noteRead();
        return;
    }
    io::CountingSocket *const socket = std::exchange(m_socket, nullptr);
    m_accounting.recordSegments(*socket); // segments so far are not the WebSocket's
    socket->setDirectReader(nullptr);
    socket->disconnect(this);
    socket->setParent(nullptr);
    m_context.joinGroup(request, *socket, m_group);
    std::get<Takeover>(checked)(socket, m_accounting.up());
    m_context.registry().remove(this);
}

void Connection::handleRequest()
{
    const qint64 size = m_accounting.up();
    if (!m_cached)
        m_cached = std::make_unique<CachedRequest>();
    m_cached->request = m_parser->takeRequest();
    m_cached->cache.reset();
    m_cached->route = m_context.router().route(m_cached->request);
    m_cached->isRepeat = false;
    m_context.takeBackParser(std::move(m_parser));
    handleKnown();
    if (!m_cached->isWorthCaching(size))
        m_cached.reset();
}

void Connection::handleKnown()
{
    const Request &request = m_cached->request;
    m_framing = {request.isHead(), request.keepAlive(), request.minorVersion()};
    m_accounting.begin(request.body().size());
    enter(Phase::Busy);
    m_context.handle(*m_cached, sender(), Responder(*this));
}

void Connection::handleError()
{
    const ParseError error = m_parser->error();
    refuse(Response::error(error.status, error.code, error.text));
}

bool Connection::answer(const Response &response, const Apart &apart)
{
    m_onAborted = nullptr;
    if (!m_socket->isConnected())
        return false;
    const auto page = response.status >= 400 && m_cached ? m_context.router().errorPage(m_cached->request, response) : std::nullopt;
    reply(page ? *page : response, apart);
    return true;
}

void Connection::reply(const Response &response, const Apart &apart)
{
    const bool closes = response.close || !m_framing.keepAlive || m_isEnding;
    Framing framing = m_framing;
    framing.keepAlive = !closes;
    write(m_context.framed(response, framing));
    m_accounting.record(*m_socket, framing.isHead ? 0 : response.body.size(), framing.isHead ? Apart() : apart);
    finishAnswer(closes);
}

//! The answer was written: closes, or waits for the next request.
void Connection::finishAnswer(bool closes)
{
    if (closes) {
        linger();
        return;
    }
    enter(Phase::Idle);
    // Handles pipelined requests from the event loop, so that a long pipeline neither recurses nor starves other connections.
    if (!m_isReading && m_socket->hasUnread())
        QMetaObject::invokeMethod(this, &Connection::readAvailable, Qt::QueuedConnection);
}

//! Records and discards bytes that do not become a request: the beginning of one, what follows the last request, or what follows
//! one that was given up.
void Connection::recordStray()
{
    const qint64 unread = m_socket->bytesAvailable();
    if (unread > 0) // reading an aborted socket would make Qt warn
        m_socket->skip(unread);
    if (m_phase == Phase::Head || m_phase == Phase::Body)
        m_accounting.recordGivenUp(unread, m_phase == Phase::Body ? m_parser->bodySize() : 0);
    else
        m_accounting.recordStray(unread);
}

//! Discards unread bytes, as aborting does.
void Connection::abandon()
{
    recordStray();
    m_socket->abort();
}

void Connection::write(const QByteArray &bytes)
{
    m_accounting.addDown(bytes.size());
    m_socket->push(bytes);
}

// Closing while the peer still sends would reset the connection and take the answer with it (RFC 9112 9.6).
void Connection::linger()
{
    enter(Phase::Lingering);
    if (m_socket->bytesToWrite() > 0)
        return; // continues in onBytesWritten()
    m_socket->endWriting();
}

void Connection::onBytesWritten()
{
    if (m_socket->bytesToWrite() > 0)
        return;
    if (m_phase == Phase::Lingering)
        linger();
    else if (m_phase == Phase::Streaming)
        m_stream->listener().onStreamDrained();
    else if (m_phase == Phase::Idle)
        readAvailable();
}

void Connection::onDisconnected()
{
    if (m_responder)
        std::exchange(m_responder, nullptr)->m_connection = nullptr;
    if (const auto aborted = std::exchange(m_onAborted, nullptr))
        aborted();
    recordStray();
    m_accounting.recordUnanswered(*m_socket);
    const std::unique_ptr<OpenStream> stream = std::move(m_stream);
    m_accounting.close(*m_socket, stream ? stream->recordLast() : 0);
    m_context.registry().remove(this);
    if (stream)
        std::exchange(m_streamResponder, nullptr)->lose(*stream);
}

} // namespace pushlab::http
