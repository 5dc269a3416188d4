// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/streamresponder.h"

#include "server/http/connection.h"
#include "server/http/openstream.h"
#include "server/io/socket/countingsocket.h"

#include <utility>

namespace pushlab::http {

StreamResponder::StreamResponder(Connection &connection) : m_connection(&connection)
{
    connection.m_streamResponder = this;
}

StreamResponder::StreamResponder(StreamResponder &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr))
{
    if (m_connection)
        m_connection->m_streamResponder = this;
}

StreamResponder &StreamResponder::operator=(StreamResponder &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    if (m_connection)
        m_connection->m_streamResponder = this;
    if (other.m_connection)
        other.m_connection->m_streamResponder = &other;
    return *this;
}

StreamResponder StreamResponder::begin(Connection &connection, const Response &head, StreamListener &listener)
{
    connection.m_onAborted = nullptr;
    if (!connection.m_socket->isConnected())
        return {};
    Framing &framing = connection.m_framing;
    framing.isStream = true;
    framing.keepAlive = framing.keepAlive && framing.minorVersion > 0 && !connection.m_isEnding;
    connection.write(connection.m_context.framed(head, framing));
    if (framing.isHead) {
        connection.m_accounting.record(*connection.m_socket, 0);
        connection.finishAnswer(!framing.keepAlive);
        return {};
    }
    StreamResponder stream(connection);
    connection.m_accounting.recordOpening(*connection.m_socket);
    connection.m_stream = std::make_unique<OpenStream>(*connection.m_socket, connection.m_accounting, listener,
                                                       framing.minorVersion > 0);
    connection.enter(Connection::Phase::Streaming);
    return stream;
}

void StreamResponder::interrupt()
{
    StreamListener &listener = m_connection->m_stream->listener();
    end(true);
    listener.onStreamEnded();
}

void StreamResponder::lose(const OpenStream &stream)
{
    m_connection = nullptr;
    stream.listener().onStreamEnded();
}

bool StreamResponder::write(const StreamPiece &piece, const Apart &apart)
{
    if (!m_connection)
        return false;
    if (backlog() > m_connection->m_context.limits().maxBacklog) {
        end(true);
        return false;
    }
    m_connection->m_stream->write(piece, apart);
    return m_connection != nullptr;
}

qint64 StreamResponder::backlog() const
{
    return m_connection ? m_connection->socket()->bytesToWrite() : 0;
}

void StreamResponder::end(bool close)
{
    Connection *const connection = std::exchange(m_connection, nullptr);
    if (!connection)
        return;
    connection->m_streamResponder = nullptr;
    connection->m_stream->end();
    connection->m_stream.reset();
    connection->finishAnswer(close || !connection->m_framing.keepAlive || connection->m_isEnding);
}

void StreamResponder::setCostCenter(const CostCenter &costCenter)
{
    if (m_connection)
        m_connection->setCostCenter(costCenter);
}

void StreamResponder::record()
{
    if (m_connection)
        m_connection->m_stream->record();
}

void StreamResponder::prefetch() const
{
    if (m_connection)
        m_connection->socket()->prefetch();
}

} // namespace pushlab::http
