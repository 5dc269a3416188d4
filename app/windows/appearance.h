// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/themeoption.h"

#include <optional>

//! How all windows look, including open ones: their colours and their size. Needs a QApplication.
namespace pushlab::app {

//! At the start: \a theme, else what the user has chosen before, else the system's; and the size that was chosen before.
void applyAppearance(std::optional<Theme> theme);

//! Applies \a theme and stores it as the user's choice. The system's is followed while windows are open, as far as Qt does.
void chooseTheme(Theme theme);
[[nodiscard]] Theme currentTheme();

//! Shows everything at \a percent of the system's size, at once, and stores it; the nearest possible size.
void chooseScale(int percent);
[[nodiscard]] int currentScale(); //!< in percent

//! The size that follows \a percent, to the larger (\a step 1) or the smaller (-1); \a percent itself at the end.
[[nodiscard]] int nextScale(int percent, int step);

inline constexpr int usualScale = 100; //!< percent

} // namespace pushlab::app
