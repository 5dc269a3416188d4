// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "My numbers": a column per technique.
(function (PushLab) {
  'use strict';

  const techniques = PushLab.techniqueOrder; // as the table's columns
  const quantile = (c, p) => (c.delays.n ? PushLab.measured(c.delays.quantile(p), c.uncertainty) : '–');
  const cells = {
    requests: (c) => PushLab.number(c.requests),
    empty: (c) => PushLab.number(c.empty),
    delivered: (c) => PushLab.number(c.delivered),
    sends: (c) => PushLab.number(c.sends),
    bytes: (c) => PushLab.number(c.bytes / 1000, 1),
    p50: (c) => quantile(c, 0.5),
    p95: (c) => quantile(c, 0.95),
    samples: (c) => PushLab.number(c.delays.n),
    setAside: (c) => PushLab.number(c.setAside),
  };

  PushLab.RoomNumbers = class {
    constructor(table) {
      this.total = document.getElementById('requests');
      this.line = document.getElementById('numbers-line');
      this.rows = Array.from(table.querySelectorAll('[data-row]'));
      this.head = table.querySelector('thead tr');
      for (const row of this.rows)
        row.append(...techniques.map((technique) => PushLab.element('td', technique, /^p\d/.test(row.dataset.row) ? '–' : '0')));
    }

    // Other techniques keep their columns if they were used.
    show(counters, current, offered) {
      const hides = (technique) => !offered.includes(technique) && technique !== current && counters[technique].requests === 0;
      for (const row of [this.head, ...this.rows])
        techniques.forEach((technique, i) => row.children[i + 1].hidden = hides(technique));
      const total = techniques.reduce((sum, technique) => sum + counters[technique].requests, 0);
      this.total.textContent = PushLab.number(total);
      this.showLine(counters, current, total);
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

    delayText({delays, uncertainty}) {
      return delays.n ? PushLab.t('room.delay', {ms: PushLab.measuredDelay(delays.quantile(0.5), uncertainty)}) : '–';
    }

    // What stays in sight while the table is folded.
    showLine(counters, current, total) {
      const delivered = techniques.reduce((sum, technique) => sum + counters[technique].delivered, 0);
      const text = PushLab.t('room.numbersLine', {requests: PushLab.number(total), delivered: PushLab.number(delivered),
        delay: this.delayText(counters[current])});
      if (this.line.textContent !== text)
        this.line.textContent = text;
    }
  };
})(window.PushLab);
