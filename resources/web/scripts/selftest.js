// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tries whether each technique gets through between this browser and its host, by the host's routes for that: a proxy, a firewall
// or an extension may keep one back. What fails is tried once more before it is believed: a busy computer can be late, too.
(function (PushLab) {
  'use strict';

  const patience = 6000; // ms
  const hold = 1; // s
  const slack = 100; // ms; clocks and timers of two computers
  const leastGap = 250; // ms between two events that the host sends 700 ms apart
  const storageKey = 'pushlab-selftest';

  // Resolves to what `begin(done)` hands to done(), or to `late` when that takes too long.
  function inTime(late, begin) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(late), patience);
      begin((result) => {
        clearTimeout(timer);
        resolve(result);
      });
    });
  }

  // Each resolves to '' or to what is done to it: 'keptBack', 'cut' or 'collected'.
  async function ask(seconds, failure) {
    const start = performance.now();
    try {
      await PushLab.httpJson('/api/probe?wait=' + seconds, {timeout: patience});
    } catch (error) {
      return error.status === 404 ? '' : failure; // an older host has nothing to try it by
    }
    return performance.now() - start + slack < seconds * 1000 ? failure : '';
  }

  function listen() {
    let source;
    return inTime('keptBack', (done) => {
      let first = 0;
      source = new EventSource('/api/probe/events');
      source.addEventListener('first', () => { first = performance.now(); });
      source.addEventListener('second', () => done(performance.now() - first < leastGap ? 'collected' : ''));
      source.onerror = () => done('keptBack');
    }).finally(() => source.close());
  }

  function open() {
    let socket;
    return inTime('keptBack', (done) => {
      socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/ws/echo/');
      socket.onopen = () => socket.send('probe');
      socket.onmessage = () => done('');
      socket.onclose = () => done('keptBack');
    }).finally(() => {
      socket.onclose = null;
      socket.close();
    });
  }

  const probes = {
    'polling': () => ask(0, 'keptBack'),
    'long-polling': () => ask(hold, 'cut'),
    'websocket': open,
    'sse': listen,
  };

  // Of a page of this tab that was here before: {technique: obstacle}, of those that were tried.
  function known() {
    try {
      return JSON.parse(sessionStorage.getItem(storageKey)) || {};
    } catch (error) { // storage may be forbidden
      return {};
    }
  }

  function keep(results) {
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(results));
    } catch (error) {
      // Then the next page tries again.
    }
  }

  // Resolves to what is done to each of the techniques, {technique: obstacle}; '' for one that gets through. What has got
  // through in this tab is not tried again.
  PushLab.selfTest = async function (techniques) {
    const results = known();
    await Promise.all(techniques.map(async (technique) => {
      if (!probes[technique] || results[technique] === '')
        return;
      results[technique] = await probes[technique]() && await probes[technique]();
    }));
    keep(results);
    return Object.fromEntries(techniques.map((technique) => [technique, results[technique] || '']));
  };
})(window.PushLab);
