// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace pushlab::app {

//! What is asked before something is done that cannot be taken back.
struct Question
{
    QString question;
    QString details;
    QString yes; //!< on the button that does it; the other one is Cancel, and the default
};

//! Asks above \a window, without waiting, and calls \a accepted once the box has gone after a yes. The box ends with its
//! answer or with \a window.
QMessageBox *askFirst(QWidget *window, const Question &question, const std::function<void()> &accepted);

} // namespace pushlab::app
