// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

class QPalette;

//! Computes colours that are readable on any palette.
namespace pushlab::widgets {

//! The contrast ratio of WCAG 2, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

//! Makes \a colour darker or lighter until its contrast with \a background is at least \a ratio (4.5 for text, 3 for signs).
[[nodiscard]] QColor readableOn(const QColor &background, const QColor &colour, double ratio = 4.5);

//! A colour for a name: always the same for the same name, readable on \a background.
[[nodiscard]] QColor nameColour(const QString &name, const QColor &background);

//! \a front laid over \a back with opacity \a ratio, 0 to 1.
[[nodiscard]] QColor blended(const QColor &front, const QColor &back, double ratio);

//! The colour of less important text: times, captions.
[[nodiscard]] QColor quietText(const QPalette &palette);

//! \a palette with such text on a window's ground, for a label.
[[nodiscard]] QPalette quietPalette(const QPalette &palette);

//! The ground of a card: lighter than the window it lies on, and not the colour of the fields on it where all is dark.
[[nodiscard]] QColor cardColour(const QPalette &palette);

//! The colour of the line around a card or a field.
[[nodiscard]] QColor hairline(const QPalette &palette);

} // namespace pushlab::widgets
