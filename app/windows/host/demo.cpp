// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/demo.h"

#include "app/windows/host/hostwindow.h"

#include <QLoggingCategory>

#include <algorithm>

namespace pushlab::app {

namespace {

Q_LOGGING_CATEGORY(lcDemo, "pushlab.demo", QtWarningMsg)

} // namespace

Demo::Demo(HostWindow &window, std::chrono::milliseconds pace) : m_members(pace)
{
    connect(&window, &HostWindow::started, this, [this, &window] {
        m_members.start(window.url(), window.room());
        m_members.setPin(window.pin());
        window.addOwnMembers(m_members.ids());
    });
    connect(&window, &HostWindow::figuresShown, this, &Demo::look);
    connect(&window, &HostWindow::pinChanged, &m_members, &DemoMembers::setPin);
    connect(&window, &HostWindow::aboutToStop, this, [this] { m_members.stop(); });
}

//! Charts move once each technique that is used has brought somebody a message.
void Demo::look(const server::HostSnapshot &snapshot)
{
    const auto isHeard = [&snapshot](const server::MemberSnapshot &member) {
        return snapshot.techniques[size_t(member.technique)].delivered > 0;
    };
    if (m_isMoving || snapshot.members.size() < m_members.ids().size() || m_members.ids().isEmpty()
        || !std::ranges::all_of(snapshot.members, isHeard))
        return;
    m_isMoving = true;
    qCInfo(lcDemo, "The charts move");
}

} // namespace pushlab::app
