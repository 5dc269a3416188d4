// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's seventh view: the member in the spotlight, with what it cost so far and its last messages.
(function (PushLab) {
  'use strict';

  const longest = 300; // characters of a message
  const byId = (id) => document.getElementById(id);
  const list = byId('spotlight-messages');

  function bytesText(bytes) {
    const [value, unit] = bytes < 1000 ? [bytes, ' B'] : bytes < 1e6 ? [bytes / 1000, ' KB'] : [bytes / 1e6, ' MB'];
    return PushLab.number(value) + unit;
  }

  function fill(member) {
    const values = {requests: PushLab.number(member.requests), delivered: PushLab.number(member.delivered), bytes: bytesText(member.bytes || 0),
      p95: typeof member.p95 === 'number' ? PushLab.t('room.delay', {ms: PushLab.measuredDelay(member.p95, null)}) : '–'};
    for (const cell of document.querySelectorAll('#spotlight-figures [data-row]'))
      cell.textContent = values[cell.dataset.row];
  }

  // The last ones, as many as have room.
  function say(messages) {
    list.replaceChildren(...messages.map(({text}) =>
      PushLab.element('li', '', PushLab.shownText(Array.from(text).slice(0, longest).join('')))));
    while (list.childElementCount > 1 && list.scrollHeight > list.clientHeight)
      list.firstElementChild.remove();
  }

  const isSame = (one, other) => one && other && one.room === other.room && one.member === other.member;

  PushLab.projectorViews.push({
    digit: '7',
    id: 'spotlight',
    isThere: ({spotlight}) => Boolean(spotlight),
    key: () => PushLab.t('projector.key.spotlight'),
    title: () => PushLab.t('projector.spotlight'),
    take() {},
    show(answer, newest) { // only the figures of the one that is shown stand still
      const member = isSame(answer.spotlight, newest.spotlight) ? answer.spotlight : newest.spotlight;
      PushLab.fitText(byId('spotlight-name'), member.name ? PushLab.shownName(member.name) : PushLab.t('projector.noName'));
      byId('spotlight-technique').className = member.here ? 'technique ' + member.technique : '';
      byId('spotlight-technique').textContent = member.here ? PushLab.techniqueText(member.technique) : PushLab.t('projector.away');
      byId('spotlight-figures').hidden = !member.here;
      if (member.here)
        fill(member);
      say(member.messages);
    },
  });
})(window.PushLab);
