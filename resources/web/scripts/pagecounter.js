// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts and shows the page's own requests, and lists the last of them.
(function (PushLab) {
  'use strict';

  const shownRequests = 30;
  const counts = {requests: 0, empty: 0, messages: 0, sends: 0, bytes: 0};

  function show() {
    for (const cell of document.querySelectorAll('[data-count]'))
      cell.textContent = PushLab.number(counts[cell.dataset.count]);
  }

  PushLab.counter = {
    add(name, amount) {
      counts[name] += amount === undefined ? 1 : amount;
      show();
    },

    // Notes a request that starts now; the returned function has to be called with a text about its result.
    request(kind, method, address) {
      PushLab.counter.add(kind);
      const list = document.getElementById('last-requests');
      if (!list)
        return () => {};
      const row = PushLab.element('li');
      const result = PushLab.element('span', 'result', '…');
      row.append(PushLab.element('code', '', method + ' ' + address), ' ', result);
      list.prepend(row);
      while (list.children.length > shownRequests)
        list.lastElementChild.remove();
      const start = performance.now();
      return (text) => {
        const time = PushLab.t('request.time', {ms: PushLab.number(performance.now() - start, 0)});
        result.textContent = text + ', ' + time;
      };
    },
  };
  PushLab.keep('pushlab-counts ' + location.pathname + location.search, () => counts, (kept) => Object.assign(counts, kept));
  show();
})(window.PushLab);
