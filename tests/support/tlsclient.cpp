// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tlsclient.h"

#include <QCoreApplication>
#include <QtEndian>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushlab::tests {

TlsClient::TlsClient(quint16 port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_context(SSL_CTX_new(TLS_client_method()))
    , m_ssl(SSL_new(m_context))
{
    std::signal(SIGPIPE, SIG_IGN);
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
    ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::fcntl(m_socket, F_SETFL, O_NONBLOCK);
    SSL_set_fd(m_ssl, m_socket);
}

TlsClient::~TlsClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
    SSL_free(m_ssl);
    SSL_CTX_free(m_context);
}

template <typename Step>
int TlsClient::repeat(Step step, QDeadlineTimer deadline)
{
    int result = 0;
    do {
        ERR_clear_error();
        result = step();
    } while (result <= 0 && waitFor(SSL_get_error(m_ssl, result), deadline));
    return result;
}

bool TlsClient::waitFor(int error, const QDeadlineTimer &deadline) const
{
    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE)
        return false;
    pollfd state{m_socket, short(error == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT), 0};
    while (!deadline.hasExpired()) {
        if (::poll(&state, 1, 1) > 0)
            return true;
        QCoreApplication::processEvents();
    }
    return false;
}

bool TlsClient::shakeHands(std::chrono::milliseconds wait)
{
    return repeat([this] { return SSL_connect(m_ssl); }, QDeadlineTimer(wait)) == 1;
}

bool TlsClient::send(const QByteArray &bytes, std::chrono::milliseconds wait)
{
    return repeat([this, &bytes] { return SSL_write(m_ssl, bytes.constData(), int(bytes.size())); }, QDeadlineTimer(wait))
        == bytes.size();
}

bool TlsClient::receive(const QDeadlineTimer &deadline)
{
    char part[16 * 1024];
    const int size = repeat([&] { return SSL_read(m_ssl, part, sizeof part); }, deadline);
    if (size > 0)
        m_buffer.append(part, size);
    return size > 0;
}

QByteArray TlsClient::read(qsizetype count, std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    while (m_buffer.size() < count && receive(deadline)) {}
    const QByteArray bytes = m_buffer.first(std::min(count, m_buffer.size()));
    m_buffer.remove(0, bytes.size());
    return bytes;
}

HttpAnswer TlsClient::readAnswer(bool toHead, std::chrono::milliseconds wait)
{
    const QDeadlineTimer deadline(wait);
    do {
        const AnswerResult result = parseAnswer(m_buffer, toHead, false);
        if (result.state == AnswerResult::State::Complete) {
            m_buffer.remove(0, result.answer.size);
            return result.answer;
        }
    } while (receive(deadline));
    return {};
}

bool TlsClient::readEnd(std::chrono::milliseconds wait)
{
    char byte = 0;
    const int result = repeat([&] { return SSL_read(m_ssl, &byte, 1); }, QDeadlineTimer(wait));
    return result <= 0 && SSL_get_error(m_ssl, result) == SSL_ERROR_ZERO_RETURN;
}

void TlsClient::endWriting()
{
    SSL_shutdown(m_ssl);
    ::shutdown(m_socket, SHUT_WR);
}

void TlsClient::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    ::close(m_socket);
    m_socket = -1;
}

quint16 TlsClient::localPort() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
    return qFromBigEndian(address.sin_port);
}

} // namespace pushlab::tests
