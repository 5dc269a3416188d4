// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The worksheet, which the host has written: prints it, and fills in what the reader's room page knows of the reader alone. That
// comes behind the address's #, which is sent to nobody: {name, guesses: {ID: number}, delays: {TECHNIQUE: [mean in ms, count]}}.
(function (PushLab) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const digits = (value) => (value === Math.round(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2);
  const isNumber = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

  function own() {
    try {
      return JSON.parse(decodeURIComponent(location.hash.slice(1))) || {};
    } catch (error) { // nothing, or not of this page
      return {};
    }
  }

  function fill(place, text) {
    place.textContent = text;
    place.classList.add('sheet-filled');
  }

  function fillIn({name, guesses, delays}) {
    for (const place of document.querySelectorAll('[data-guess]')) {
      const guess = (guesses || {})[place.dataset.guess];
      if (isNumber(guess))
        fill(place, PushLab.number(guess, digits(guess)) + (place.dataset.unit ? ' ' + place.dataset.unit : ''));
    }
    for (const place of document.querySelectorAll('[data-own]')) {
      if (place.dataset.own === 'name' && typeof name === 'string' && name)
        fill(place, PushLab.shownName(name));
      const delay = (delays || {})[place.dataset.own];
      if (Array.isArray(delay) && delay.every(isNumber))
        fill(place, PushLab.t('worksheet.ownDelay', {value: PushLab.number(delay[0], digits(delay[0])), n: PushLab.number(delay[1])}));
    }
  }

  const {lessons} = PushLab.data;
  byId('sheet-lead').hidden = Boolean(lessons);
  if (lessons) {
    byId('sheet-none').hidden = lessons.length > 0;
    byId('sheet-lessons').append(...lessons.map(({id, title}) => {
      const link = PushLab.element('a', '', title);
      const address = new URL(location.href); // with its language, and what is behind the #
      address.searchParams.set('lesson', id);
      link.href = address.href;
      const item = PushLab.element('li');
      item.append(link);
      return item;
    }));
  }
  fillIn(own());
  byId('sheet-print').addEventListener('click', () => window.print());
})(window.PushLab);
