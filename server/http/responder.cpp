// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/responder.h"

#include "server/base/prefetch.h"
#include "server/http/connection.h"
#include "server/http/logging.h"
#include "server/io/socket/countingsocket.h"
#include "server/io/socket/traffictap.h"

#include <utility>

namespace pushlab::http {

Responder::Responder(Connection &connection) : m_connection(&connection)
{
    connection.m_responder = this;
}

Responder::Responder(Responder &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr))
{
    if (m_connection)
        m_connection->m_responder = this;
}

Responder &Responder::operator=(Responder &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    if (m_connection)
        m_connection->m_responder = this;
    if (other.m_connection)
        other.m_connection->m_responder = &other;
    return *this;
}

Responder::~Responder()
{
    if (!m_connection)
        return;
    qCWarning(lcHttp, "A request was left without an answer");
    send(Response::error(500, "internal", "The host failed to answer; please report this with the host's log."));
}

void Responder::park(std::function<void()> onAborted)
{
    Q_ASSERT(onAborted);
    if (m_connection)
        m_connection->m_onAborted = std::move(onAborted);
}

void Responder::setCostCenter(const CostCenter &costCenter)
{
    if (m_connection)
        m_connection->setCostCenter(costCenter);
}

void Responder::carry(const io::Cargo &cargo) const
{
    if (io::TrafficTap *const tap = m_connection ? m_connection->socket()->tap() : nullptr)
        tap->carries(cargo);
}

void Responder::prefetch(bool isNext) const
{
    if (isNext && m_connection)
        m_connection->socket()->prefetch();
    else
        base::prefetch(m_connection);
}

bool Responder::send(const Response &response, const Apart &apart)
{
    Connection *const connection = std::exchange(m_connection, nullptr);
    if (!connection)
        return false;
    connection->m_responder = nullptr;
    return connection->answer(response, apart);
}

StreamResponder Responder::stream(const Response &head, StreamListener &listener)
{
    Connection *const connection = std::exchange(m_connection, nullptr);
    if (!connection)
        return {};
    connection->m_responder = nullptr;
    return StreamResponder::begin(*connection, head, listener);
}

} // namespace pushlab::http
