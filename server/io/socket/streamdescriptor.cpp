// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/streamdescriptor.h"

#include "server/base/loop/serverdispatcher.h"

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace pushlab::io {

#ifdef Q_OS_UNIX

namespace {

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0; // Qt has SIGPIPE ignored
#endif

qint64 failure()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS ? nothingNow : broken;
}

bool prepare(int descriptor)
{
    return ::fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 && ::fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
}

} // namespace

std::optional<Splice> spliceIn(qintptr descriptor)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return std::nullopt;
    const int network = ::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0);
    if (network < 0 || !prepare(ends[0]) || !prepare(ends[1])) {
        for (const int opened : {network, ends[0], ends[1]})
            closeStream(opened);
        return std::nullopt;
    }
    base::renewDescriptor(descriptor);
    ::dup2(ends[0], int(descriptor)); // onto an open descriptor, which cannot fail for lack of descriptors
    ::fcntl(int(descriptor), F_SETFD, FD_CLOEXEC);
    ::close(ends[0]);
    return Splice{network, ends[1]};
}

qint64 receiveSome(int descriptor, char *data, qint64 size)
{
    ssize_t received = 0;
    do
        received = ::recv(descriptor, data, size_t(size), 0);
    while (received < 0 && errno == EINTR);
    return received < 0 ? failure() : received;
}

qint64 peekByte(int descriptor)
{
    unsigned char byte = 0;
    ssize_t received = 0;
    do
        received = ::recv(descriptor, &byte, 1, MSG_PEEK);
    while (received < 0 && errno == EINTR);
    if (received < 0)
        return failure();
    return received == 0 ? broken : qint64(byte);
}

qint64 sendSome(int descriptor, const char *data, qint64 size)
{
    ssize_t sent = 0;
    do
        sent = ::send(descriptor, data, size_t(size), sendFlags);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? failure() : sent;
}

void boundSendBuffer(int descriptor, int bytes)
{
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
}

void endWriting(int descriptor)
{
    ::shutdown(descriptor, SHUT_WR);
}

void closeStream(int descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
}

void resetStream(int descriptor)
{
    const linger atOnce{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    closeStream(descriptor);
}

bool hasHungUp(int descriptor)
{
    pollfd state{descriptor, 0, 0};
    return ::poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR));
}

#else

std::optional<Splice> spliceIn(qintptr)
{
    return std::nullopt;
}

qint64 receiveSome(int, char *, qint64)
{
    return broken;
}

qint64 peekByte(int)
{
    return broken;
}

qint64 sendSome(int, const char *, qint64)
{
    return broken;
}

void boundSendBuffer(int, int) {}
void endWriting(int) {}
void closeStream(int) {}
void resetStream(int) {}

bool hasHungUp(int)
{
    return true;
}

#endif

} // namespace pushlab::io
