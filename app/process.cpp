// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include <QNetworkProxy>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace pushlab::app {

void openStandardStreams()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // open() returns the lowest free number, which is this one. Without O_CLOEXEC, as these descriptors are inherited.
        if (::fcntl(descriptor, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) < 0)
            return;
    }
}

void ignoreSignalsOfWriting()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void connectWithoutProxy()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

} // namespace pushlab::app
