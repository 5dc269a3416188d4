// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The room page: connects the client with what is shown and typed.
(function (PushLab) {
  'use strict';

  const refreshTime = 200; // ms
  const shortAbsence = 2000; // ms a tab may be hidden without a word
  const noticeTime = 15000;
  const byId = (id) => document.getElementById(id);
  const howText = (technique) => PushLab.t('room.how.' + technique,
    {interval: PushLab.number(client.settings.pollInterval), hold: PushLab.number(client.settings.hold)});

  const obstacleWords = {
    keptBack: (values) => PushLab.t('room.obstacle.keptBack', values),
    cut: (values) => PushLab.t('room.obstacle.cut', values),
    collected: (values) => PushLab.t('room.obstacle.collected', values),
  };

  const radios = byId('techniques').querySelectorAll('input');
  const input = byId('text');
  const log = new PushLab.RoomLog(byId('log'), byId('unread'));
  const numbers = new PushLab.RoomNumbers(byId('numbers'));
  const sparkline = new PushLab.Sparkline(byId('sparkline'));
  const stateView = new PushLab.RoomState();
  const raceFlash = new PushLab.RaceFlash(byId('race-flash'), byId('race-notice'));
  const orders = new PushLab.Orders(byId('orders'), input, byId('send'));
  const question = new PushLab.RoomQuestion(() => client);
  const earlier = new PushLab.RoomEarlier(byId('log'), () => client,
    (messages) => log.addBefore(messages.filter(({seq}) => !client.withdrawn.has(seq))));
  log.dropped = (before) => earlier.offer(before, client.cursor.epoch);
  const recall = new PushLab.RoomRecall(input, fitInput);
  let offered = PushLab.techniqueOrder; // techniques
  let obstacles = {}; // what keeps techniques from getting through
  let isTested = false;
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
      if (gap.kind === 'new-epoch') {
        log.forget();
        earlier.forget();
      }
      log.addNotice(gap.kind !== 'new-epoch' ? PushLab.t('room.trimmed', {count: PushLab.number(gap.missed)})
        : gap.why === 'cleared' ? PushLab.t('room.cleared') : PushLab.t('room.newEpoch'));
    },
    earlier: (before, epoch) => earlier.offer(before, epoch),
    state: () => showState(),
    pending: () => log.showPending(client.outbox.items, pendingActions),
    acknowledged: (id, seq) => log.markOwn(seq),
    mark: (name) => log.addNotice(PushLab.t('room.mark', {name: PushLab.isolated(name)})),
    withdrawn(seq) {
      const message = log.withdraw(seq);
      if (message && message.own)
        recall.forget(message.text);
    },
    race(receipt) {
      if (receipt.left > 0)
        raceFlash.show(receipt);
      log.addNotice(receipt.left > 0 ? PushLab.receiptText(receipt) : PushLab.t('race.title', {number: receipt.number}));
    },
    raceResult: (race) => log.addNotice(PushLab.raceResultText(race)),
    settings(settings, own) {
      lockTechnique(own.technique || settings.technique, settings.techniques, Boolean(own.technique));
      testTechniques(settings, own);
      orders.show(settings, own);
      question.show();
      PushLab.show(byId('network'), PushLab.networkText(settings.conditioner));
    },
    // The host gives another where the wanted one is taken. What was wanted is asked for again the next time.
    named(given) {
      if (document.activeElement !== byId('name'))
        byId('name').value = given;
      if (given !== client.name && !PushLab.names.isInvented(client.name))
        log.addNotice(PushLab.t('room.nameTaken', {wanted: PushLab.isolated(client.name), name: PushLab.isolated(given)}));
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

  function closestOf(techniques, wanted) {
    if (techniques.includes(wanted))
      return wanted;
    return techniques.includes(PushLab.defaultTechnique) ? PushLab.defaultTechnique : techniques[techniques.length - 1];
  }

  // The technique, or what gets through in its place.
  function passable(technique) {
    const passing = offered.filter((name) => !obstacles[name]);
    return !obstacles[technique] || passing.length === 0 ? technique : closestOf(passing, technique);
  }

  // Not over a slow network that the host pretends: it would be taken for an obstacle.
  async function testTechniques(settings, own) {
    if (isTested || settings.conditioner)
      return;
    isTested = true;
    const set = own.technique || settings.technique;
    obstacles = await PushLab.selfTest(PushLab.techniqueOrder.filter((name) => offered.includes(name) || name === set));
    const kept = PushLab.techniqueOrder.filter((name) => obstacles[name]);
    if (kept.length === 0)
      return;
    lockTechnique(client.own.technique || client.settings.technique, client.settings.techniques, Boolean(client.own.technique));
    const words = kept.map((name) => obstacleWords[obstacles[name]]({technique: PushLab.techniqueText(name)}));
    PushLab.show(byId('obstacles'), words.concat(PushLab.t('room.obstacle.instead', {technique: PushLab.techniqueText(client.technique)}))
      .join(' '));
  }

  // The teacher may set one technique for the class, or for this member (isOwn), or offer some. A member that uses another one is
  // moved.
  function lockTechnique(technique, techniques, isOwn) {
    const locked = Boolean(PushLab.techniques[technique]);
    offered = PushLab.techniqueOrder.filter((name) => PushLab.techniques[name] && (techniques || offered).includes(name));
    PushLab.show(byId('technique-lock'), locked && !isOwn ? PushLab.t('room.locked') : '');
    client.setTechnique(passable(locked ? technique : closestOf(offered, client.technique)));
    for (const radio of radios) {
      radio.disabled = (locked && radio.value !== technique) || Boolean(obstacles[radio.value]);
      radio.parentElement.hidden = !offered.includes(radio.value) && radio.value !== client.technique;
    }
    showTechnique();
  }

  function showState() {
    stateView.show(client.state, client.technique);
  }

  function showClock() {
    if (!client.clock.known)
      return;
    const {offset, uncertainty} = client.clock.best;
    byId('clock').textContent = PushLab.t('room.clock',
      {value: PushLab.measured(offset, uncertainty)});
  }

  // The technique chosen here is kept when the page is reloaded, whatever its address says.
  function keepInAddress(field, value) {
    const address = new URL(location.href);
    address.searchParams.set(field, value);
    history.replaceState(history.state, '', address.href);
  }

  function save(least) {
    return Object.assign({client: client.save(), log: log.save()}, least ? {} : {sparkline: sparkline.samples});
  }

  // In a duplicated tab, it belongs to the original.
  function restore(kept) {
    if (kept.client.member !== client.member)
      return;
    client.restore(kept.client);
    log.restore(kept.log);
    log.showPending(client.outbox.items, pendingActions);
    sparkline.samples = kept.sparkline || [];
    sparkline.draw();
  }

  // As the member whose tab was closed, with its numbers, if there is one.
  async function begin() {
    await PushLab.comeBack(client.room, client.name);
    client.member = PushLab.member();
    const kept = PushLab.takeKept();
    if (kept)
      client.restore(kept);
    client.start();
  }

  function setAsideCount() {
    return Object.values(client.counters).reduce((sum, counters) => sum + counters.setAside, 0);
  }

  // Counts the time, because entries accepted meanwhile may still come.
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
      recall.remember(input.value);
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
    // While an input method is composing, Enter belongs to it; old engines say so by 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    send();
  });
  input.addEventListener('input', fitInput);
  byId('name').addEventListener('change', () => {
    client.rename(byId('name').value);
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
  if (PushLab.names.known())
    PushLab.names.remember(client.name);
  lockTechnique(PushLab.data.technique, PushLab.data.techniques);
  PushLab.keep('pushlab-room ' + client.room, save, restore);
  PushLab.leaveAs(() => ({room: client.room, name: client.name, kept: Object.assign(client.save(), {outbox: []})}),
    () => client.renewMember());
  setInterval(refresh, refreshTime);
  begin();
  PushLab.roomClient = client; // for the curious at the console
})(window.PushLab);
