// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

class QPalette;

//! Colours that stay readable on whatever palette the system has.
namespace pushlab::widgets {

//! WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

//! \a colour, made darker or lighter until it stands out from \a background by \a ratio (4.5 for text, 3 for signs).
[[nodiscard]] QColor readableOn(const QColor &background, const QColor &colour, double ratio = 4.5);

//! The colour of a name: always the same for the same name, readable on \a background.
[[nodiscard]] QColor nameColour(const QString &name, const QColor &background);

//! \a ratio of \a front laid over \a back, 0 to 1.
[[nodiscard]] QColor blended(const QColor &front, const QColor &back, double ratio);

//! Text that may stand back: times, captions.
[[nodiscard]] QColor quietText(const QPalette &palette);

//! \a palette with such text on a window's ground, for a label.
[[nodiscard]] QPalette quietPalette(const QPalette &palette);

//! The ground of a card: lighter than the window it lies on, and not the colour of the fields on it where all is dark.
[[nodiscard]] QColor cardColour(const QPalette &palette);

//! The line around a card or a field.
[[nodiscard]] QColor hairline(const QPalette &palette);

} // namespace pushlab::widgets
