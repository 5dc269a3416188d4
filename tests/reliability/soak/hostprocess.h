// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

namespace pushlab::tests {

//! A host without a window, as a process of its own on 127.0.0.1: to be looked at from outside, killed and started again.
//! It does not outlive this process.
class HostProcess final
{
    Q_DISABLE_COPY_MOVE(HostProcess)

public:
    //! \a database: a file, or empty for a host that keeps its rooms in memory.
    HostProcess(const QString &program, quint16 port, const QString &database);
    ~HostProcess(); //!< kills

    //! Waits until it listens.
    [[nodiscard]] bool start();
    void kill();
    [[nodiscard]] bool terminate(); //!< whether it ends as it should

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const QByteArray &teacherKey() const { return m_teacherKey; } //!< since the last start
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 memoryKb() const; //!< what it has in memory (VmRSS); 0 when it does not run

private:
    [[nodiscard]] bool readKey();
    void passOn();

    QProcess m_process;
    quint16 m_port;
    QByteArray m_teacherKey;
};

//! A port that is free now and that no outgoing connection is given: clients that try a host which is away could
//! otherwise meet themselves there, and keep it from coming back. 0 when there is none.
[[nodiscard]] quint16 freeFixedPort();

} // namespace pushlab::tests
