// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace pushlab::app {

//! What a dialog for files says.
struct FileQuestion
{
    QString title;
    QString filter; //!< as QFileDialog takes it: "Runs (*.json)"
    QString suffix = {}; //!< that a name without one gets
    QString name = {}; //!< proposed
};

//! Each asks above \a window, without waiting, and calls \a chosen unless it was called off. The dialog ends with its answer or
//! with \a window.
void askWhereToSave(QWidget *window, const FileQuestion &question, const std::function<void(const QString &)> &chosen);
void askWhatToOpen(QWidget *window, const FileQuestion &question, const std::function<void(const QString &)> &chosen);
void askWhichToOpen(QWidget *window, const FileQuestion &question, const std::function<void(const QStringList &)> &chosen); //!< several

} // namespace pushlab::app
