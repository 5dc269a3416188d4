// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every page uses. All scripts share the one object PushLab, which the file of strings has made.
(function (PushLab) {
  'use strict';

  // The text of a key in the page's language, with {name} replaced by values.name.
  PushLab.t = function (key, values) {
    const text = PushLab.strings[key];
    if (text === undefined)
      return key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
  };

  PushLab.data = JSON.parse(document.getElementById('page-data').textContent || '{}');

  PushLab.query = new URLSearchParams(location.search);

  // The room that the page's address names; the tutorial routes take it as a field, and mean the lobby without it.
  PushLab.room = PushLab.query.get('room') || 'lobby';
  PushLab.roomField = function () {
    return PushLab.query.has('room') ? {room: PushLab.room} : {};
  };

  const encoder = new TextEncoder();
  PushLab.utf8Length = function (text) {
    return encoder.encode(text).length;
  };

  // A number as the page's language writes it, with so many decimals; without `digits` as many as it needs, at most one.
  PushLab.number = function (value, digits) {
    return value.toLocaleString(PushLab.t('numbers.locale'),
      {minimumFractionDigits: digits || 0, maximumFractionDigits: digits === undefined ? 1 : digits});
  };

  // A new element with a class and a text; text never becomes markup.
  PushLab.element = function (name, className, text) {
    const element = document.createElement(name);
    if (className)
      element.className = className;
    if (text !== undefined)
      element.textContent = text;
    return element;
  };

  // Shows or, without a text, hides an element.
  PushLab.show = function (element, text) {
    element.textContent = text || '';
    element.hidden = !text;
  };

  // What to say of the slow network that the host pretends; nothing without one.
  PushLab.networkText = function (conditioner) {
    if (!conditioner)
      return '';
    const parts = [PushLab.t('network.delay', {delay: PushLab.number(conditioner.delay)})];
    if (conditioner.jitter)
      parts.push(PushLab.t('network.jitter', {jitter: PushLab.number(conditioner.jitter)}));
    if (conditioner.rate)
      parts.push(PushLab.t('network.rate', {rate: PushLab.number(conditioner.rate / 1000)}));
    return PushLab.t('network.on', {values: parts.join(' ')});
  };

  // The techniques in the order in which everything lists them, by their names on the wire, and what the host's table says.
  PushLab.techniqueOrder = PushLab.techniqueTable.map((row) => row.name);
  PushLab.techniqueRow = (technique) => PushLab.techniqueTable.find((row) => row.name === technique);
  // '' for one that is not known.
  PushLab.techniqueText = (technique) => (PushLab.techniqueRow(technique) ? PushLab.t('technique.' + technique) : '');

  // Why the host refuses, in the page's language where the code is known.
  const refusals = {
    'pin-needed': () => PushLab.t('refusal.pin'),
    'bad-token': () => PushLab.t('refusal.pin'),
    'kicked': () => PushLab.t('refusal.kicked'),
    'banned': () => PushLab.t('refusal.banned'),
    'locked': () => PushLab.t('refusal.locked'),
    'muted': () => PushLab.t('refusal.muted'),
    'frozen': () => PushLab.t('refusal.frozen'),
    'too-fast': () => PushLab.t('refusal.tooFast'),
  };
  PushLab.refusalText = function (code, reason) {
    return refusals[code] ? refusals[code]() : reason || '';
  };
  PushLab.needsPin = (code) => code === 'pin-needed' || code === 'bad-token';

  function keepRoomInLinks() {
    if (!PushLab.query.has('room'))
      return;
    for (const link of document.querySelectorAll('[data-room-link]'))
      link.search = '?' + new URLSearchParams({room: PushLab.room});
  }

  function markCurrentPage() {
    for (const link of document.querySelectorAll('[data-nav]')) {
      const pages = link.dataset.nav.split(' ');
      if (pages.some((page) => document.body.classList.contains('page-' + page)))
        link.setAttribute('aria-current', 'page');
    }
  }

  keepRoomInLinks();
  markCurrentPage();
})(window.PushLab);
