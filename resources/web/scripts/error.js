// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows what is wrong with the opened address, in the page's language, and the error as scripts get it.
(function (PushLab) {
  'use strict';

  const {status, code, reason} = PushLab.data;
  const byCode = {
    'bad-room': () => PushLab.t('names.badRoom'),
    'bad-interval': () => PushLab.t('error.interval'),
    'cross-site': () => PushLab.t('error.crossSite'),
    'too-many-queues': () => PushLab.t('error.full'),
  };
  const byStatus = {
    400: () => PushLab.t('error.malformed'),
    404: () => PushLab.t('error.notFound'),
    405: () => PushLab.t('error.notForReading'),
    413: () => PushLab.t('error.tooLong'),
    414: () => PushLab.t('error.tooLong'),
    426: () => PushLab.t('error.notForReading'),
    429: () => PushLab.t('error.tooMany'),
    503: () => PushLab.t('error.full'),
  };

  function words() {
    const known = byCode[code] || byStatus[status];
    return known ? known() : PushLab.refusalText(code, '') || PushLab.t('error.other');
  }

  // Who came too early comes in by itself.
  if (code === 'locked')
    setTimeout(() => location.reload(), 3000 + 1000 * Math.random());

  document.getElementById('error-text').textContent = words();
  document.getElementById('error-status').textContent = PushLab.t('error.status', {status});
  document.getElementById('error-reason').textContent = reason || '';
  document.getElementById('error-again').addEventListener('click', () => location.reload());
})(window.PushLab);
