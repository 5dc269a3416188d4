// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/reservedescriptor.h"

#ifdef Q_OS_UNIX
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

int ReserveDescriptor::shedConnections(qintptr listener, int most)
{
    close();
    int shed = 0;
    while (shed < most) {
        const int connection = ::accept(int(listener), nullptr, nullptr);
        if (connection < 0)
            break;
        ::close(connection);
        ++shed;
    }
    open();
    return shed;
}

#else

void ReserveDescriptor::open() {}
void ReserveDescriptor::close() {}

int ReserveDescriptor::shedConnections(qintptr, int)
{
    return 0;
}

#endif

} // namespace pushlab::io
