// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts the tabs of this browser that have the host open. A browser opens six connections to one host, so from the sixth
// tab on long polls hold each other up, which looks like a slow host unless somebody says so.
(function (PushLab) {
  'use strict';

  const tooMany = 6;
  const answerTime = 300; // ms; messages, unlike timers, are not slowed down in hidden tabs
  if (!('BroadcastChannel' in window))
    return;
  const channel = new BroadcastChannel('pushlab-tabs');
  const self = Math.random().toString(36).slice(2);
  let others = new Set();

  function count() {
    others = new Set();
    channel.postMessage({kind: 'who', tab: self});
    setTimeout(() => {
      const tabs = others.size + 1;
      PushLab.show(document.getElementById('tabs-notice'),
        tabs >= tooMany ? PushLab.t('tabs.sixth', {count: tabs}) : '');
    }, answerTime);
  }

  channel.addEventListener('message', (event) => {
    const {kind, tab} = event.data;
    if (kind === 'who')
      channel.postMessage({kind: 'here', tab: self});
    else if (kind === 'here')
      others.add(tab);
    else
      count();
  });
  window.addEventListener('pagehide', () => channel.postMessage({kind: 'changed', tab: self}));
  window.addEventListener('pageshow', () => {
    channel.postMessage({kind: 'changed', tab: self});
    count();
  });
})(window.PushLab);
