// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace pushlab::app {

//! Calls \a proceed at once where no class of that name is kept. Else asks above \a window, without waiting, whether to go on with
//! that one or to begin a new one, for which what is kept is moved aside; and calls \a proceed when that is done.
void askAboutUsedName(QWidget *window, const QString &room, const std::function<void()> &proceed);

} // namespace pushlab::app
