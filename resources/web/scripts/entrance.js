// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shown in place of a page that needs the class's PIN or the teacher's key; loads that page after admission.
(function (PushLab) {
  'use strict';

  const recently = 5000; // ms
  const marker = 'pushlab-entered';
  const admission = PushLab.admission;
  const needsKey = PushLab.data.needs === 'key';
  const input = document.getElementById(needsKey ? 'key' : 'pin');
  const problem = document.getElementById('entrance-error');

  // A browser without cookies would return here without end.
  function cameJustNow() {
    try {
      const last = Number(sessionStorage.getItem(marker));
      sessionStorage.setItem(marker, String(Date.now()));
      return Date.now() - last < recently;
    } catch (error) { // storage may be forbidden
      return true;
    }
  }

  function openPage() {
    location.replace(location.href.split('#')[0]);
  }

  async function enter(secret) {
    const wrong = await (needsKey ? admission.showKey(secret) : admission.showPin(secret));
    PushLab.show(problem, wrong);
    if (wrong) {
      input.focus();
      input.select();
    } else if (cameJustNow()) {
      PushLab.show(problem, PushLab.t('entrance.cookies'));
    } else {
      openPage();
    }
  }

  async function start() {
    for (const part of document.querySelectorAll('[data-needs]'))
      part.hidden = part.dataset.needs !== PushLab.data.needs;
    input.required = true;
    input.focus();
    const secret = admission.takeFromAddress(needsKey ? 'key' : 'pin');
    if (secret) {
      input.value = secret;
      enter(secret);
      return;
    }
    // A link from another site opens the page without the cookie that this browser has.
    const state = await admission.state();
    if (state && (needsKey ? state.teacher : state.admitted) && !cameJustNow())
      openPage();
  }

  document.getElementById('entrance-form').addEventListener('submit', (event) => {
    event.preventDefault();
    enter(input.value);
  });
  start();
})(window.PushLab);
