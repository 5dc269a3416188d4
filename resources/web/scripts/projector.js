// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector: views of the class, one at a time, led by keys alone. Each script of a view adds a row to PushLab.projectorViews:
// {digit: its key, id: of its section view-ID, title(), take(answer): called with each answer of the host, show(answer, newest): draws
// it, which may be a former one while figures stand still, and where needed lesson: its name in lessons, isLive: it never stands still,
// isThere(answer): whether there is something to show, key(): its words in the list of keys, turn(): its key was pressed once more}.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms
  const patience = 10000;
  const hintTime = 8000;
  const storage = 'pushlab-projector';
  const zooms = {least: 0.7, most: 2, step: 0.1};
  const byId = (id) => document.getElementById(id);
  const heading = document.querySelector('h1');
  const views = PushLab.projectorViews.sort((a, b) => a.digit.localeCompare(b.digit));
  let current = views[0];
  let led = null; // the view that the lesson waits for
  let step = 0; // when the lesson's last known step began
  let answer = null; // the last of the host
  let still = null; // the one at which figures stand still
  let zoom = 1;
  let hint = 0;
  let lastTime = '–';

  const isThere = (view) => !view.isThere || (answer && view.isThere(answer));

  function show() {
    if (!isThere(current))
      current = views[0];
    for (const view of views)
      byId('view-' + view.id).hidden = view !== current;
    heading.textContent = current.title();
    byId('paused').hidden = !still;
    if (!answer)
      return;
    PushLab.show(byId('notice'), PushLab.networkText(answer.conditioner));
    current.show(current.isLive ? answer : still || answer, answer);
    if (!byId('join-overlay').hidden)
      PushLab.showInvitation(answer.class);
  }

  // As large as wanted, or as there is room for.
  function resize() {
    document.body.style.setProperty('--zoom', zoom);
    show();
    const view = byId('view-' + current.id);
    for (let fitted = zoom; fitted > zooms.least && view.scrollHeight > view.clientHeight + 1; fitted -= zooms.step) {
      document.body.style.setProperty('--zoom', fitted);
      show();
    }
  }

  function remember() {
    try {
      sessionStorage.setItem(storage, JSON.stringify({digit: current.digit, zoom, step}));
    } catch (error) { // storage may be forbidden
    }
  }

  function recall() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(storage) || '{}');
      current = views.find((view) => view.digit === kept.digit) || current;
      zoom = kept.zoom || zoom;
      step = kept.step || step;
    } catch (error) { // storage may be forbidden
    }
  }

  function choose(view) {
    if (view === current && view.turn && byId('black').hidden)
      view.turn();
    current = view;
    led = null;
    byId('black').hidden = true;
  }

  function tellKeys() {
    clearTimeout(hint);
    const more = views.filter((view) => view.key && isThere(view)).map((view) => view.digit + '\u00a0' + view.key().replaceAll(' ', '\u00a0') + ' · ').join('');
    byId('keys').textContent = PushLab.t('projector.keys', {more});
    byId('keys').hidden = false;
    hint = setTimeout(() => byId('keys').hidden = true, hintTime);
  }

  function toggle(id) {
    byId(id).hidden = !byId(id).hidden;
  }

  function magnify(step) {
    zoom = Math.min(zooms.most, Math.max(zooms.least, Math.round((zoom + step) * 10) / 10));
  }

  const actions = {
    'b': () => toggle('black'),
    'j': () => toggle('join-overlay'),
    ' ': () => still = still ? null : answer,
    '+': () => magnify(zooms.step),
    '=': () => magnify(zooms.step),
    '-': () => magnify(-zooms.step),
    'escape': () => byId('black').hidden = byId('join-overlay').hidden = true,
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(F\d+|Shift|Tab)$/.test(event.key))
      return;
    const key = event.key.toLowerCase();
    const view = views.find(({digit}) => digit === key);
    if (view && isThere(view))
      choose(view);
    else if (actions[key])
      actions[key]();
    else
      tellKeys();
    event.preventDefault();
    remember();
    resize();
  });
  document.addEventListener('contextmenu', (event) => event.preventDefault());
  window.addEventListener('resize', resize);

  // A step of the lesson leads to its view, as soon as there is something in it.
  function follow({lesson}) {
    if (lesson && lesson.stepStarted !== step) {
      step = lesson.stepStarted;
      led = views.find((view) => view.lesson && view.lesson === lesson.view) || null;
    }
    if (led && isThere(led)) {
      current = led;
      led = null;
    }
    remember();
  }

  // The language may have been switched on another page of this browser.
  function followLanguage() {
    const chosen = /(?:^|;\s*)lang=([\w-]+)/.exec(document.cookie);
    const isOther = chosen && chosen[1] !== document.documentElement.lang && !PushLab.query.has('lang');
    if (isOther)
      location.reload();
    return isOther;
  }

  function take(data) {
    data.histograms = Object.fromEntries(Object.entries(data.delays).map(
      ([technique, {histogram}]) => [technique, PushLab.DelayHistogram.from(histogram)]));
    answer = data;
    lastTime = new Date(data.now).toLocaleTimeString(PushLab.t('numbers.locale'));
    for (const view of views)
      view.take(data);
    follow(data);
    PushLab.show(byId('problem'), '');
    resize();
  }

  async function ask() {
    if (followLanguage())
      return;
    try {
      take((await PushLab.httpJson('/api/class/projector', {timeout: patience})).data);
    } catch (error) {
      if (error.status === 401 || error.status === 403) { // the page that asks for the key says so
        location.reload();
        return;
      }
      PushLab.show(byId('problem'), PushLab.t('admin.stale', {status: error.message, time: lastTime}));
    }
    setTimeout(ask, pause);
  }

  recall();
  tellKeys();
  show();
  ask();
})(window.PushLab);
