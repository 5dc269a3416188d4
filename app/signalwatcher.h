// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace pushlab::app {

//! Reports SIGINT and SIGTERM in the event loop of its thread. Only one object may exist at a time. The second signal of a kind
//! ends the program as without this class, so that a program that hangs can be interrupted.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void caught(int signal);

private Q_SLOTS:
    void readSignals();

private:
    std::array<int, 2> m_sockets; // the signal handler writes, the event loop reads
    QSocketNotifier m_notifier;
};

} // namespace pushlab::app
