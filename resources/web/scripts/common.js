// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions that every page uses. All scripts share the object PushLab, which the script of texts has created.
(function (PushLab) {
  'use strict';

  const wide = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'; // full-width signs, too
  const other = '[\\p{L}\\p{N}]';
  const isolates = '[\\u2066-\\u2069]*'; // a name may be isolated: what counts is what is seen of it
  const at = (where) => new RegExp(where, 'u');
  const hanEnds = at('\\p{sc=Han}$');
  const hanBegins = at('^\\p{sc=Han}');
  const begins = {wide: at('^' + isolates + wide), other: at('^' + isolates + other)};
  const ends = {wide: at(wide + isolates + '$'), other: at(other + isolates + '$')};

  // What stands between Chinese and a value: a blank beside other letters and digits, none beside what is Chinese too, whatever
  // the text has there; it is kept beside anything else.
  function joint(written, value, side) {
    if (side.wide.test(value))
      return '';
    return side.other.test(value) ? ' ' : written;
  }

  // The text of a key in the page's language, with {name} replaced by values.name, and {name|one|many} by the word for as many.
  PushLab.t = function (key, values) {
    const text = PushLab.strings[key];
    if (text === undefined)
      return key;
    return text.replace(/( ?)\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}( ?)/g, (whole, left, name, one, many, right, from) => {
      if (!values || !(name in values))
        return whole;
      const value = String(values[name]);
      if (one !== undefined)
        return left + (value === '1' ? one : many) + right;
      return (hanEnds.test(text.slice(0, from)) ? joint(left, value, begins) : left) + value
        + (hanBegins.test(text.slice(from + whole.length)) ? joint(right, value, ends) : right);
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
