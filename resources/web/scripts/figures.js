// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Formats measured times with no more digits than are known, and with their uncertainty.
(function (PushLab) {
  'use strict';

  const mostDecimals = 1; // browsers give no finer time
  const significant = 2; // digits of an uncertainty

  // The number of known decimals of a value with this uncertainty; -1: tens.
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

  // A value in ms with its uncertainty: "12.3", "0 ± 18", with at most `decimals` decimals. The ± is left out when it is smaller
  // than the rounding error.
  PushLab.measured = function (value, uncertainty, decimals) {
    const known = uncertainty === undefined || uncertainty === null ? mostDecimals : decimalsOf(uncertainty);
    const shown = Math.min(known, decimals === undefined ? mostDecimals : decimals);
    const text = written(value, shown);
    if (!(uncertainty > 10 ** -shown / 2))
      return text;
    return PushLab.t('numbers.known', {value: text, uncertainty: written(up(uncertainty, known), known)});
  };

  // A delay beside a message: tenths of a millisecond are shown only below ten.
  PushLab.measuredDelay = (delay, uncertainty) => PushLab.measured(delay, uncertainty, delay < 10 ? 1 : 0);
})(window.PushLab);
