// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace pushlab::app {

//! Brings SIGINT and SIGTERM into the event loop of its thread. At most one at a time. The second signal of a kind ends the
//! program as if nobody watched, so that one that hangs can still be interrupted.
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
    std::array<int, 2> m_sockets; // written by the handler; read by the loop
    QSocketNotifier m_notifier;
};

} // namespace pushlab::app
