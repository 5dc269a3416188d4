// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which tabs of this browser may hold a request open. A browser opens six connections to one host: six held requests would
// leave the seventh page waiting, for its first byte already. So at most four tabs hold one, those that began first, and the
// rest ask without a hold and say so. WebSockets have a larger limit of their own and do not count.
(function (PushLab) {
  'use strict';

  const most = 4; // two connections stay free for whatever else pages ask
  const longest = 90000; // ms that a request can be held, so a tab that crashed counts no longer than that
  const prefix = 'pushlab-hold ';
  const key = prefix + PushLab.generateId();
  let since = 0; // when this tab began to hold; 0: it does not
  let lost = null;

  // The others that hold, [key, since] each; those whose time is over are swept away.
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
    // Whether this tab may hold a request open for so many ms from now. Else the page says that it asks every
    // `interval` seconds instead. onLost() is called when another tab turns out to have been first.
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
        // Storage may be forbidden; then tabs know nothing of each other.
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
        // As above.
      }
    },
  };

  // Two tabs may have taken the last place at once: both hear of the other, and agree on who was first.
  window.addEventListener('storage', (event) => {
    if (!since || !event.newValue || !event.key.startsWith(prefix) || !isBehind(Date.now()))
      return;
    const told = lost;
    PushLab.holds.release();
    told();
  });
  window.addEventListener('pagehide', () => PushLab.holds.release());
})(window.PushLab);
