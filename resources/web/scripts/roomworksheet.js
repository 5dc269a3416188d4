// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way from the room to the lesson's worksheet: the link takes along what this page alone knows, the own guesses and delays,
// and a notice says when the worksheet has the class's figures.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms between looks at the own guess
  const mostGuesses = 50; // the last ones
  const client = PushLab.roomClient;
  const notice = document.getElementById('worksheet-notice');
  let guesses = {};

  function note() {
    const {question} = client.inForce;
    if (!question || question.guess === undefined || guesses[question.id] === question.guess)
      return;
    guesses[question.id] = question.guess;
    guesses = Object.fromEntries(Object.entries(guesses).slice(-mostGuesses));
  }

  function own() {
    note();
    const delays = {};
    for (const [technique, {delays: measured}] of Object.entries(client.counters)) {
      if (measured.n)
        delays[technique] = [Math.round(measured.sum / measured.n / 1e3) / 1e3, measured.n];
    }
    return {name: client.givenName || client.name, guesses, delays};
  }

  for (const link of document.querySelectorAll('[data-worksheet]')) {
    const address = link.getAttribute('href');
    // Before the browser goes there, in whatever way.
    for (const type of ['pointerdown', 'focus', 'click'])
      link.addEventListener(type, () => { link.href = address + '#' + encodeURIComponent(JSON.stringify(own())); });
  }
  notice.addEventListener('click', () => setTimeout(() => { notice.hidden = true; }));
  client.events.worksheet = () => { notice.hidden = false; };
  PushLab.keep('pushlab-guesses ' + client.room, () => guesses, (known) => { guesses = known; });
  setInterval(note, pause);
})(window.PushLab);
