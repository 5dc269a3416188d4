// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawclient.h"

#include "tests/support/anatomycheck.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

RawClient::RawClient(quint16 port, int receiveBuffer) : m_port(port)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int result = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    if (result != 0 && (errno != EINPROGRESS || !waitFor(POLLOUT, QDeadlineTimer(patience)))) {
        m_fault = u"cannot connect"_s;
        m_atEnd = true;
    }
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::send(const QByteArray &bytes)
{
    if (const char *const fault = faultOf(wire::RecordKind::Request, bytes))
        qFatal("anatomy: %s", fault); // of what is no request, too
    const QDeadlineTimer deadline(patience);
    qsizetype done = 0;
    while (done < bytes.size()) {
        if (m_socket < 0)
            return false;
        const ssize_t sent = ::send(m_socket, bytes.data() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
        if (sent > 0) {
            m_bytesSent += sent;
            done += sent;
        } else if (errno != EAGAIN) {
            return false;
        } else {
            readWhatIsThere(); // or both sides wait for each other
            if (!waitFor(POLLOUT | POLLIN, deadline))
                return false;
        }
    }
    return true;
}

bool RawClient::sendDeaf(const QByteArray &bytes, std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t sent = ::send(m_socket, bytes.data() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
        if (sent > 0) {
            m_bytesSent += sent;
            done += sent;
        } else if (errno != EAGAIN || !waitFor(POLLOUT, deadline)) {
            return false;
        }
    }
    return true;
}

bool RawClient::sendInPiecesOf(qsizetype size, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size(); done += size) {
        if (!send(bytes.mid(done, size)))
            return false;
        std::this_thread::sleep_for(30us); // lets the host read them singly
    }
    return true;
}

bool RawClient::sendByteByByte(const QByteArray &bytes)
{
    return sendInPiecesOf(1, bytes);
}

bool RawClient::sendPieces(const QList<QByteArray> &pieces)
{
    return std::all_of(pieces.begin(), pieces.end(),
                       [this](const QByteArray &piece) { return sendInPiecesOf(piece.size(), piece); });
}

std::optional<HttpAnswer> RawClient::readAnswer(bool toHead, std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    for (;;) {
        AnswerResult result = parseAnswer(m_buffer, toHead, m_atEnd);
        if (result.state == AnswerResult::State::Complete) {
            if (!checkAnatomy(result.answer))
                return std::nullopt;
            take(result.answer.size);
            return std::move(result.answer);
        }
        if (result.state == AnswerResult::State::Broken) {
            m_fault = result.fault;
            return std::nullopt;
        }
        if (!receive(deadline) && !m_atEnd) {
            m_fault = u"no answer in time"_s;
            return std::nullopt;
        }
    }
}

// Each answer goes through the anatomy as well, which finds the same body and loses no byte.
bool RawClient::checkAnatomy(const HttpAnswer &answer)
{
    const QByteArray bytes = m_buffer.first(answer.size);
    if (const char *const fault = faultOf(wire::RecordKind::Answer, bytes))
        m_fault = u"anatomy: "_s + QLatin1StringView(fault);
    else if (payloadIn(wire::RecordKind::Answer, bytes).value_or(answer.body) != answer.body)
        m_fault = u"anatomy: another body"_s;
    else
        return true;
    return false;
}

std::optional<HttpAnswer> RawClient::get(const QByteArray &target, const QByteArray &fields)
{
    send(getRequest(m_port, target, fields));
    return readAnswer();
}

bool RawClient::staysSilent(std::chrono::milliseconds wait)
{
    return !waitForBytes(1, wait) && isOpen();
}

bool RawClient::waitForClose(std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    while (!m_atEnd && m_buffer.isEmpty() && receive(deadline)) {}
    return m_atEnd && m_buffer.isEmpty();
}

bool RawClient::survives()
{
    const auto answer = get("/api/time");
    return answer && answer->status == 200 && answer->json().contains(u"now"_s);
}

bool RawClient::waitForBytes(qsizetype count, std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    while (m_buffer.size() < count && receive(deadline)) {}
    return m_buffer.size() >= count;
}

void RawClient::halfClose()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_atEnd = true;
}

void RawClient::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

bool RawClient::waitFor(short events, const QDeadlineTimer &deadline)
{
    constexpr int slice = 20; // ms between two looks at the event loop
    while (m_socket >= 0) {
        const int wait = deadline.isForever() ? slice : int(std::min<qint64>(slice, deadline.remainingTime()));
        pollfd entry{m_socket, events, 0};
        if (::poll(&entry, 1, wait) > 0)
            return true;
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents();
    }
    return false;
}

// Returns false when nothing comes in time, or the connection has ended.
bool RawClient::receive(const QDeadlineTimer &deadline)
{
    if (m_atEnd || !waitFor(POLLIN, deadline))
        return false;
    readWhatIsThere();
    return !m_atEnd;
}

void RawClient::readWhatIsThere()
{
    std::array<char, 64 * 1024> chunk;
    for (;;) {
        const ssize_t count = ::recv(m_socket, chunk.data(), chunk.size(), 0);
        if (count > 0) {
            m_bytesReceived += count;
            m_buffer.append(chunk.data(), count);
        } else {
            m_atEnd = count == 0 || errno != EAGAIN;
            m_wasReset = count < 0 && errno == ECONNRESET;
            return;
        }
    }
}

QByteArray getRequest(quint16 port, const QByteArray &target, const QByteArray &fields)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n" + fields + "\r\n";
}

QByteArray postRequest(quint16 port, const QByteArray &target, const QByteArray &body, const QByteArray &type, const QByteArray &fields)
{
    QByteArray request = "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields;
    if (!type.isEmpty())
        request += "Content-Type: " + type + "\r\n";
    return request + "\r\n" + body;
}

} // namespace pushlab::tests
