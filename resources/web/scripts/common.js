// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions that every page uses. All scripts share the object PushLab, which the script of texts has created.
(function (PushLab) {
  'use strict';

  const hanBefore = /[\u3400-\u9fff]$/;
  const hanAfter = /^[\u3400-\u9fff]/;
  const latinFirst = /^[A-Za-z0-9]/;
  const latinLast = /[A-Za-z0-9]$/;

  // Between Chinese and Latin letters stands a space, whatever value comes beside the text.
  function spaced(value, before, after) {
    return (hanBefore.test(before) && latinFirst.test(value) ? ' ' : '') + value
      + (hanAfter.test(after) && latinLast.test(value) ? ' ' : '');
  }

  // The text of a key in the page's language, with {name} replaced by values.name, and {name|one|many} by the word for as many.
  PushLab.t = function (key, values) {
    const text = PushLab.strings[key];
    if (text === undefined)
      return key;
    return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, many, at) => {
      if (!values || !(name in values))
        return whole;
      if (one !== undefined)
        return String(values[name]) === '1' ? one : many;
      return spaced(String(values[name]), text.slice(0, at), text.slice(at + whole.length));
    });
  };

  PushLab.data = JSON.parse(document.getElementById('page-data').textContent || '{}');

  PushLab.query = new URLSearchParams(location.search);

  // The room that the page's address names; tutorial routes have it as a field, and use the lobby without it.
  PushLab.room = PushLab.query.get('room') || 'lobby';
  PushLab.roomField = function () {
    return PushLab.query.has('room') ? {room: PushLab.room} : {};
  };

  // The path of a room in the host's API, or of what `end` names of it.
  PushLab.roomPath = function (room, end) {
    return '/api/rooms/' + encodeURIComponent(room) + (end || '');
  };

  const encoder = new TextEncoder();
  PushLab.utf8Length = function (text) {
    return encoder.encode(text).length;
  };

  // Formats a number in the page's language, with `digits` decimals; without `digits` with as many as needed, at most one.
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

  // A notice about the slow network that the host pretends; empty when there is none.
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

  // The techniques in the order of the host's table, by their names on the wire, with the table's properties.
  PushLab.techniqueOrder = PushLab.techniqueTable.map((row) => row.name);
  PushLab.techniqueRow = (technique) => PushLab.techniqueTable.find((row) => row.name === technique);
  // '' for an unknown one.
  PushLab.techniqueText = (technique) => (PushLab.techniqueRow(technique) ? PushLab.t('technique.' + technique) : '');

  // Why the host refuses, translated when the code is known.
  const refusals = {
    'pin-needed': () => PushLab.t('refusal.pin'),
    'bad-token': () => PushLab.t('refusal.pin'),
    'kicked': () => PushLab.t('refusal.kicked'),
    'banned': () => PushLab.t('refusal.banned'),
    'locked': () => PushLab.t('refusal.locked'),
    'full': () => PushLab.t('join.full'),
    'too-many-rooms': () => PushLab.t('refusal.rooms'),
    'too-many-connections': () => PushLab.t('refusal.connections'),
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
