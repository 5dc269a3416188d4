// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>

namespace pushlab::app {

//! A panel at the window's edge under its title, which stays where it is: a lesson is no time to look for a lost one.
class PanelDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelDock)

public:
    //! \a name: by which its place is kept.
    PanelDock(const QString &name, QWidget *content, QWidget *parent);
};

} // namespace pushlab::app
