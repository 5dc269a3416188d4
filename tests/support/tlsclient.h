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

//! A TLS client on a bare socket, for what QSslSocket does not do: to end one half only, and to hold back. It takes any
//! certificate. Every wait lets the event loop of the calling thread go on.
class TlsClient final
{
public:
    //! Connects to 127.0.0.1, without a handshake yet. \a receiveBuffer: what the kernel may hold unread; 0: the system's.
    explicit TlsClient(quint16 port, int receiveBuffer = 0);
    ~TlsClient();
    Q_DISABLE_COPY_MOVE(TlsClient)

    [[nodiscard]] bool shakeHands(std::chrono::milliseconds wait = 8s);
    [[nodiscard]] bool send(const QByteArray &bytes, std::chrono::milliseconds wait = 8s);
    //! Reads until \a count bytes are there, the end, or \a wait is over.
    [[nodiscard]] QByteArray read(qsizetype count, std::chrono::milliseconds wait = 8s);
    //! The next answer, complete by its own framing; status 0 when there is none.
    [[nodiscard]] HttpAnswer readAnswer(bool toHead = false, std::chrono::milliseconds wait = 8s);
    //! Whether the host says that nothing follows, before it ends the connection.
    [[nodiscard]] bool readEnd(std::chrono::milliseconds wait = 8s);
    void endWriting(); //!< close_notify and FIN; still reads
    void reset(); //!< disappears: RST
    [[nodiscard]] int descriptor() const { return m_socket; }
    [[nodiscard]] quint16 localPort() const;

private:
    //! Again and again until \a step does not want to wait.
    template <typename Step>
    int repeat(Step step, QDeadlineTimer deadline);
    bool receive(const QDeadlineTimer &deadline);
    bool waitFor(int error, const QDeadlineTimer &deadline) const;

    int m_socket = -1;
    ssl_ctx_st *m_context = nullptr;
    ssl_st *m_ssl = nullptr;
    QByteArray m_buffer; // received and not yet taken
};

} // namespace pushlab::tests
