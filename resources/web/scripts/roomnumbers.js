// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "My numbers": a column a technique.
(function (PushLab) {
  'use strict';

  const techniques = ['polling', 'long-polling', 'websocket']; // in the order of the table's columns
  const cells = {
    requests: (c) => PushLab.number(c.requests),
    empty: (c) => PushLab.number(c.empty),
    delivered: (c) => PushLab.number(c.delivered),
    sends: (c) => PushLab.number(c.sends),
    bytes: (c) => PushLab.number(c.bytes / 1000, 1),
    delay: (c) => (c.delaySamples ? PushLab.number(c.delaySum / c.delaySamples, 1) : '–'),
  };

  PushLab.RoomNumbers = class {
    constructor(table) {
      this.total = document.getElementById('requests');
      this.rows = Array.from(table.querySelectorAll('[data-row]'));
      for (const row of this.rows)
        row.append(...techniques.map((technique) => PushLab.element('td', technique, '0')));
    }

    show(counters, current) {
      const total = techniques.reduce((sum, technique) => sum + counters[technique].requests, 0);
      this.total.textContent = PushLab.number(total);
      for (const row of this.rows) {
        techniques.forEach((technique, i) => {
          const cell = row.children[i + 1];
          const text = cells[row.dataset.row](counters[technique]);
          if (cell.textContent !== text)
            cell.textContent = text;
          cell.classList.toggle('current', technique === current);
        });
      }
    }
  };
})(window.PushLab);
