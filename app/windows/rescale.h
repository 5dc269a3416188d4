// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QFont;

namespace pushlab::app {

//! Gives the application \a font at \a scale of its size. What widgets have of their own (fonts of headings, margins, spacings,
//! least and greatest sizes) grows by \a ratio with it, so that open windows look as those do that are opened at this size.
void rescaleWindows(const QFont &font, double scale, double ratio);

} // namespace pushlab::app
