// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>

namespace pushlab::app {

//! A panel with a title at the edge of the window. It cannot be moved, so that it cannot get lost during a lesson.
class PanelDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelDock)

public:
    //! \a name: under which its state is stored.
    PanelDock(const QString &name, QWidget *content, QWidget *parent);
};

} // namespace pushlab::app
