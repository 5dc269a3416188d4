// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who else is here: names and techniques, asked for again and again while the page is in sight. The host counts these requests with no
// technique.
(function (PushLab) {
  'use strict';

  const pause = 5000; // ms
  const longPause = 30000; // while only the number is in sight
  const pauseOutside = 1000; // until it is in, or in again
  const outside = ['connecting', 'retrying', 'access-denied', 'stopped'];
  const patience = 10000;
  const byId = (id) => document.getElementById(id);
  const fold = byId('people-fold');
  let timer = 0;
  let isAsking = false;

  function row({name, technique}) {
    const item = PushLab.element('li', 'technique ' + technique);
    item.title = PushLab.techniqueText(technique);
    item.append(PushLab.element('bdi', 'name', PushLab.shownName(name)),
      PushLab.element('span', 'hidden', ' (' + PushLab.techniqueText(technique) + ')'));
    return item;
  }

  function show({count, people}) {
    const named = people.filter(({name}) => name !== '');
    named.sort((a, b) => a.name.localeCompare(b.name, PushLab.t('numbers.locale'), {numeric: true}));
    byId('people').replaceChildren(...named.map(row));
    byId('people-count').textContent = PushLab.number(count);
    const unnamed = count - named.length;
    PushLab.show(byId('people-more'), unnamed ? PushLab.t('room.unnamed', {count: PushLab.number(unnamed)}) : '');
  }

  async function ask() {
    clearTimeout(timer);
    if (isAsking || document.hidden)
      return;
    if (outside.includes(PushLab.roomClient.state.kind)) {
      timer = setTimeout(ask, pauseOutside);
      return;
    }
    isAsking = true;
    try {
      const {room, member} = PushLab.roomClient;
      const answer = await PushLab.httpJson(PushLab.roomPath(room, '/people?') + new URLSearchParams({member}),
        {timeout: patience});
      show(answer.data);
    } catch (error) {
      byId('people-count').textContent = ''; // the banner says what is wrong
    }
    isAsking = false;
    timer = setTimeout(ask, fold.open ? pause : longPause);
  }

  fold.addEventListener('toggle', ask);
  document.addEventListener('visibilitychange', ask);
  ask();
})(window.PushLab);
