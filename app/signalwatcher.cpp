// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signalwatcher.h"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace pushlab::app {

namespace {

std::atomic<int> handlerSocket = -1; // a signal handler can only use static data

extern "C" void handleSignal(int signal)
{
    const int before = errno;
    const auto byte = static_cast<unsigned char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(handlerSocket.load(), &byte, 1);
    errno = before;
}

std::array<int, 2> makeSockets()
{
    std::array<int, 2> sockets{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, sockets.data()) != 0)
        qFatal("Cannot make a pair of sockets");
    return sockets;
}

void handle(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM})
        ::sigaction(signal, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent), m_sockets(makeSockets()), m_notifier(m_sockets[1], QSocketNotifier::Read)
{
    Q_ASSERT(handlerSocket.load() == -1);
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::readSignals);
    handlerSocket.store(m_sockets[0]);
    handle(handleSignal, SA_RESTART | int(SA_RESETHAND));
}

SignalWatcher::~SignalWatcher()
{
    handle(SIG_DFL, 0);
    handlerSocket.store(-1);
    m_notifier.setEnabled(false);
    ::close(m_sockets[0]);
    ::close(m_sockets[1]);
}

void SignalWatcher::readSignals()
{
    unsigned char byte = 0;
    while (::read(m_sockets[1], &byte, 1) == 1)
        Q_EMIT caught(byte);
}

} // namespace pushlab::app
