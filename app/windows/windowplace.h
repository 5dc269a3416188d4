// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSize>

class QWidget;

namespace pushlab::app {

//! \a window, frame included, moved and where need be made smaller, so that all of it lies on one of \a screens: on the one
//! that shows most of it, or the nearest.
[[nodiscard]] QRect fittedRect(const QRect &window, const QList<QRect> &screens);

//! Puts \a window where \a geometry says, as far as there is a screen today; without one, gives it \a otherwise.
void restorePlace(QWidget &window, const QByteArray &geometry, const QSize &otherwise);

} // namespace pushlab::app
