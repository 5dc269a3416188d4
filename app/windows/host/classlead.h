// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/classroom.h"

#include <QObject>

namespace pushlab::app {

class BansDialog;
class GeneratorDialog;
class HostToolBar;
class NetworkDialog;

//! What the window's tool bar has the class do besides starting and stopping, and the dialogs that this takes. A child of
//! the window; borrows the class and the bar.
class ClassLead final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassLead)

public:
    ClassLead(Classroom &classroom, HostToolBar &toolBar, QWidget *window);

    void showSettings(const protocol::ClassSettings &settings); //!< in all of them
    void setBans(const QList<server::BanState> &bans);
    void showBansDialog();

private:
    void showNetworkDialog();
    void showGeneratorDialog();
    void askForMark();

    Classroom &m_class;
    HostToolBar &m_toolBar;
    QWidget *m_window;
    BansDialog *m_banned = nullptr; // made when it is first wanted
    QList<server::BanState> m_bans;
    NetworkDialog *m_network = nullptr; // likewise
    GeneratorDialog *m_generator = nullptr; // likewise
};

} // namespace pushlab::app
