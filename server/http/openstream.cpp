// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/openstream.h"

#include "server/http/connectionaccounting.h"
#include "server/io/socket/countingsocket.h"

#include <algorithm>
#include <utility>

namespace pushlab::http {

OpenStream::OpenStream(io::CountingSocket &socket, ConnectionAccounting &accounting, StreamListener &listener, bool isChunked)
    : m_socket(socket), m_accounting(accounting), m_listener(listener), m_recordedTo(socket.bytesOut()), m_isChunked(isChunked)
{
}

void OpenStream::write(const StreamPiece &piece, const Apart &apart)
{
    const QByteArray bytes = piece.bytes(m_isChunked);
    if (m_socket.push(bytes) != bytes.size())
        return; // the connection has ended, which will be reported
    m_apart.first += apart.first;
    m_apart.second += apart.second;
    if (m_waiting.empty() && m_socket.bytesPassed() >= m_socket.bytesOut())
        m_payload += piece.payload();
    else
        m_waiting.push_back({piece, m_socket.bytesOut()});
}

void OpenStream::end()
{
    if (m_isChunked)
        m_socket.push(StreamPiece::last().bytes(true));
    record();
    const qint64 passed = std::max(m_socket.bytesPassed(), m_recordedTo);
    const qint64 left = m_socket.bytesOut() - passed;
    const qint64 payload = payloadUpTo(m_socket.bytesOut()) - m_recordedPayload;
    if (left > 0)
        m_accounting.record(m_socket, {}, {payload, left - payload, takeApart(payload)});
}

void OpenStream::record()
{
    recordUpTo(m_socket.bytesPassed());
}

qint64 OpenStream::recordLast()
{
    const qint64 passed = ConnectionAccounting::passedAtEnd(m_socket);
    recordUpTo(passed);
    return m_socket.bytesOut() - std::max(passed, m_recordedTo);
}

void OpenStream::recordUpTo(qint64 passed)
{
    const qint64 bytes = passed - m_recordedTo;
    if (bytes <= 0)
        return; // the head itself may not have gone out completely
    m_recordedTo = passed;
    const qint64 all = payloadUpTo(passed);
    const qint64 payload = all - std::exchange(m_recordedPayload, all);
    m_accounting.recordPassed(m_socket, {payload, bytes - payload, takeApart(payload)});
}

//! The payload within the first \a passed bytes that were written to the socket.
qint64 OpenStream::payloadUpTo(qint64 passed)
{
    for (; !m_waiting.empty() && m_waiting.front().end <= passed; m_waiting.pop_front())
        m_payload += m_waiting.front().piece.payload();
    if (m_waiting.empty())
        return m_payload;
    const Waiting &next = m_waiting.front();
    const qint64 begin = next.end - next.piece.bytes(m_isChunked).size();
    return m_payload + (passed > begin ? next.piece.payloadIn(passed - begin, m_isChunked) : 0);
}

//! Bytes that are told apart count as sent first, so that nothing has to be taken back.
Apart OpenStream::takeApart(qint64 payload)
{
    const qint64 first = std::min(m_apart.first, payload);
    const qint64 second = std::min(m_apart.second, payload - first);
    m_apart.first -= first;
    m_apart.second -= second;
    return {first, second};
}

} // namespace pushlab::http
