// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/loadsocket.h"

#include "server/base/tcpsegments.h"

#include <QPointer>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace pushlab::compare {

namespace {

struct NativeAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
    int family = AF_INET;
};

NativeAddress nativeAddress(const QHostAddress &address, quint16 port)
{
    NativeAddress native;
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    if (isIPv4) {
        auto *const in = reinterpret_cast<sockaddr_in *>(&native.storage);
        in->sin_family = AF_INET;
        in->sin_port = htons(port);
        in->sin_addr.s_addr = htonl(ipv4);
        native.length = sizeof(sockaddr_in);
    } else {
        auto *const in = reinterpret_cast<sockaddr_in6 *>(&native.storage);
        in->sin6_family = AF_INET6;
        in->sin6_port = htons(port);
        const Q_IPV6ADDR ipv6 = address.toIPv6Address();
        std::memcpy(&in->sin6_addr, &ipv6, sizeof(ipv6));
        native.length = sizeof(sockaddr_in6);
        native.family = AF_INET6;
    }
    return native;
}

void addSegments(int descriptor, SocketTotals &totals)
{
    if (const auto segments = base::readTcpSegments(descriptor)) {
        const qint64 count = qint64(segments->in) + qint64(segments->out);
        totals.segments += count;
        totals.segmentBytes += count * segments->headerBytes;
    }
}

} // namespace

SocketTotals &SocketTotals::operator+=(const SocketTotals &other)
{
    bytes += other.bytes;
    segments += other.segments;
    segmentBytes += other.segmentBytes;
    connections += other.connections;
    return *this;
}

void LoadSocket::DeleteLater::operator()(QSocketNotifier *notifier) const
{
    notifier->setEnabled(false); // before the descriptor is closed
    notifier->disconnect();
    notifier->deleteLater();
}

LoadSocket::~LoadSocket()
{
    close();
}

void LoadSocket::open(const QHostAddress &address, quint16 port)
{
    close();
    const NativeAddress native = nativeAddress(address, port);
    m_descriptor = ::socket(native.family, SOCK_STREAM, 0);
    if (m_descriptor >= 0) {
        ::fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
        ::fcntl(m_descriptor, F_SETFD, FD_CLOEXEC);
        const int on = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }
    const bool isUnderWay = m_descriptor >= 0
        && (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&native.storage), native.length) == 0 || errno == EINPROGRESS);
    if (!isUnderWay) {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
        // From the event loop, as documented; the notifier is the context object, which ends with this attempt.
        m_writing.reset(new QSocketNotifier(QSocketNotifier::Write));
        QMetaObject::invokeMethod(
            m_writing.get(),
            [this, attempt = QPointer(m_writing.get())] {
                if (attempt && attempt == m_writing.get())
                    fail();
            },
            Qt::QueuedConnection);
        return;
    }
    m_writing.reset(new QSocketNotifier(m_descriptor, QSocketNotifier::Write));
    QObject::connect(m_writing.get(), &QSocketNotifier::activated, m_writing.get(), [this] { onWritable(); });
}

void LoadSocket::close()
{
    m_reading.reset();
    m_writing.reset();
    m_waiting = QByteArray();
    if (m_descriptor < 0)
        return;
    if (m_isOpen)
        addSegments(m_descriptor, m_closed);
    m_isOpen = false;
    ::close(std::exchange(m_descriptor, -1));
}

void LoadSocket::send(QByteArrayView bytes)
{
    if (!m_isOpen)
        return;
    qsizetype sent = 0;
    if (m_waiting.isEmpty()) {
        const auto taken = ::send(m_descriptor, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        sent = std::max<qsizetype>(taken, 0); // errors are found by reading
        m_closed.bytes += sent;
    }
    if (sent == bytes.size())
        return;
    m_waiting.append(bytes.sliced(sent));
    if (!m_writing) {
        m_writing.reset(new QSocketNotifier(m_descriptor, QSocketNotifier::Write));
        QObject::connect(m_writing.get(), &QSocketNotifier::activated, m_writing.get(), [this] { onWritable(); });
    }
}

SocketTotals LoadSocket::totals() const
{
    SocketTotals totals = m_closed;
    if (m_isOpen)
        addSegments(m_descriptor, totals);
    return totals;
}

void LoadSocket::onReadable()
{
    static thread_local std::array<char, 256 * 1024> buffer; // shared, so that an idle client has no buffer
    const auto size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size > 0) {
        m_closed.bytes += size;
        m_user.onBytes({buffer.data(), qsizetype(size)});
    } else if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
        fail();
    }
}

void LoadSocket::onWritable()
{
    if (!m_isOpen) {
        int error = 0;
        socklen_t length = sizeof(error);
        ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &length);
        if (error != 0) {
            fail();
            return;
        }
        m_isOpen = true;
        ++m_closed.connections;
        m_writing.reset();
        m_reading.reset(new QSocketNotifier(m_descriptor, QSocketNotifier::Read));
        QObject::connect(m_reading.get(), &QSocketNotifier::activated, m_reading.get(), [this] { onReadable(); });
        m_user.onOpen();
        return;
    }
    const auto taken = ::send(m_descriptor, m_waiting.constData(), std::size_t(m_waiting.size()), MSG_NOSIGNAL);
    if (taken > 0) {
        m_closed.bytes += taken;
        m_waiting.remove(0, taken);
    }
    if (m_waiting.isEmpty())
        m_writing.reset();
}

void LoadSocket::fail()
{
    close();
    m_user.onClosed();
}

} // namespace pushlab::compare
