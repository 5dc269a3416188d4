// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

namespace pushlab::tests {

//! A host without a window, as a separate process on 127.0.0.1 that tests can observe, kill and restart. It ends with this
//! object.
class HostProcess final
{
    Q_DISABLE_COPY_MOVE(HostProcess)

public:
    //! \a database: a file, or empty for a host that keeps its rooms in memory.
    HostProcess(const QString &program, quint16 port, const QString &database);
    ~HostProcess(); //!< kills the process

    //! Starts the host and waits until it listens.
    [[nodiscard]] bool start();
    void kill();
    [[nodiscard]] bool terminate(); //!< returns whether it ends properly

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const QByteArray &teacherKey() const { return m_teacherKey; } //!< of the last start
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 memoryKb() const; //!< resident memory (VmRSS); 0 when it is not running

private:
    [[nodiscard]] bool readKey();
    void passOn();

    QProcess m_process;
    quint16 m_port;
    QByteArray m_teacherKey;
};

//! A free port outside the range of outgoing connections: clients that try to connect to a stopped host could otherwise connect
//! to themselves there, and block its restart. 0 when there is none.
[[nodiscard]] quint16 freeFixedPort();

} // namespace pushlab::tests
