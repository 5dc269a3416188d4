// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of messages: follows its end while it is scrolled there, otherwise says how many are new.
(function (PushLab) {
  'use strict';

  const shownRows = 1000;
  const nearEnd = 40; // px
  const nameColours = 8;

  function nameClass(name) {
    let hash = 0;
    for (const character of name)
      hash = (hash * 31 + character.codePointAt(0)) % 65521;
    return 'name name-' + hash % nameColours;
  }

  PushLab.RoomLog = class {
    constructor(log, unread) {
      this.log = log;
      this.rows = PushLab.element('div', 'rows');
      this.pendingRows = PushLab.element('div', 'pending');
      this.pendingRows.setAttribute('aria-live', 'off'); // it is read when it is a message
      this.log.append(this.rows, this.pendingRows);
      this.unread = unread;
      this.unreadCount = 0;
      this.own = new Set(); // numbers of messages sent from here
      this.delays = new Map(); // {delay, uncertainty, technique} by number, of the last messages
      this.waiting = []; // rows for the next turn
      log.addEventListener('scroll', () => this.scrolled());
      unread.addEventListener('click', () => this.toEnd());
    }

    atEnd() {
      return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < nearEnd;
    }

    toEnd() {
      this.log.scrollTop = this.log.scrollHeight;
      this.scrolled();
    }

    scrolled() {
      if (this.atEnd())
        this.unreadCount = 0;
      PushLab.show(this.unread, this.unreadCount ? PushLab.t('room.unread', {count: this.unreadCount}) : '');
    }

    // list: {message, delay, uncertainty, technique}. Rows of one turn are inserted together, because a replay comes as one frame
    // per message.
    add(list) {
      for (const received of list)
        this.queue(this.messageRow(received), true);
    }

    addNotice(text) {
      this.queue(PushLab.element('p', 'gap', text), false);
    }

    queue(row, isMessage) {
      if (this.waiting.length === 0)
        setTimeout(() => this.flush(), 0);
      this.waiting.push({row, isMessage});
    }

    flush() {
      const follow = this.atEnd();
      this.rows.append(...this.waiting.map((entry) => entry.row));
      if (!follow)
        this.unreadCount += this.waiting.filter((entry) => entry.isMessage).length;
      this.waiting = [];
      while (this.rows.children.length > shownRows)
        this.rows.firstElementChild.remove();
      if (follow)
        this.toEnd();
      this.scrolled();
    }

    messageRow(received) {
      const {message} = received;
      if (received.delay !== null)
        this.noteDelay(message.seq, received);
      const {delay, uncertainty, technique} = this.delays.get(message.seq) || {delay: null};
      const row = PushLab.element('div', this.own.has(message.seq) ? 'message own' : 'message');
      row.dataset.seq = message.seq;
      const time = PushLab.element('time', '',
        new Date(message.accepted).toLocaleTimeString(PushLab.t('numbers.locale')));
      time.dateTime = new Date(message.accepted).toISOString();
      const via = PushLab.techniqueText(message.via) || PushLab.t('room.unknownVia');
      row.title = PushLab.t('room.via', {seq: message.seq, technique: via});
      row.append(time, ' ');
      if (message.from)
        row.append(PushLab.element('bdi', nameClass(message.from), PushLab.shownName(message.from)), ' ');
      row.append(PushLab.element('span', 'text', PushLab.shownText(message.text)));
      if (delay !== null)
        row.append(' ', PushLab.element('span', 'delay technique ' + technique,
          PushLab.t('room.delay', {ms: PushLab.measuredDelay(delay, uncertainty)})));
      return row;
    }

    noteDelay(seq, {delay, uncertainty, technique}) {
      this.delays.set(seq, {delay, uncertainty, technique});
      if (this.delays.size > shownRows)
        this.delays.delete(this.delays.keys().next().value);
    }

    // The state that a reloaded page cannot get from the host again.
    save() {
      return {own: Array.from(this.own).slice(-shownRows), delays: Array.from(this.delays)};
    }

    restore(kept) {
      this.own = new Set(kept.own);
      this.delays = new Map(kept.delays);
    }

    // Numbers start again: former ones mean other messages.
    forget() {
      this.restore({own: [], delays: []});
    }

    markOwn(seq) {
      this.own.add(seq);
      const row = this.rows.querySelector('[data-seq="' + seq + '"]')
        || this.waiting.map((entry) => entry.row).find((waiting) => waiting.dataset.seq === String(seq));
      if (row)
        row.classList.add('own');
    }

    // Shows the messages that are not acknowledged; actions: {retry(id), discard(id)}
    showPending(items, actions) {
      const follow = this.atEnd();
      this.pendingRows.replaceChildren(...items.map((item) => this.pendingRow(item, actions)));
      if (follow)
        this.toEnd();
    }

    pendingRow(item, actions) {
      const row = PushLab.element('div', 'message own ' + item.state);
      row.append(PushLab.element('span', 'text', PushLab.shownText(item.text)), ' ');
      if (item.state !== 'failed') {
        row.append(PushLab.element('span', 'delay', PushLab.t('room.sending')));
        return row;
      }
      row.append(PushLab.element('span', 'error', PushLab.t('room.failed', {reason: item.reason})), ' ');
      for (const [text, action] of [[PushLab.t('room.retry'), actions.retry], [PushLab.t('room.discard'), actions.discard]]) {
        const button = PushLab.element('button', '', text);
        button.type = 'button';
        button.addEventListener('click', () => action(item.id));
        row.append(button, ' ');
      }
      return row;
    }
  };
})(window.PushLab);
