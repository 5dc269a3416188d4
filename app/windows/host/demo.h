// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demomembers.h"
#include "server/hostsnapshot.h"

#include <QObject>

namespace pushlab::app {

class HostWindow;

//! Adds the demo's simulated members to the class of a host window while it runs. To be destroyed before the window.
class Demo final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Demo)

public:
    explicit Demo(HostWindow &window, std::chrono::milliseconds pace = DemoMembers::defaultPace);

private:
    void look(const server::HostSnapshot &snapshot);

    DemoMembers m_members;
    bool m_isMoving = false;
};

} // namespace pushlab::app
