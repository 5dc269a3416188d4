// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace pushlab::tests {

class HostProcess;

//! Changes the class's pace 60 times a minute, so that control entries are mixed with messages. Lives in the soak's thread.
class SoakTeacher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SoakTeacher)

public:
    explicit SoakTeacher(const HostProcess &host); //!< \a host must outlive it

    void start();
    void stop();
    [[nodiscard]] qint64 changes() const { return m_changes; } //!< changes that the host has accepted

private:
    void change();

    const HostProcess &m_host;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    int m_turn = 0;
    qint64 m_changes = 0;
};

} // namespace pushlab::tests
