// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last messages of a room, each of which the teacher can withdraw; requested again two seconds after each answer.
(function (PushLab) {
  'use strict';

  const pause = 2000; // ms
  const patience = 10000; // ms
  const asked = 30; // entries
  const newest = Number.MAX_SAFE_INTEGER;
  const room = document.getElementById('admin-room');
  const body = document.getElementById('messages-body');
  const problem = document.getElementById('messages-error');
  let shown = '';
  let timer = 0;

  const path = (end) => PushLab.roomPath(room.value.trim() || 'lobby', end);

  async function withdraw(seq) {
    if (!window.confirm(PushLab.t('admin.withdrawQuestion')))
      return;
    try {
      await PushLab.httpJson(path('/moderation'), {method: 'POST', body: {action: 'withdraw', seq}, timeout: patience});
      PushLab.show(problem, '');
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
    }
    ask();
  }

  function row(message) {
    const tr = PushLab.element('tr');
    const name = PushLab.element('td');
    name.append(PushLab.element('bdi', '', PushLab.shownName(message.from) || PushLab.t('admin.noName')));
    const button = PushLab.element('button', '', PushLab.t('admin.withdraw'));
    button.type = 'button';
    button.addEventListener('click', () => withdraw(message.seq));
    const actions = PushLab.element('td', 'row-actions');
    actions.append(button);
    const time = PushLab.element('td', 'facts', new Date(message.accepted).toLocaleTimeString(PushLab.t('numbers.locale')));
    const text = PushLab.element('td', 'said');
    text.append(PushLab.element('bdi', '', PushLab.shownText(message.text)));
    tr.append(time, name, text, actions);
    return tr;
  }

  function show(answer) {
    const messages = answer.messages.filter((message) => message.text !== undefined).reverse();
    const now = JSON.stringify([answer.epoch, messages]);
    if (now === shown)
      return; // the button under somebody's finger stays the same one
    shown = now;
    body.replaceChildren(...messages.map(row));
    document.getElementById('no-messages').hidden = messages.length > 0;
  }

  async function ask() {
    clearTimeout(timer);
    try {
      show((await PushLab.httpJson(path('/history?') + new URLSearchParams({before: newest, count: asked}), {timeout: patience})).data);
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
    }
    clearTimeout(timer); // of one that was under way, too
    timer = setTimeout(ask, pause);
  }

  room.addEventListener('change', ask);
  ask();
})(window.PushLab);
