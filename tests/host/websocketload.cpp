// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "websocketload.h"

#include "server/protocol/frame.h"

#include <QString> // its builder adds byte arrays, too

#include <algorithm>
#include <optional>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushlab::tests {

using namespace std::chrono;

namespace {

constexpr QByteArrayView textStart = "{\"message\":\"";

bool sendAll(int socket, const QByteArray &bytes)
{
    return ::send(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

//! A WebSocket in the room "lobby" as a tutorial opens it; -1 when it was refused.
int openSocket(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{8, 0};
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    bool isOpen = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && sendAll(socket,
                   "GET /ws/chat/lobby/ HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                   "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QByteArray answer;
    for (char c = 0; isOpen && !answer.endsWith("\r\n\r\n"); answer += c)
        isOpen = ::recv(socket, &c, 1, 0) == 1;
    if (isOpen && answer.startsWith("HTTP/1.1 101"))
        return socket;
    ::close(socket);
    return -1;
}

//! A masked text frame of less than 126 bytes; with the key 0 the payload is unchanged.
QByteArray maskedFrame(const QByteArray &payload)
{
    QByteArray frame;
    frame += char(0x81);
    frame += char(0x80 | payload.size());
    frame += QByteArray(4, '\0') + payload;
    return frame;
}

} // namespace

WebSocketLoad::WebSocketLoad(quint16 port, const Plan &plan) : m_plan(plan), m_readers(size_t(plan.readers) + 1)
{
    m_delays.reserve(size_t(plan.readers * plan.count)); // so that measuring takes no memory later
    for (Reader &reader : m_readers) {
        reader.socket = openSocket(port);
        m_isOpen = m_isOpen && reader.socket >= 0;
    }
}

WebSocketLoad::~WebSocketLoad()
{
    join();
    for (const Reader &reader : m_readers) {
        if (reader.socket >= 0)
            ::close(reader.socket);
    }
}

void WebSocketLoad::start()
{
    m_thread = std::thread([this] { run(); });
}

void WebSocketLoad::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

microseconds WebSocketLoad::percentile(double share) const
{
    if (m_delays.empty())
        return microseconds::max();
    std::vector<microseconds> sorted = m_delays;
    std::sort(sorted.begin(), sorted.end());
    return sorted[std::min(size_t(share * double(sorted.size())), sorted.size() - 1)];
}

void WebSocketLoad::run()
{
    std::vector<pollfd> polled;
    for (const Reader &reader : m_readers)
        polled.push_back({reader.socket, POLLIN, 0});
    const int expected = m_plan.readers * m_plan.count;
    const auto end = Clock::now() + m_plan.count * m_plan.interval + m_plan.patience;
    auto next = Clock::now();
    int sent = 0;
    while (m_received < expected && Clock::now() < end) {
        if (sent < m_plan.count && Clock::now() >= next) {
            send(++sent);
            next += m_plan.interval;
        }
        ::poll(polled.data(), nfds_t(polled.size()), 1);
        for (size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].revents != 0)
                read(m_readers[i]);
        }
    }
}

void WebSocketLoad::send(int number)
{
    const QByteArray text = QByteArray::number(number) + ' ' + QByteArray::number(qint64(Clock::now().time_since_epoch().count()));
    if (!sendAll(m_readers.back().socket, maskedFrame("{\"message\":\"" + text + "\"}")))
        m_isInOrder = false;
}

void WebSocketLoad::read(Reader &reader)
{
    char bytes[16 * 1024];
    const ssize_t count = ::recv(reader.socket, bytes, sizeof bytes, MSG_DONTWAIT);
    const auto now = Clock::now();
    if (count <= 0)
        return;
    reader.buffer.append(bytes, count);
    while (true) {
        protocol::FrameDecoder decoder;
        QByteArrayView rest = reader.buffer;
        const std::optional<protocol::FrameHeader> header = decoder.next(rest);
        if (!header || quint64(rest.size()) < header->payloadLength)
            return;
        const QByteArray payload = rest.first(qsizetype(header->payloadLength)).toByteArray();
        reader.buffer.remove(0, header->headerLength + payload.size());
        if (header->opcode == quint8(protocol::Opcode::Text) && &reader != &m_readers.back())
            take(reader, payload, now);
    }
}

void WebSocketLoad::take(Reader &reader, const QByteArray &payload, Clock::time_point now)
{
    const QByteArray text = payload.sliced(textStart.size()).chopped(2);
    const qsizetype blank = text.indexOf(' ');
    if (text.first(blank).toInt() != ++reader.last)
        m_isInOrder = false;
    const Clock::time_point sent{Clock::duration(text.sliced(blank + 1).toLongLong())};
    m_delays.push_back(duration_cast<microseconds>(now - sent));
    ++m_received;
}

} // namespace pushlab::tests
