// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a measured time is written: with no more digits than are known, and beside it how well it is known.
(function (PushLab) {
  'use strict';

  const mostDecimals = 1; // browsers give no finer time
  const significant = 2; // digits of an uncertainty

  // Decimals to which a number of this uncertainty is known; -1: tens.
  function decimalsOf(uncertainty) {
    if (!(uncertainty > 0))
      return mostDecimals;
    const decimals = Math.min(mostDecimals, significant - 1 - Math.floor(Math.log10(uncertainty)));
    const rounded = up(uncertainty, decimals); // 9.96 becomes 10, which has a digit less
    return rounded > 0 ? Math.min(decimals, significant - 1 - Math.floor(Math.log10(rounded) + 1e-9)) : decimals;
  }

  function up(value, decimals) {
    const unit = 10 ** -decimals;
    return Math.ceil(value / unit - 1e-6) * unit;
  }

  function written(value, decimals) {
    const unit = 10 ** -decimals;
    return PushLab.number(Math.round(value / unit) * unit + 0, Math.max(0, decimals)); // + 0: no "-0"
  }

  // A value in ms that is known to ± uncertainty: "12.3", "0 ± 18". `decimals` at most, where so many are of use. The ± is left
  // out where it is less than what the last digit leaves open anyway.
  PushLab.measured = function (value, uncertainty, decimals) {
    const known = uncertainty === undefined || uncertainty === null ? mostDecimals : decimalsOf(uncertainty);
    const shown = Math.min(known, decimals === undefined ? mostDecimals : decimals);
    const text = written(value, shown);
    if (!(uncertainty > 10 ** -shown / 2))
      return text;
    return PushLab.t('numbers.known', {value: text, uncertainty: written(up(uncertainty, known), known)});
  };

  // A delay at a message: tenths of a millisecond matter below ten alone.
  PushLab.measuredDelay = (delay, uncertainty) => PushLab.measured(delay, uncertainty, delay < 10 ? 1 : 0);
})(window.PushLab);
