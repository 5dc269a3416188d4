// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the class has measured with each technique beside what theory expects at the same rate of messages, asked for a second
// after each answer. The host works theory out; nothing here can be changed.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms
  const patience = 10000;
  const none = '–';
  const byId = (id) => document.getElementById(id);
  const measured = new PushLab.CompareWindow();
  let settings = ''; // in force, as JSON
  let requests = 0;
  let lastTime = none;

  const known = (value, write) => (value === null || value === undefined ? none : write(value));
  const count = (value) => known(value, (n) => PushLab.number(n));
  const percent = (value) => known(value, (share) => PushLab.number(share * 100, 1) + ' %');
  // Below a millisecond the machine's own business is all that there is.
  const ms = (value) => known(value, (time) => PushLab.t('room.delay',
    {ms: time < 1 ? '< 1' : PushLab.number(time, time < 10 ? 1 : 0)}));
  const whole = (value) => known(value, (n) => PushLab.number(n, 0));
  // Of a row: what was measured, what theory expects.
  const rows = {
    members: (m) => [count(m.members), ''],
    rate: (m) => [count(m.rate === null ? null : m.rate * 60), ''],
    requests: (m, t) => [count(m.requests), count(t.requestsPerMinute)],
    empty: (m, t) => [percent(m.empty), percent(t.emptyShare)],
    delay: (m, t) => [ms(m.delay), ms(t.delay.mean)],
    delays: (m) => [count(m.delays), ''],
    worst: (m, t) => ['', ms(t.delay.max)],
    bytes: (m) => [whole(m.bytes), ''],
    payload: (m) => [whole(m.payload), ''],
  };

  function fill(section, figures, theory) {
    for (const row of section.querySelectorAll('[data-row]')) {
      const texts = rows[row.dataset.row](figures, theory);
      while (row.children.length < 3)
        row.append(PushLab.element('td'));
      texts.forEach((text, i) => { row.children[i + 1].textContent = text; });
    }
  }

  function showSettings(now) {
    byId('settings').textContent = PushLab.t('compare.settings', {interval: PushLab.number(now.pollInterval), hold: PushLab.number(now.hold)});
  }

  function show(stats, theory) {
    const nothing = {delay: {}};
    let shown = 0;
    for (const section of document.querySelectorAll('.compared-technique')) {
      const {technique} = section.dataset;
      const figures = measured.of(technique);
      section.hidden = !theory.settings.techniques.includes(technique) && figures.members === 0;
      shown += figures.members;
      fill(section, figures, theory.techniques[technique] || nothing);
    }
    byId('nobody').hidden = shown > 0;
    PushLab.show(byId('network'), PushLab.networkText(stats.conditioner));
    showSettings(theory.settings);
    lastTime = new Date(stats.now).toLocaleTimeString(PushLab.t('numbers.locale'));
    byId('status').textContent = PushLab.t('compare.window', {seconds: PushLab.number(measured.seconds, 0), time: lastTime});
  }

  async function read(address) {
    byId('own-requests').textContent = PushLab.number(++requests);
    return (await PushLab.httpJson(address, {timeout: patience})).data;
  }

  // At the rates that were measured; before anything was, at none.
  async function readTheory() {
    const rates = PushLab.techniqueOrder.map((technique) => [technique, measured.of(technique).rate || 0]);
    return read('/api/theory?' + new URLSearchParams(rates));
  }

  async function ask() {
    try {
      const stats = await read('/api/stats');
      measured.add(stats);
      let theory = await readTheory();
      const now = JSON.stringify([theory.settings, stats.conditioner || null]);
      if (now !== settings) { // what was measured before was another class
        settings = now;
        measured.forget();
        theory = await readTheory();
      }
      show(stats, theory);
    } catch (error) {
      byId('status').textContent = PushLab.t('admin.stale', {status: error.message, time: lastTime});
    }
    setTimeout(ask, pause);
  }

  ask();
})(window.PushLab);
