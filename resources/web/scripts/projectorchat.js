// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's fourth view: the last messages of the class's room, which are asked for while it is shown and not before.
(function (PushLab) {
  'use strict';

  const most = 30; // messages
  const longest = 400; // characters of one
  const end = Number.MAX_SAFE_INTEGER;
  const list = document.getElementById('messages');
  let known = ''; // the log's state that is shown

  function line({from, text}) {
    const item = PushLab.element('li');
    item.append(PushLab.element('b', '', PushLab.shownName(from) || PushLab.t('projector.noName')), ' ',
      PushLab.element('span', '', PushLab.shownText(Array.from(text).slice(0, longest).join(''))));
    return item;
  }

  function write(messages) {
    list.replaceChildren(...messages.filter((message) => message.text !== undefined).slice(-most).map(line));
    const place = list.parentElement;
    while (list.childElementCount > 1 && list.offsetHeight > place.clientHeight)
      list.firstElementChild.remove();
  }

  async function read(room) {
    const path = PushLab.roomPath(room, '/history?' + new URLSearchParams({before: end, count: most}));
    write((await PushLab.httpJson(path, {timeout: 10000})).data.messages);
  }

  PushLab.projectorViews.push({
    digit: '4',
    id: 'chat',
    lesson: 'chat',
    title: () => PushLab.t('projector.chat'),
    take() {},
    show(answer) {
      const now = JSON.stringify([answer.class.room, answer.log, list.parentElement.clientWidth, list.parentElement.clientHeight]);
      if (known === now)
        return;
      known = now;
      read(answer.class.room).catch(() => known = ''); // the next time
    },
  });
})(window.PushLab);
