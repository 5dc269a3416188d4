// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/reservedescriptor.h"

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace pushlab::io {

ReserveDescriptor::ReserveDescriptor()
{
    open();
}

ReserveDescriptor::~ReserveDescriptor()
{
    close();
}

#ifdef Q_OS_UNIX

void ReserveDescriptor::open()
{
    if (m_descriptor < 0)
        m_descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

void ReserveDescriptor::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

std::optional<int> ReserveDescriptor::shedConnections(qintptr listener, int most)
{
    close();
    int shed = 0;
    bool isLost = false;
    while (shed < most) {
        const int connection = ::accept(int(listener), nullptr, nullptr);
        if (connection < 0) {
            isLost = shed == 0 && errno != EAGAIN && errno != EWOULDBLOCK;
            break;
        }
        ::close(connection);
        ++shed;
    }
    open();
    return isLost ? std::nullopt : std::optional(shed);
}

#else

void ReserveDescriptor::open() {}
void ReserveDescriptor::close() {}

std::optional<int> ReserveDescriptor::shedConnections(qintptr, int)
{
    return std::nullopt;
}

#endif

} // namespace pushlab::io
