// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpanswer.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace pushlab::tests {

using namespace std::chrono_literals;

//! Long enough for a busy machine, short enough that a fault does not stall the suite.
inline constexpr std::chrono::milliseconds patience = 8s;

//! A TCP connection to 127.0.0.1 that sends any bytes, valid or not, and parses answers strictly. Waits have a deadline and run
//! the calling thread's event loop.
class RawClient final
{
public:
    //! \a receiveBuffer: bytes that the kernel may hold unread, as for setsockopt; 0: the system's default.
    explicit RawClient(quint16 port, int receiveBuffer = 0);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    [[nodiscard]] bool isOpen() const { return m_socket >= 0 && !m_atEnd; }

    //! Sends in one piece. Returns false when the host takes no more, which may be correct, because an answer can come before the
    //! end.
    bool send(const QByteArray &bytes);
    //! As send(), without reading meanwhile, within \a wait.
    bool sendDeaf(const QByteArray &bytes, std::chrono::milliseconds wait = patience);
    //! Sends each byte in a segment of its own.
    bool sendByteByByte(const QByteArray &bytes);
    //! Sends each piece in a segment of its own.
    bool sendPieces(const QList<QByteArray> &pieces);
    //! Sends in pieces of \a size bytes.
    bool sendInPiecesOf(qsizetype size, const QByteArray &bytes);

    //! The next answer, complete by its own framing; nullopt after \a wait, at the end, or on a fault, see fault().
    [[nodiscard]] std::optional<HttpAnswer> readAnswer(bool toHead = false, std::chrono::milliseconds wait = patience);
    //! Sends a GET on this connection, with a valid Host field, and returns the answer.
    [[nodiscard]] std::optional<HttpAnswer> get(const QByteArray &target, const QByteArray &fields = {});
    //! Whether nothing comes within \a wait and the connection stays open.
    [[nodiscard]] bool staysSilent(std::chrono::milliseconds wait);
    //! Whether the host closes within \a wait, sending nothing more.
    [[nodiscard]] bool waitForClose(std::chrono::milliseconds wait = patience);
    //! Whether a following valid request is answered.
    [[nodiscard]] bool survives();

    //! Reads until \a count bytes wait in buffer(); false after \a wait or at the end.
    [[nodiscard]] bool waitForBytes(qsizetype count, std::chrono::milliseconds wait);
    [[nodiscard]] const QByteArray &buffer() const { return m_buffer; } //!< received bytes that were not parsed yet
    void take(qsizetype count) { m_buffer.remove(0, count); }

    void halfClose(); //!< sends FIN, and still reads
    void close(); //!< ends the connection in order
    void reset(); //!< ends the connection by RST

    [[nodiscard]] bool wasReset() const { return m_wasReset; } //!< the connection was ended by RST
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }
    [[nodiscard]] quint16 port() const { return m_port; } //!< of the host
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    bool waitFor(short events, const QDeadlineTimer &deadline);
    bool receive(const QDeadlineTimer &deadline);
    void readWhatIsThere();
    [[nodiscard]] bool checkAnatomy(const HttpAnswer &answer);

    int m_socket = -1;
    quint16 m_port = 0;
    bool m_atEnd = false;
    bool m_wasReset = false;
    QByteArray m_buffer;
    qint64 m_bytesSent = 0;
    qint64 m_bytesReceived = 0;
    QString m_fault;
};

//! "GET target HTTP/1.1" with a Host of 127.0.0.1 and \a fields, each of which ends in CRLF.
[[nodiscard]] QByteArray getRequest(quint16 port, const QByteArray &target, const QByteArray &fields = {});

//! "POST target HTTP/1.1" with a length and, unless empty, a Content-Type.
[[nodiscard]] QByteArray postRequest(quint16 port, const QByteArray &target, const QByteArray &body,
                                     const QByteArray &type = "application/x-www-form-urlencoded", const QByteArray &fields = {});

} // namespace pushlab::tests
