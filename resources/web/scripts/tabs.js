// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decides which tabs of this browser may hold a request open. A browser opens six connections to a host, so six held requests
// would block a seventh page. At most four tabs hold one, the oldest; others ask without a hold and say so. WebSockets have a
// larger limit of their own and do not count.
(function (PushLab) {
  'use strict';

  const most = 4; // two connections stay free for whatever else pages ask
  const longest = 90000; // ms that a request can be held, so a tab that crashed counts no longer than that
  const prefix = 'pushlab-hold ';
  const key = prefix + PushLab.generateId();
  let since = 0; // when this tab began to hold; 0: it does not
  let lost = null;

  // The other tabs that hold a request, as [key, since]; expired entries are removed.
  function others(now) {
    const found = [];
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(prefix) || name === key)
        continue;
      const [from, until] = (localStorage.getItem(name) || '').split(' ').map(Number);
      if (until > now && until < now + longest)
        found.push([name, from]);
      else
        localStorage.removeItem(name);
    }
    return found;
  }

  function isBehind(now) {
    const ahead = others(now).filter(([name, from]) => !since || from < since || (from === since && name < key));
    return ahead.length >= most;
  }

  function say(seconds) {
    PushLab.show(document.getElementById('tabs-notice'),
      seconds ? PushLab.t('tabs.full', {count: most, seconds: PushLab.number(seconds)}) : '');
  }

  PushLab.holds = {
    // Whether this tab may hold a request for that many ms from now. If not, the page says that it asks every `interval` seconds
    // instead. onLost() is called when another tab turns out to be older.
    take(ms, interval, onLost) {
      try {
        const now = Date.now();
        if (isBehind(now)) {
          this.release();
          say(interval);
          return false;
        }
        since = since || now;
        localStorage.setItem(key, since + ' ' + (now + ms));
      } catch (error) {
        // Storage is not available; tabs then do not know of each other.
      }
      lost = onLost;
      say(0);
      return true;
    },

    release() {
      since = 0;
      lost = null;
      say(0);
      try {
        localStorage.removeItem(key);
      } catch (error) {
        // Storage is not available.
      }
    },
  };

  // Two tabs may have taken the last place at the same time: both notice it, and agree on which is older.
  window.addEventListener('storage', (event) => {
    if (!since || !event.newValue || !event.key.startsWith(prefix) || !isBehind(Date.now()))
      return;
    const told = lost;
    PushLab.holds.release();
    told();
  });
  window.addEventListener('pagehide', () => PushLab.holds.release());
})(window.PushLab);
