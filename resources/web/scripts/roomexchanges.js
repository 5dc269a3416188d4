// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "My last exchanges": what the host recorded of this page's own connections, byte for byte, for a script cannot see it. The first look
// begins the recording. The host counts these requests with no technique.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms
  const patience = 10000;
  const mostRows = 300; // in sight
  const mostKept = 1000;
  const byId = (id) => document.getElementById(id);
  const dialog = byId('exchanges');
  const list = byId('exchange-list');
  const client = () => PushLab.roomClient;
  const rows = new Map(); // by number: {record, item}
  let next = 0; // records after that number are new
  let since = null; // when recording began
  let timer = 0;
  let isPaused = false;
  let chosen = null; // number
  let shown = null; // {record, bytes, parts}

  let clockTime = null;
  function timeText(ms) {
    clockTime = clockTime || new Intl.DateTimeFormat(PushLab.t('numbers.locale'), {timeStyle: 'medium', hour12: false});
    return clockTime.format(ms);
  }

  const tree = new PushLab.PartTree(byId('parts'), (part) => choosePart(part));
  const hex = new PushLab.HexPane(byId('hex'), {earlier: byId('hex-earlier'), later: byId('hex-later'), range: byId('hex-range')},
    (offset) => choosePart(tree.partAt(offset), true));

  function choosePart(part, fromBytes) {
    if (!part)
      return;
    if (fromBytes)
      tree.select(part);
    hex.mark(part.offset, part.size);
    PushLab.showPart(byId('part'), part, shown.record, shown.bytes);
  }

  function directionText(record) {
    return record.direction === 'up' ? PushLab.t('exchanges.up') : PushLab.t('exchanges.down');
  }

  function sizeText(record) {
    return PushLab.t('exchanges.sizes', {header: PushLab.number(record.headerBytes), payload: PushLab.number(record.payloadBytes)});
  }

  function rowFor(record) {
    const item = PushLab.element('div', 'exchange-row' + (record.technique ? ' technique ' + record.technique : ''));
    item.id = 'exchange-' + record.number;
    item.dataset.number = record.number;
    item.setAttribute('role', 'option');
    const arrow = PushLab.element('span', 'arrow', record.direction === 'up' ? '↑' : '↓');
    arrow.setAttribute('aria-hidden', 'true');
    item.append(PushLab.element('time', '', timeText(record.at)), ' ', arrow, PushLab.element('span', 'hidden', directionText(record)), ' ',
      PushLab.element('bdi', 'exchange-summary', record.summary || kindText(record)), ' ', PushLab.element('span', 'facts', sizeText(record)));
    return item;
  }

  function kindText(record) {
    return PushLab.t('exchanges.other') + ' · ' + record.kind;
  }

  function isShown(record) {
    return Boolean(record.technique) || byId('exchanges-all').checked;
  }

  function isAtEnd() {
    return list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  }

  function fill() {
    const follows = isAtEnd();
    const wanted = Array.from(rows.values()).filter(({record}) => isShown(record)).slice(-mostRows);
    for (const row of wanted) {
      row.item = row.item || rowFor(row.record);
      row.item.setAttribute('aria-selected', row.record.number === chosen);
    }
    list.replaceChildren(...wanted.map(({item}) => item));
    PushLab.show(byId('exchanges-none'), wanted.length ? '' : PushLab.t('exchanges.none'));
    if (follows && !isPaused)
      list.scrollTop = list.scrollHeight;
  }

  // A record that comes again takes its own place: a message in it was withdrawn. Another beginning: the host has started again.
  function take(data) {
    if (since !== null && data.since !== since) {
      rows.clear();
      next = 0;
      since = data.since;
      fill();
      return;
    }
    since = data.since;
    for (const record of data.records)
      rows.set(record.number, {record});
    const excess = rows.size - mostKept;
    Array.from(rows.keys()).forEach((number, i) => (number < data.oldest || i < excess) && rows.delete(number));
    next = data.next;
    if (data.records.length || !list.firstChild)
      fill();
    const begun = data.since ? PushLab.t('exchanges.since', {time: timeText(data.since)}) : '';
    const dropped = data.dropped ? PushLab.t('exchanges.dropped', {count: PushLab.number(data.dropped)}) : '';
    byId('exchanges-state').textContent = [begun, dropped].filter((text) => text).join(' · ');
  }

  function ask(fields) {
    const {room, member} = client();
    return PushLab.httpJson(PushLab.roomPath(room, '/traffic?') + new URLSearchParams({member, ...fields}), {timeout: patience});
  }

  async function update() {
    clearTimeout(timer);
    if (!dialog.open)
      return;
    if (!isPaused && !document.hidden) {
      try {
        const {data} = await ask({after: next});
        take(data);
        PushLab.show(byId('exchanges-error'), '');
      } catch (error) {
        PushLab.show(byId('exchanges-error'), PushLab.refusalText(error.code, error.message) || PushLab.t('exchanges.failed'));
      }
    }
    clearTimeout(timer);
    timer = setTimeout(update, pause);
  }

  function titleOf(record) {
    const technique = PushLab.techniqueText(record.technique) || PushLab.t('exchanges.other');
    return [directionText(record), technique, timeText(record.at)].join(' · ');
  }

  function showRecord(data, row) {
    const bytes = PushLab.bytesOf(data.bytes);
    shown = {record: data, bytes};
    byId('exchange-title').textContent = row.summary || kindText(row);
    const cut = row.size > bytes.length ? PushLab.t('exchanges.cut', {count: PushLab.number(bytes.length), size: PushLab.number(row.size)}) : '';
    const tls = row.tlsBytes ? PushLab.t('exchanges.tls', {count: PushLab.number(row.tlsBytes)}) : '';
    byId('exchange-facts').textContent = [titleOf(row), sizeText(row), tls, cut].filter((text) => text).join(' · ');
    const payload = new Uint8Array(bytes.length);
    const note = (parts) => parts.forEach((part) => (part.parts ? note(part.parts)
      : part.overhead || payload.fill(1, part.offset, part.offset + part.size)));
    note(data.parts);
    byId('exchange').hidden = false;
    dialog.classList.add('has-exchange');
    hex.show(bytes, (at) => payload[at] === 1);
    tree.show(data.parts, bytes);
    byId('part').replaceChildren();
    if (data.parts.length) {
      tree.select(data.parts[0]);
      choosePart(data.parts[0]);
    }
  }

  async function open(number) {
    chosen = number;
    list.setAttribute('aria-activedescendant', 'exchange-' + number);
    for (const item of list.children)
      item.setAttribute('aria-selected', Number(item.dataset.number) === number);
    try {
      const {data} = await ask({record: number, lang: document.documentElement.lang});
      if (chosen === number)
        showRecord(data, rows.get(number).record);
      PushLab.show(byId('exchanges-error'), '');
    } catch (error) {
      PushLab.show(byId('exchanges-error'), error.status === 404 ? PushLab.t('exchanges.gone')
        : PushLab.refusalText(error.code, error.message) || PushLab.t('exchanges.failed'));
    }
  }

  function listKey(event) {
    const items = Array.from(list.children);
    const at = items.findIndex((item) => Number(item.dataset.number) === chosen);
    const to = {ArrowDown: at + 1, ArrowUp: at < 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1}[event.key];
    if (!items[to])
      return;
    event.preventDefault();
    items[to].scrollIntoView({block: 'nearest'});
    open(Number(items[to].dataset.number));
  }

  function back() {
    dialog.classList.remove('has-exchange');
    list.focus();
  }

  byId('open-exchanges').addEventListener('click', () => {
    PushLab.closeRoomMenu();
    dialog.showModal();
    list.focus();
    update();
  });
  byId('exchanges-close').addEventListener('click', () => dialog.close());
  byId('exchange-back').addEventListener('click', back);
  byId('exchanges-all').addEventListener('change', fill);
  byId('exchanges-pause').addEventListener('click', () => {
    isPaused = !isPaused;
    byId('exchanges-pause').setAttribute('aria-pressed', isPaused);
  });
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]');
    if (item)
      open(Number(item.dataset.number));
  });
  list.addEventListener('keydown', listKey);
  dialog.addEventListener('close', () => byId('open-exchanges').focus());
  // A press beside the dialog closes nothing: bytes are marked with the mouse.
})(window.PushLab);
