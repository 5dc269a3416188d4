// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace pushlab::app {

//! A question before something that cannot be undone.
struct Question
{
    QString question;
    QString details;
    QString yes; //!< text of the button that does it; the other button is Cancel, the default
};

//! Shows \a question above \a window, without blocking, and calls \a accepted after the user has agreed and the box has closed.
//! The box is destroyed after its answer, or with \a window.
QMessageBox *askFirst(QWidget *window, const Question &question, const std::function<void()> &accepted);

} // namespace pushlab::app
