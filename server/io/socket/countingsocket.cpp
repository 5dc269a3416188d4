// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/countingsocket.h"

#include "server/base/loop/serverdispatcher.h"
#include "server/io/link/linkconditions.h"
#include "server/io/socket/traffictap.h"

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

#ifdef Q_OS_LINUX
#include <cerrno>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#endif

namespace pushlab::io {

CountingSocket::CountingSocket(QObject *parent) : QTcpSocket(parent)
{
    connect(this, &QIODevice::readyRead, this, &CountingSocket::countArrived);
    connect(this, &QIODevice::bytesWritten, this, &CountingSocket::countWritten);
    // When Qt reports an error it has closed the descriptor but still returns its number, which may already be another socket's.
    connect(this, &QAbstractSocket::errorOccurred, this, [this] {
        m_isBroken = true;
        leaveDirect();
    });
}

CountingSocket::~CountingSocket()
{
    if (m_tap)
        std::exchange(m_tap, nullptr)->ended();
}

void CountingSocket::countArrived()
{
    const qint64 available = bytesAvailable();
    // There may be fewer than before: QWebSocketServer has read the handshake and emits again for the rest.
    m_newBytes = std::max<qint64>(available - m_known, 0);
    m_bytesIn += m_newBytes;
    m_known = available;
    m_holdsBuffer = true;
    if (m_tap && m_newBytes > 0)
        m_tap->arrived(peekNewBytes());
    if (m_isLingering) {
        Q_EMIT discarding();
        skip(available);
        noteRead();
    }
}

void CountingSocket::countWritten(qint64 bytes)
{
    m_bytesSent += bytes;
    if (m_tap)
        m_tap->flushed(bytes);
    if (m_isLingering && bytesToWrite() == 0)
        endWriting();
}

qint64 CountingSocket::bytesAcknowledged() const
{
#ifdef Q_OS_LINUX
    int queued = 0;
    // It is unknown which part of the bytes under way is payload; all of it is assumed to be.
    const qint64 overhead = m_tls ? m_tls->cipherSent - m_tls->plainSent : 0;
    const qint64 sent = (m_network ? m_network->bytesSent : outerBytesSent()) - overhead;
    if (const auto descriptor = int(networkDescriptor()); descriptor >= 0 && ::ioctl(descriptor, SIOCOUTQ, &queued) == 0)
        return sent - queued;
    return sent;
#else
    return m_bytesSent;
#endif
}

base::TcpTraffic CountingSocket::takeSegments()
{
    if (m_network && m_network->descriptor < 0 && m_network->segments.headerBytes > 0)
        m_segments = m_network->segments;
    else if (!m_network && m_tls && m_tls->descriptor < 0 && m_tls->segments.headerBytes > 0)
        m_segments = m_tls->segments;
    else
        noteSegments();
    const qint64 in = m_segments.in - std::exchange(m_takenIn, m_segments.in);
    const qint64 out = m_segments.out - std::exchange(m_takenOut, m_segments.out);
    return {in, out, in * m_segments.headerBytes, out * m_segments.headerBytes};
}

void CountingSocket::noteSegments()
{
    if (const auto segments = base::readTcpSegments(networkDescriptor()))
        m_segments = *segments;
}

void CountingSocket::close()
{
    if (!std::exchange(m_lingersAtNextClose, false) || m_isLingering || state() != ConnectedState) {
        QTcpSocket::close();
        return;
    }
    m_isLingering = true;
    leaveDirect();
    skip(bytesAvailable());
    noteRead();
    if (bytesToWrite() == 0)
        endWriting(); // otherwise it is ended when that is written
}

void CountingSocket::endWriting()
{
#ifdef Q_OS_UNIX
    ::shutdown(int(socketDescriptor()), SHUT_WR);
#else
    QTcpSocket::disconnectFromHost();
#endif
}

const std::shared_ptr<LinkTag> &CountingSocket::linkTag()
{
    if (!m_linkTag)
        m_linkTag = std::make_shared<LinkTag>();
    return m_linkTag;
}

QByteArray CountingSocket::peekNewBytes()
{
    const qint64 before = m_known - m_newBytes;
    if (before == 0 || isTransactionStarted())
        return peek(m_known).last(m_newBytes);
    // A transaction saves copying what stands before them, which may be a frame of hundreds of kilobytes.
    startTransaction();
    skip(before);
    QByteArray bytes = peek(m_newBytes);
    rollbackTransaction();
    return bytes;
}

void CountingSocket::replaceNewBytes(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= m_newBytes && !isTransactionStarted());
    QByteArray window = read(m_known - m_newBytes);
    skip(bytes.size());
    window += bytes;
    unread(window);
}

void CountingSocket::unread(QByteArrayView bytes)
{
    for (auto byte = bytes.crbegin(); byte != bytes.crend(); ++byte)
        ungetChar(*byte);
}

void CountingSocket::noteRead()
{
    m_known = bytesAvailable();
    m_newBytes = 0;
}

void CountingSocket::setDirectReader(base::DirectReader *reader)
{
    base::setDirectReader(socketDescriptor(), reader);
}

qint64 CountingSocket::receive(char *data, qint64 size)
{
    const qint64 received = receiveNow(data, size, 0);
    m_bytesIn += std::max<qint64>(received, 0);
    if (m_tap && received > 0)
        m_tap->arrived({data, received});
    return received;
}

qint64 CountingSocket::look(char *data, qint64 size) const
{
#ifdef Q_OS_LINUX
    return receiveNow(data, size, MSG_PEEK);
#else
    return receiveNow(data, size, 0);
#endif
}

qint64 CountingSocket::receiveNow([[maybe_unused]] char *data, [[maybe_unused]] qint64 size, [[maybe_unused]] int flags) const
{
#ifdef Q_OS_LINUX
    const int descriptor = m_direct >= 0 ? m_direct : int(socketDescriptor());
    return descriptor < 0 ? 0 : ::recv(descriptor, data, size_t(size), MSG_DONTWAIT | flags);
#else
    return 0;
#endif
}

void CountingSocket::putBack(QByteArrayView bytes)
{
    unread(bytes);
    m_holdsBuffer = true;
    noteRead();
}

void CountingSocket::releaseBuffer()
{
    if (!m_holdsBuffer || bytesAvailable() > 0 || isTransactionStarted() || !isReadable())
        return;
    m_holdsBuffer = false;
    // read() releases a buffer block when all of it is read.
    ungetChar('\0');
    (void)read(1);
}

void CountingSocket::tuneForServing()
{
    setSocketOption(LowDelayOption, 1);
    setSocketOption(SendBufferSizeSocketOption, sendBufferBytes);
}

void CountingSocket::prefetch() const
{
    __builtin_prefetch(&m_direct);
    __builtin_prefetch(&m_network);
}

qint64 CountingSocket::writeData(const char *data, qint64 size)
{
    // Only while Qt's buffer is empty, as otherwise the bytes would overtake it; and only while connected, so that nothing
    // follows a close.
    // a close.
    qint64 accepted = 0;
    if (m_isLingering)
        return -1;
    leaveDirect();
    if (size > 0 && !m_isBroken && state() == ConnectedState && bytesToWrite() == 0) {
        const auto descriptor = int(socketDescriptor());
        accepted = sendNow(descriptor, data, size);
        if (m_tap && accepted > 0)
            m_tap->sent({data, accepted}, nullptr);
        if (accepted == size)
            (m_tap ? m_tapped : m_direct) = descriptor;
    }

    // The rest also goes to QTcpSocket when sending failed: it then fails as well and reports the error as usual.
    if (accepted < size) {
        const qint64 buffered = QTcpSocket::writeData(data + accepted, size - accepted);
        if (buffered < 0)
            return buffered;
        if (m_tap)
            m_tap->queued({data + accepted, buffered});
        accepted += buffered;
    }
    m_bytesOut += accepted;
    return accepted;
}

void CountingSocket::setTap(TrafficTap *tap)
{
    const int descriptor = std::max(m_direct, m_tapped);
    leaveDirect();
    m_tap = tap;
    (m_tap ? m_tapped : m_direct) = descriptor;
}

qint64 CountingSocket::push(const QByteArray &bytes)
{
    if (m_direct < 0)
        return pushElsewise(bytes);
    const qint64 sent = sendNow(m_direct, bytes.data(), bytes.size());
    m_bytesOut += sent;
    if (sent == bytes.size())
        return sent;
    m_direct = -1;
    const qint64 rest = write(bytes.data() + sent, bytes.size() - sent);
    return rest < 0 ? rest : sent + rest;
}

//! Through Qt's buffer, or in sight of a tap.
qint64 CountingSocket::pushElsewise(const QByteArray &bytes)
{
    if (m_tapped < 0)
        return write(bytes);
    const qint64 sent = sendNow(m_tapped, bytes.data(), bytes.size());
    m_bytesOut += sent;
    if (sent > 0)
        m_tap->sent(QByteArrayView(bytes).first(sent), sent == bytes.size() ? &bytes : nullptr);
    if (sent == bytes.size())
        return sent;
    leaveDirect();
    const qint64 rest = write(bytes.data() + sent, bytes.size() - sent);
    return rest < 0 ? rest : sent + rest;
}

void CountingSocket::disconnectFromHost()
{
    leaveDirect();
    QTcpSocket::disconnectFromHost();
}

//! Returns the number of bytes that the kernel took; 0 when it takes nothing now, or the connection is broken.
qint64 CountingSocket::sendNow([[maybe_unused]] int descriptor, [[maybe_unused]] const char *data, [[maybe_unused]] qint64 size)
{
#ifdef Q_OS_LINUX
    if (descriptor < 0)
        return 0; // the peer has closed; its signals are being emitted
    ssize_t sent = 0;
    do
        sent = ::send(descriptor, data, size_t(size), MSG_DONTWAIT | MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    m_bytesSent += std::max<ssize_t>(sent, 0);
    return std::max<ssize_t>(sent, 0);
#else
    return 0;
#endif
}

} // namespace pushlab::io
