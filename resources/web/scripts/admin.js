// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the host's ledger as a table, since its figures were last reset; requests it again one second after each answer.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms
  const columns = document.querySelectorAll('#stats thead th');
  let requests = 0;
  let lastTime = '–';
  let timer = 0;

  function count(value) {
    return value === undefined ? '' : PushLab.number(value);
  }

  function ratio(part, whole, scale, digits) {
    return part === undefined || !whole ? '–' : PushLab.number(part / whole * scale, digits);
  }

  function timeText(time) {
    return new Date(time).toLocaleTimeString(PushLab.t('numbers.locale'));
  }

  function row(name, className, c) {
    const tr = PushLab.element('tr');
    const header = PushLab.element('th', className, name);
    header.scope = 'row';
    tr.append(header);
    const cells = [count(c.members), count(c.requests), count(c.empty),
      c.empty === undefined ? '' : ratio(c.empty, c.requests, 100, 1), count(c.sends), count(c.delivered), count(c.history),
      count(c.connections), PushLab.number(c.bytesUp / 1000, 1), PushLab.number(c.bytesDown / 1000, 1),
      c.delivered === undefined ? '' : ratio(c.bytesUp + c.bytesDown - c.down.history - c.up.control - c.down.control, c.delivered, 1, 0)];
    cells.forEach((text, i) => {
      const cell = PushLab.element('td', '', text);
      cell.dataset.label = columns[i + 1].textContent; // on a phone there is no row of headers
      tr.append(cell);
    });
    return tr;
  }

  function show(stats) {
    const isShown = ([name, counters]) => counters.members || counters.requests || (PushLab.techniqueRow(name) || {}).isDefault;
    const rows = Object.entries(stats.techniques).filter(isShown).map(([name, counters]) =>
      row(PushLab.techniqueText(name) || name, 'technique ' + name, counters));
    rows.push(row(PushLab.t('technique.other'), '', stats.other));
    const virtual = Object.values(stats.techniques).reduce((sum, counters) => sum + (counters.virtualClients || 0), 0);
    PushLab.show(document.getElementById('virtual'), virtual ? PushLab.t('admin.virtual', {count: PushLab.number(virtual)}) : '');
    document.getElementById('stats-body').replaceChildren(...rows);
    const rooms = Object.entries(stats.rooms || {}).map(([room, {conditioner}]) => PushLab.isolated(room) + ': ' + PushLab.networkText(conditioner));
    PushLab.show(document.getElementById('network'), [PushLab.networkText(stats.conditioner), ...rooms].filter(Boolean).join(' '));
    lastTime = timeText(stats.now);
    document.getElementById('figures-since').textContent = stats.since ? PushLab.t('admin.since', {time: timeText(stats.since)}) : '';
    document.getElementById('status').textContent = PushLab.t('admin.fresh', {time: lastTime});
  }

  async function ask() {
    clearTimeout(timer);
    document.getElementById('own-requests').textContent = PushLab.number(++requests);
    try {
      const answer = await fetch('/api/stats?since=reset', {cache: 'no-store'});
      if (!answer.ok)
        throw new Error(answer.status + ' ' + answer.statusText);
      show(await answer.json());
    } catch (error) {
      document.getElementById('status').textContent =
        PushLab.t('admin.stale', {status: error.message, time: lastTime});
    }
    clearTimeout(timer); // of one that was under way, too
    timer = setTimeout(ask, pause);
  }

  async function reset() {
    const problem = document.getElementById('figures-error');
    try {
      await PushLab.httpJson('/api/class/reset-figures', {method: 'POST', timeout: 10000});
      PushLab.show(problem, '');
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
    }
    ask();
  }

  document.getElementById('reset-figures').addEventListener('click', reset);

  ask();
})(window.PushLab);
