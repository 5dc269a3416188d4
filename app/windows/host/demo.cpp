// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/demo.h"

#include "app/windows/host/hostwindow.h"

namespace pushlab::app {

Demo::Demo(HostWindow &window, std::chrono::milliseconds pace) : m_members(pace)
{
    connect(&window, &HostWindow::started, this, [this, &window] {
        m_members.start(window.url(), window.room());
        m_members.setPin(window.pin());
        window.setOwnMembers(m_members.ids());
    });
    connect(&window, &HostWindow::pinChanged, &m_members, &DemoMembers::setPin);
    connect(&window, &HostWindow::aboutToStop, this, [this] { m_members.stop(); });
}

} // namespace pushlab::app
