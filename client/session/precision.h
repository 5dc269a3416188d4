// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! How a measured number is written: with no more digits than are known. Negative decimals are tens, hundreds and so on.
namespace pushlab::session {

//! Decimals to which a number is known to ± \a uncertainty, at most \a most, so that the uncertainty keeps two digits.
[[nodiscard]] int decimalsKnown(double uncertainty, int most);

//! Whether \a uncertainty is more than what a number with so many decimals leaves open anyway.
[[nodiscard]] bool isMoreThanOpen(double uncertainty, int decimals);

[[nodiscard]] double roundedTo(double value, int decimals); //!< never -0
[[nodiscard]] double roundedUpTo(double value, int decimals); //!< an uncertainty is not written smaller than it is

} // namespace pushlab::session
