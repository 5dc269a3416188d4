// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSize>

class QWidget;

namespace pushlab::app {

//! \a window, including its frame, moved and if necessary made smaller, so that it lies completely on one of \a screens: the one
//! that shows most of it, or the nearest.
[[nodiscard]] QRect fittedRect(const QRect &window, const QList<QRect> &screens);

//! Restores \a geometry, as far as present screens allow; if it is empty, resizes to \a otherwise.
void restorePlace(QWidget &window, const QByteArray &geometry, const QSize &otherwise);

} // namespace pushlab::app
