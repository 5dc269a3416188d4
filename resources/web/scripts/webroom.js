// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The room page: joins the client to what is seen and typed.
(function (PushLab) {
  'use strict';

  const refreshTime = 200; // ms
  const shortAbsence = 2000; // ms a tab may be hidden without a word
  const noticeTime = 15000;
  const byId = (id) => document.getElementById(id);
  const howText = (technique) => PushLab.t('room.how.' + technique,
    {interval: PushLab.number(client.settings.pollInterval), hold: PushLab.number(client.settings.hold)});
  const seconds = (ms) => PushLab.number(Math.max(0, ms) / 1000, 1);
  const states = {
    connecting: () => PushLab.t('room.connecting'),
    asking: () => PushLab.t('room.asking'),
    waiting: (state) => PushLab.t('room.waiting', {seconds: seconds(performance.now() - state.since)}),
    pausing: (state) => PushLab.t('room.pausing', {seconds: seconds(state.until - performance.now())}),
    connected: () => PushLab.t('room.connected'),
    retrying: () => PushLab.t('room.retrying'),
    'access-denied': () => PushLab.t('room.barred'),
    stopped: () => PushLab.t('room.stopped'),
  };

  const radios = byId('techniques').querySelectorAll('input');
  const input = byId('text');
  const log = new PushLab.RoomLog(byId('log'), byId('unread'));
  const numbers = new PushLab.RoomNumbers(byId('numbers'));
  const sparkline = new PushLab.Sparkline(byId('sparkline'));
  const orders = new PushLab.Orders(byId('orders'), input, byId('send'));
  let offered = PushLab.techniqueOrder; // techniques
  let hiddenSince = document.hidden ? performance.now() : null;
  let shownFrom = -Infinity; // host's time since which the tab is in sight
  let setAsideBefore = 0; // when the tab was hidden last
  let absence = 0; // seconds, of which the notice tells
  let noticeTimer = 0;

  const pendingActions = {
    retry: (id) => client.retry(id),
    discard: (id) => client.discard(id),
  };

  const client = new PushLab.RoomClient({
    room: roomName(),
    name: PushLab.names.current(),
    member: PushLab.member(),
    technique: firstTechnique(),
    hold: PushLab.data.hold,
    pollInterval: PushLab.data.pollInterval,
  }, {
    messages(list) {
      log.add(list);
      for (const received of list.filter((entry) => entry.delay !== null))
        sparkline.add(received.delay, received.uncertainty, received.technique);
    },
    gap(gap) {
      if (gap.kind === 'new-epoch')
        log.forget();
      log.addNotice(gap.kind !== 'new-epoch' ? PushLab.t('room.trimmed', {count: gap.missed})
        : gap.why === 'cleared' ? PushLab.t('room.cleared') : PushLab.t('room.newEpoch'));
    },
    earlier: () => log.addNotice(PushLab.t('room.earlier')),
    state: () => showState(),
    pending: () => log.showPending(client.outbox.items, pendingActions),
    acknowledged: (id, seq) => log.markOwn(seq),
    mark: (name) => log.addNotice(PushLab.t('room.mark', {name: PushLab.isolated(name)})),
    settings(settings, own) {
      lockTechnique(own.technique || settings.technique, settings.techniques, Boolean(own.technique));
      orders.show(settings, own);
      PushLab.show(byId('network'), PushLab.networkText(settings.conditioner));
    },
    isSetAside: (hostTime) => document.hidden || hostTime < shownFrom,
  });

  function roomName() {
    return PushLab.data.room || decodeURIComponent(location.pathname.split('/')[2] || '') || 'lobby';
  }

  function firstTechnique() {
    const wanted = PushLab.data.technique || PushLab.query.get('technique');
    return PushLab.techniques[wanted] ? wanted : PushLab.defaultTechnique;
  }

  function showTechnique() {
    for (const radio of radios)
      radio.checked = radio.value === client.technique;
    byId('how').textContent = howText(client.technique);
  }

  // The teacher may set one technique for the class, or for this member (isOwn), or offer some. Who uses another moves.
  function lockTechnique(technique, techniques, isOwn) {
    const locked = Boolean(PushLab.techniques[technique]);
    offered = PushLab.techniqueOrder.filter((name) => PushLab.techniques[name] && (techniques || offered).includes(name));
    PushLab.show(byId('technique-lock'), locked && !isOwn ? PushLab.t('room.locked') : '');
    if (locked)
      client.setTechnique(technique);
    else if (!offered.includes(client.technique))
      client.setTechnique(offered.includes(PushLab.defaultTechnique) ? PushLab.defaultTechnique : offered[offered.length - 1]);
    for (const radio of radios) {
      radio.disabled = locked && radio.value !== technique;
      radio.parentElement.hidden = !offered.includes(radio.value) && radio.value !== client.technique;
    }
    showTechnique();
  }

  function showState() {
    const state = client.state;
    const retrying = state.kind === 'retrying';
    byId('state').textContent = states[state.kind](state);
    byId('dot').className = 'dot ' + client.technique + ' ' + state.kind;
    const accessDenied = state.kind === 'access-denied';
    byId('banner').hidden = !retrying && !accessDenied;
    byId('retry-now').textContent = retrying ? PushLab.t('room.retryNow')
      : PushLab.needsPin(state.code) ? PushLab.t('room.enterPin') : PushLab.t('room.tryAgain');
    if (accessDenied)
      byId('banner-text').textContent = state.code === 'locked' ? PushLab.t('room.lockedOut') : PushLab.refusalText(state.code, state.reason);
    if (!retrying)
      return;
    const left = seconds(state.until - performance.now());
    byId('banner-text').textContent = state.reason
      ? PushLab.t('room.lostBecause', {reason: state.reason, seconds: left}) : PushLab.t('room.lost', {seconds: left});
  }

  function showClock() {
    if (!client.clock.known)
      return;
    const {offset, uncertainty} = client.clock.best;
    byId('clock').textContent = PushLab.t('room.clock',
      {value: PushLab.measured(offset, uncertainty)});
  }

  // What was chosen here holds when the page is loaded anew, whatever its address said at first.
  function keepInAddress(field, value) {
    const address = new URL(location.href);
    address.searchParams.set(field, value);
    history.replaceState(history.state, '', address.href);
  }

  function save(least) {
    return Object.assign({client: client.save(), log: log.save()}, least ? {} : {sparkline: sparkline.samples});
  }

  // Of a duplicated tab it is the other's.
  function restore(kept) {
    if (kept.client.member !== client.member)
      return;
    client.restore(kept.client);
    log.restore(kept.log);
    log.showPending(client.outbox.items, pendingActions);
    sparkline.samples = kept.sparkline || [];
    sparkline.draw();
  }

  function setAsideCount() {
    return Object.values(client.counters).reduce((sum, counters) => sum + counters.setAside, 0);
  }

  // Counts along: what was accepted in that time may still come.
  function showAbsence() {
    PushLab.show(byId('hidden-notice'), absence === 0 ? '' : PushLab.t('room.hidden',
      {seconds: PushLab.number(absence, 0), count: PushLab.number(setAsideCount() - setAsideBefore)}));
  }

  function refresh() {
    showState();
    if (absence)
      showAbsence();
    showClock();
    numbers.show(client.counters, client.technique, offered);
  }

  function send() {
    if (input.value === '')
      return;
    if (client.send(input.value)) {
      input.value = '';
      PushLab.show(byId('send-error'), '');
      log.toEnd();
    } else {
      const size = Math.ceil(PushLab.utf8Length(input.value) / 1024);
      PushLab.show(byId('send-error'), PushLab.t('room.tooLong', {size}));
    }
    fitInput();
  }

  function fitInput() {
    input.rows = Math.min(6, input.value.split('\n').length);
  }

  function visibilityChanged() {
    if (document.hidden) {
      hiddenSince = performance.now();
      setAsideBefore = setAsideCount();
      return;
    }
    const hiddenFor = hiddenSince === null ? 0 : performance.now() - hiddenSince;
    hiddenSince = null;
    shownFrom = client.clock.hostNow();
    if (hiddenFor < shortAbsence)
      return;
    absence = hiddenFor / 1000;
    showAbsence();
    clearTimeout(noticeTimer);
    noticeTimer = setTimeout(() => {
      absence = 0;
      showAbsence();
    }, noticeTime);
  }

  byId('techniques').addEventListener('change', (event) => {
    client.setTechnique(event.target.value);
    keepInAddress('technique', client.technique);
    showTechnique();
  });
  byId('send-form').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  input.addEventListener('keydown', (event) => {
    // While an input method composes, Enter is its own; 229 is how older engines say so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    send();
  });
  input.addEventListener('input', fitInput);
  byId('name').addEventListener('change', () => {
    client.name = byId('name').value;
    PushLab.names.remember(client.name);
    keepInAddress('name', client.name);
  });
  byId('retry-now').addEventListener('click', () => {
    if (client.state.kind === 'access-denied' && PushLab.needsPin(client.state.code))
      location.reload(); // the host asks for the PIN in place of the page
    else
      client.retryNow();
  });
  window.addEventListener('online', () => {
    if (client.state.kind === 'retrying')
      client.retryNow();
  });
  document.addEventListener('visibilitychange', visibilityChanged);
  window.addEventListener('pagehide', () => client.stop());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted)
      client.start();
  });

  byId('room-name').textContent = PushLab.shownName(client.room);
  document.title = PushLab.shownName(client.room) + ' · PushLab';
  byId('name').value = client.name;
  PushLab.names.remember(client.name);
  lockTechnique(PushLab.data.technique, PushLab.data.techniques);
  PushLab.keep('pushlab-room ' + client.room, save, restore);
  setInterval(refresh, refreshTime);
  client.start();
  PushLab.roomClient = client; // for the curious at the console
})(window.PushLab);
