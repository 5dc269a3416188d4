// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! Decimals of measured numbers: no more digits than are known. Negative numbers of decimals stand for tens, hundreds and so on.
namespace pushlab::session {

//! The number of decimals of a number with \a uncertainty, at most \a most, so that the uncertainty keeps two digits.
[[nodiscard]] int decimalsKnown(double uncertainty, int most);

//! Whether \a uncertainty is greater than the rounding error of that many decimals.
[[nodiscard]] bool isMoreThanOpen(double uncertainty, int decimals);

[[nodiscard]] double roundedTo(double value, int decimals); //!< never -0
//! Rounds up, so that an uncertainty is not shown smaller than it is.
[[nodiscard]] double roundedUpTo(double value, int decimals);

} // namespace pushlab::session
