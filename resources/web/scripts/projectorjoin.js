// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's first view: how to join, and who has, the last to come first.
(function (PushLab) {
  'use strict';

  const quietZone = 4; // modules of margin, as ISO/IEC 18004 requires
  const mostNames = 150;
  const svgNamespace = 'http://www.w3.org/2000/svg';
  const arrived = new Map(); // names by key, in the order in which they came
  const all = (selector) => document.querySelectorAll(selector);
  let drawn = '';
  let listed = '';

  function drawCodes(rows) {
    if (drawn === rows.join())
      return;
    drawn = rows.join();
    const modules = rows.flatMap((row, y) => Array.from(row, (dark, x) => (dark === '1' ? `M${x} ${y}h1v1h-1z` : '')));
    const side = rows.length + 2 * quietZone;
    for (const place of all('[data-code]')) {
      place.hidden = rows.length === 0;
      const picture = document.createElementNS(svgNamespace, 'svg');
      const path = document.createElementNS(svgNamespace, 'path');
      picture.setAttribute('viewBox', `${-quietZone} ${-quietZone} ${side} ${side}`);
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', PushLab.t('projector.code'));
      path.setAttribute('d', modules.join(''));
      picture.append(path);
      place.replaceChildren(picture);
    }
  }

  // What is to be typed; a browser adds the rest, but for TLS.
  function addressText(address) {
    const url = new URL(address || location.origin);
    return (url.protocol === 'https:' ? 'https://' : '') + url.host;
  }

  function fill(selector, text) {
    for (const part of all(`[data-${selector}-part]`))
      part.hidden = !text;
    for (const place of all(`[data-${selector}]`)) {
      if (place.offsetParent) // it has no size while it is hidden
        PushLab.fitText(place, text);
    }
  }

  function noteArrivals(people) {
    const present = new Set(people.map((person) => person.key));
    for (const key of [...arrived.keys()].filter((known) => !present.has(known)))
      arrived.delete(key);
    for (const {key, name} of people)
      arrived.set(key, PushLab.shownName(name) || PushLab.t('projector.noName'));
  }

  function listPeople() {
    const names = Array.from(arrived.values()).reverse();
    const list = document.getElementById('people');
    const now = JSON.stringify([names, list.clientWidth, list.clientHeight]);
    if (listed === now)
      return;
    listed = now;
    const hidden = Math.max(0, names.length - mostNames);
    PushLab.fitList(list, names.slice(0, mostNames), (name) => PushLab.element('li', '', name),
      (left) => PushLab.element('li', 'more', PushLab.t('projector.more', {count: PushLab.number(left + hidden)})));
  }

  PushLab.showInvitation = function (invited) {
    drawCodes(invited.code);
    fill('address', addressText(invited.address));
    fill('pin', invited.pin);
    fill('room', PushLab.shownName(invited.room));
  };

  (PushLab.projectorViews = PushLab.projectorViews || []).push({
    digit: '1',
    id: 'join',
    lesson: 'join',
    isLive: true,
    title: () => PushLab.t('projector.join'),
    take: (answer) => noteArrivals(answer.people),
    show(answer) {
      PushLab.showInvitation(answer.class);
      document.getElementById('joined').textContent = PushLab.t('projector.joined', {count: PushLab.number(answer.joined)});
      listPeople();
    },
  });
})(window.PushLab);
