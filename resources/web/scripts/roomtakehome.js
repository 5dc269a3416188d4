// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a reader takes home: the own numbers on paper, and as a file for a spreadsheet. The native client's file has the same columns.
(function (PushLab) {
  'use strict';

  const delay = (c, p) => (c.delays.n ? c.delays.quantile(p).toFixed(1) : '');
  const columns = {
    requests: (c) => c.requests,
    empty: (c) => c.empty,
    received: (c) => c.delivered,
    sent: (c) => c.sends,
    payload_bytes: (c) => c.bytes,
    delays: (c) => c.delays.n,
    delay_p50_ms: (c) => delay(c, 0.5),
    delay_p95_ms: (c) => delay(c, 0.95),
    uncertainty_ms: (c) => (c.delays.n ? (Math.ceil(c.uncertainty * 10 - 1e-6) / 10).toFixed(1) : ''),
    set_aside: (c) => c.setAside,
  };
  const isUsed = (c) => c.requests + c.sends + c.delivered + c.setAside > 0;

  // RFC 4180. A spreadsheet would compute a name that begins as a formula does; some skip blanks first, and accept full-width signs.
  function cell(text) {
    const plain = /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(plain) ? '"' + plain.replaceAll('"', '""') + '"' : plain;
  }

  // A line for each technique that was used. Names of columns and numbers are the same in all languages.
  PushLab.numbersCsv = function (room, name, counters) {
    const lines = [['room', 'name', 'technique', ...Object.keys(columns)]];
    for (const technique of PushLab.techniqueOrder.filter((each) => isUsed(counters[each])))
      lines.push([cell(room), cell(name), technique, ...Object.values(columns).map((column) => column(counters[technique]))]);
    return lines.map((line) => line.join(',') + '\r\n').join('');
  };

  const fold = document.getElementById('numbers-fold');
  if (!fold)
    return; // the tests of scripts
  const client = PushLab.roomClient;
  const ownName = () => client.givenName || client.name; // as the host knows it
  let wasOpen = false;

  function fileName() {
    return `PushLab ${client.room} ${ownName()}.csv`.replace(/[\\/:*?"<>|\p{C}]/gu, '_');
  }

  function save() {
    const link = PushLab.element('a');
    // The mark tells spreadsheets that it is UTF-8.
    const address = URL.createObjectURL(new Blob(['\ufeff' + PushLab.numbersCsv(client.room, ownName(), client.counters)], {type: 'text/csv'}));
    link.href = address;
    link.download = fileName();
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000); // the browser may ask first where to put it
  }

  function print() {
    const date = new Date().toLocaleString(PushLab.t('numbers.locale'), {dateStyle: 'medium', timeStyle: 'short'});
    document.getElementById('numbers-of').textContent = PushLab.t('room.numbersOf',
      {name: PushLab.isolated(ownName()), room: PushLab.isolated(client.room), date});
    wasOpen = fold.open;
    fold.open = true;
    document.body.classList.add('prints-numbers'); // and nothing else
    window.print();
  }

  window.addEventListener('afterprint', () => {
    if (!document.body.classList.contains('prints-numbers'))
      return;
    document.body.classList.remove('prints-numbers');
    fold.open = wasOpen;
  });
  document.getElementById('print-numbers').addEventListener('click', print);
  document.getElementById('save-numbers').addEventListener('click', save);
})(window.PushLab);
