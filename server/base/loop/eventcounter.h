// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::base {

//! A descriptor that becomes readable when it is raised, by any thread, and stays so until it is cleared: Linux's
//! eventfd. Elsewhere, or when the system has no descriptor left, it is not valid and does nothing.
class EventCounter final
{
    Q_DISABLE_COPY_MOVE(EventCounter)

public:
    EventCounter();
    ~EventCounter();

    [[nodiscard]] bool isValid() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    void raise() const;
    void clear() const;

private:
    int m_descriptor = -1;
};

} // namespace pushlab::base
