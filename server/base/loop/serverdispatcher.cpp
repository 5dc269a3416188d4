// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/serverdispatcher.h"

#include <QAbstractEventDispatcher>

#ifdef Q_OS_LINUX
#include "server/base/loop/epolldispatcher.h"
#endif

namespace pushlab::base {

std::unique_ptr<QAbstractEventDispatcher> makeServerDispatcher()
{
#ifdef Q_OS_LINUX
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (dispatcher->isValid())
        return dispatcher;
#endif
    return nullptr;
}

void renewDescriptor([[maybe_unused]] qintptr descriptor)
{
    // Qt's own dispatchers name every descriptor anew each time they wait; epoll remembers files.
#ifdef Q_OS_LINUX
    if (auto *const epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        epoll->renewDescriptor(descriptor);
#endif
}

void setDirectReader([[maybe_unused]] qintptr descriptor, [[maybe_unused]] DirectReader *reader)
{
#ifdef Q_OS_LINUX
    if (auto *const epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        epoll->setDirectReader(descriptor, reader);
#endif
}

} // namespace pushlab::base
