// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/loop/eventcounter.h"

#ifdef Q_OS_LINUX
#include <sys/eventfd.h>
#include <unistd.h>
#endif

namespace pushlab::base {

#ifdef Q_OS_LINUX

EventCounter::EventCounter() : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

EventCounter::~EventCounter()
{
    if (isValid())
        ::close(m_descriptor);
}

void EventCounter::raise() const
{
    const quint64 one = 1;
    // Cannot fail: it is cleared long before 64 bits are full.
    [[maybe_unused]] const auto written = ::write(m_descriptor, &one, sizeof one);
}

void EventCounter::clear() const
{
    quint64 count = 0;
    [[maybe_unused]] const auto read = ::read(m_descriptor, &count, sizeof count);
}

#else

EventCounter::EventCounter() = default;
EventCounter::~EventCounter() = default;
void EventCounter::raise() const {}
void EventCounter::clear() const {}

#endif

} // namespace pushlab::base
