// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/inhibitor.h"

namespace pushlab::app {

//! Keeps this computer awake: asks logind, for the computer, and the desktop, for its screen and for what it does by itself. Never
//! blocks. Lives in the thread of its owner.
class KeepAwake final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeepAwake)

public:
    explicit KeepAwake(QObject *parent = nullptr);

    void begin(); //!< until end(), or until this object or the process is gone
    void end();
    [[nodiscard]] bool isHeld() const { return m_computer.isHeld() || m_desktop.isHeld(); }

Q_SIGNALS:
    void failed(); //!< after begin(): nobody keeps the computer awake; once, and never from within begin()

private:
    void takeAnswer();

    Inhibitor m_computer;
    Inhibitor m_desktop;
    int m_waiting = 0; // for so many answers
};

} // namespace pushlab::app
