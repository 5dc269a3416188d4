// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpanswer.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <chrono>

struct ssl_ctx_st;
struct ssl_st;

namespace pushlab::tests {

using namespace std::chrono_literals;

//! A TLS client on a plain socket, for what QSslSocket cannot do: ending one half only, and not reading. Accepts any certificate.
//! Waits run the calling thread's event loop.
class TlsClient final
{
public:
    //! Connects to 127.0.0.1, without a handshake. \a receiveBuffer: bytes that the kernel may hold unread; 0: the system's
    //! default.
    explicit TlsClient(quint16 port, int receiveBuffer = 0);
    ~TlsClient();
    Q_DISABLE_COPY_MOVE(TlsClient)

    [[nodiscard]] bool shakeHands(std::chrono::milliseconds wait = 8s);
    [[nodiscard]] bool send(const QByteArray &bytes, std::chrono::milliseconds wait = 8s);
    //! Reads until \a count bytes have come, the connection has ended, or \a wait is over.
    [[nodiscard]] QByteArray read(qsizetype count, std::chrono::milliseconds wait = 8s);
    //! The next answer, complete by its own framing; status 0 when there is none.
    [[nodiscard]] HttpAnswer readAnswer(bool toHead = false, std::chrono::milliseconds wait = 8s);
    //! Whether the host announces its end before it closes the connection.
    [[nodiscard]] bool readEnd(std::chrono::milliseconds wait = 8s);
    void endWriting(); //!< sends close_notify and FIN, and still reads
    void reset(); //!< ends the connection by RST
    [[nodiscard]] int descriptor() const { return m_socket; }
    [[nodiscard]] quint16 localPort() const;

private:
    //! Repeats \a step until it need not wait.
    template <typename Step>
    int repeat(Step step, QDeadlineTimer deadline);
    bool receive(const QDeadlineTimer &deadline);
    bool waitFor(int error, const QDeadlineTimer &deadline) const;

    int m_socket = -1;
    ssl_ctx_st *m_context = nullptr;
    ssl_st *m_ssl = nullptr;
    QByteArray m_buffer; // received bytes that were not read yet
};

} // namespace pushlab::tests
