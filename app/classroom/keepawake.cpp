// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/keepawake.h"

namespace pushlab::app {

KeepAwake::KeepAwake(QObject *parent)
    : QObject(parent)
    , m_computer(systemBusAddress(), {Inhibitor::Way::Login, Inhibitor::Way::LoginIdle})
    , m_desktop(sessionBusAddress(), {Inhibitor::Way::ScreenSaver, Inhibitor::Way::Portal})
{
    connect(&m_computer, &Inhibitor::settled, this, &KeepAwake::takeAnswer);
    connect(&m_desktop, &Inhibitor::settled, this, &KeepAwake::takeAnswer);
}

void KeepAwake::begin()
{
    if (m_waiting > 0 || isHeld())
        return;
    m_waiting = 2;
    const QString why = tr("A class is at work"); // shown by `systemd-inhibit --list` and by desktops
    m_computer.hold(why);
    m_desktop.hold(why);
}

void KeepAwake::end()
{
    m_waiting = 0;
    m_computer.release();
    m_desktop.release();
}

void KeepAwake::takeAnswer()
{
    --m_waiting;
    if (m_waiting == 0 && !isHeld())
        Q_EMIT failed();
}

} // namespace pushlab::app
