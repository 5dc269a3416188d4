// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds messages in the log by their names and texts: marks them, counts them and goes from one to the next, the newest first.
(function (PushLab) {
  'use strict';

  const pause = 150; // ms after a key or a message
  const byId = (id) => document.getElementById(id);
  const field = byId('search');
  const form = byId('search-form');
  const log = byId('log');
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  let found = []; // rows
  let current = null;
  let timer = 0;

  function matches(wanted) {
    const parts = (row) => Array.from(row.querySelectorAll('.name, .text'), (part) => plain(part.textContent));
    return Array.from(log.querySelectorAll('.message')).filter((row) => parts(row).some((part) => part.includes(wanted)));
  }

  function mark() {
    const wanted = plain(field.value.trim());
    for (const row of found)
      row.classList.remove('found', 'found-current');
    found = wanted ? matches(wanted) : [];
    for (const row of found)
      row.classList.add('found');
  }

  function show() {
    const at = found.indexOf(current);
    if (current)
      current.classList.toggle('found-current', at >= 0);
    byId('search-count').textContent = field.value.trim() === '' ? ''
      : found.length === 0 ? PushLab.t('room.searchNone')
        : PushLab.t('room.searchCount', {at: PushLab.number(at + 1), count: PushLab.number(found.length)});
    for (const id of ['search-before', 'search-after'])
      byId(id).disabled = found.length === 0;
  }

  function go(row) {
    if (current)
      current.classList.remove('found-current');
    current = row || null;
    if (current)
      current.scrollIntoView({block: 'center'});
    show();
  }

  function step(by) {
    const at = found.indexOf(current);
    if (found.length)
      go(found[(at + by + found.length) % found.length]);
  }

  function search() {
    mark();
    go(found[found.length - 1]);
  }

  // Messages have come or gone: where one was stays where it is.
  function update() {
    if (field.value.trim() === '')
      return;
    mark();
    show();
  }

  function later(action) {
    clearTimeout(timer);
    timer = setTimeout(action, pause);
  }

  function end() {
    field.value = '';
    clearTimeout(timer);
    search();
    document.body.classList.remove('searching');
    byId('text').focus();
  }

  function begin() {
    PushLab.closeRoomMenu();
    document.body.classList.add('searching');
    field.focus();
  }

  field.addEventListener('input', () => later(search));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    step(-1);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape')
      end();
  });
  byId('search-before').addEventListener('click', () => step(-1));
  byId('search-after').addEventListener('click', () => step(1));
  byId('search-end').addEventListener('click', end);
  byId('open-search').addEventListener('click', begin);
  new MutationObserver(() => {
    if (field.value !== '')
      later(update);
  }).observe(log, {childList: true, subtree: true});
  show();
})(window.PushLab);
