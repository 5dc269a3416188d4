// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of messages: follows its end only while it is there, and otherwise says how many are new. Rows stand in groups that
// the browser lays out only near to where one reads, so that ten thousand stay quick and its own search still finds them.
(function (PushLab) {
  'use strict';

  const shownRows = 20000;
  const groupRows = 50; // as the style sheet knows
  const rowChange = 1.1; // of the height of a row, by which what is not laid out is estimated
  const keptDelays = 1000;
  const nearEnd = 40; // px
  const settlingFrames = 6;
  const nameColours = 8;

  function nameClass(name) {
    let hash = 0;
    for (const character of name)
      hash = (hash * 31 + character.codePointAt(0)) % 65521;
    return 'name name-' + hash % nameColours;
  }

  let clockTime = null; // a new formatter for each message would be slow
  function timeText(time) {
    clockTime = clockTime || new Intl.DateTimeFormat(PushLab.t('numbers.locale'), {timeStyle: 'medium'});
    return clockTime.format(time);
  }

  PushLab.RoomLog = class {
    constructor(log, unread) {
      this.log = log;
      this.rows = PushLab.element('div', 'rows');
      this.count = 0; // of rows
      this.bySeq = new Map(); // the row of each message
      this.follows = true; // its end
      this.settles = 0; // frames
      this.top = 0; // px: where it was scrolled to
      this.rowHeight = 1; // px
      log.classList.add('following');
      this.dropped = () => {};
      this.earlierRows = PushLab.element('div', 'rows');
      this.earlierRows.setAttribute('aria-live', 'off'); // who loads them reads them there
      this.pendingRows = PushLab.element('div', 'pending');
      this.pendingRows.setAttribute('aria-live', 'off'); // it is read when it is a message
      this.log.append(this.earlierRows, this.rows, this.pendingRows);
      this.unread = unread;
      this.unreadCount = 0;
      this.own = new Set(); // numbers of messages sent from here
      this.delays = new Map(); // {delay, uncertainty, technique} by number, of the last messages
      this.waiting = []; // rows for the next turn
      log.addEventListener('scroll', () => this.scrolled());
      const resized = new ResizeObserver((changes) => {
        if (changes.some((change) => change.target === log))
          this.settle();
        this.keepAtEnd();
      });
      for (const element of [log, this.rows, this.pendingRows])
        resized.observe(element);
      unread.addEventListener('click', () => this.toEnd());
    }

    atEnd() {
      return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < nearEnd;
    }

    toEnd() {
      this.setFollows(true);
      this.keepAtEnd();
    }

    setFollows(follows) {
      this.follows = follows;
      this.log.classList.toggle('following', follows);
      if (follows)
        this.unreadCount = 0;
      this.showUnread();
    }

    keepAtEnd() {
      if (!this.follows)
        return;
      this.log.scrollTop = this.log.scrollHeight;
      this.top = this.log.scrollTop;
    }

    // The log has got another size. What scrolls it in this frame or the next ones is the browser that lays it out anew.
    settle() {
      this.settles = settlingFrames;
      const step = () => {
        if (--this.settles > 0)
          requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    }

    // Tells the style sheet how high a row is here, as those of the last group are, so that little moves when others are laid out.
    estimate() {
      const group = this.rows.lastElementChild;
      const height = group ? group.offsetHeight / group.children.length : 0;
      if (height === 0 || Math.max(height / this.rowHeight, this.rowHeight / height) < rowChange)
        return;
      this.rowHeight = height;
      this.log.style.setProperty('--row', height + 'px');
    }

    // Only who scrolls, or searches, leaves the end; a keyboard that opens or a text that wraps anew does not.
    scrolled() {
      const isUp = this.log.scrollTop < this.top;
      this.top = this.log.scrollTop;
      if (this.settles > 0 || !isUp) // what is laid out only now moves the end away
        this.keepAtEnd();
      this.setFollows(this.atEnd());
    }

    showUnread() {
      PushLab.show(this.unread, this.unreadCount ? PushLab.t('room.unread', {count: PushLab.number(this.unreadCount)}) : '');
    }

    // list: {message, delay, uncertainty, technique}. Rows of one turn are inserted together, because a replay comes as one frame
    // per message.
    add(list) {
      for (const received of list)
        this.queue(this.messageRow(received), true);
    }

    // Messages of before all that are shown. What is in sight stays there.
    addBefore(messages) {
      const fromEnd = this.log.scrollHeight - this.log.scrollTop;
      const rows = messages.filter((message) => message.text !== undefined)
        .map((message) => this.messageRow({message, delay: null}));
      this.count += rows.length;
      for (let end = rows.length; end > 0; end -= groupRows) {
        const group = PushLab.element('div', 'group');
        group.append(...rows.slice(Math.max(0, end - groupRows), end));
        this.earlierRows.prepend(group);
      }
      this.log.scrollTop = this.log.scrollHeight - fromEnd;
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
      const rows = this.waiting.map((entry) => entry.row);
      if (!this.follows)
        this.unreadCount += this.waiting.filter((entry) => entry.isMessage).length;
      this.waiting = [];
      this.append(rows);
      while (this.count > shownRows)
        this.dropGroup();
      this.estimate();
      this.keepAtEnd();
      this.showUnread();
    }

    append(rows) {
      this.count += rows.length;
      for (let group = this.rows.lastElementChild; rows.length; group = this.rows.lastElementChild) {
        const room = group ? groupRows - group.children.length : 0;
        if (room > 0)
          group.append(...rows.splice(0, room));
        else
          this.rows.append(PushLab.element('div', 'group'));
      }
    }

    // The oldest rows go; where the log begins now, dropped() is told.
    dropGroup() {
      const group = this.earlierRows.firstElementChild || this.rows.firstElementChild;
      this.count -= group.children.length;
      for (const row of group.children)
        this.bySeq.delete(row.dataset.seq);
      group.remove();
      const first = this.log.querySelector('.message');
      if (first)
        this.dropped(Number(first.dataset.seq));
    }

    messageRow(received) {
      const {message} = received;
      if (received.delay !== null)
        this.noteDelay(message.seq, received);
      const {delay, uncertainty, technique} = this.delays.get(message.seq) || {delay: null};
      const row = PushLab.element('div', this.own.has(message.seq) ? 'message own' : 'message');
      row.dataset.seq = message.seq;
      this.bySeq.set(row.dataset.seq, row);
      const time = PushLab.element('time', '', timeText(message.accepted));
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

    // The teacher has taken it back. Returns whether it was sent from here, and its text as it was shown; null when it was not shown.
    withdraw(seq) {
      const row = this.bySeq.get(String(seq));
      if (!row)
        return null;
      const withdrawn = {own: this.own.has(seq), text: row.querySelector('.text').textContent};
      this.bySeq.delete(row.dataset.seq);
      this.own.delete(seq);
      this.delays.delete(seq);
      this.waiting = this.waiting.filter((entry) => entry.row !== row);
      const group = row.parentElement;
      if (!group)
        return withdrawn;
      row.remove();
      this.count -= 1;
      if (group.children.length === 0)
        group.remove();
      this.keepAtEnd();
      return withdrawn;
    }

    noteDelay(seq, {delay, uncertainty, technique}) {
      this.delays.set(seq, {delay, uncertainty, technique});
      if (this.delays.size > keptDelays)
        this.delays.delete(this.delays.keys().next().value);
    }

    // The state that a reloaded page cannot get from the host again.
    save() {
      return {own: Array.from(this.own).slice(-keptDelays), delays: Array.from(this.delays)};
    }

    restore(kept) {
      this.own = new Set(kept.own);
      this.delays = new Map(kept.delays);
    }

    // Numbers start again: former ones mean other messages.
    forget() {
      this.restore({own: [], delays: []});
      this.bySeq.clear();
    }

    markOwn(seq) {
      this.own.add(seq);
      const row = this.bySeq.get(String(seq));
      if (row)
        row.classList.add('own');
    }

    // Shows the messages that are not acknowledged; actions: {retry(id), discard(id)}
    showPending(items, actions) {
      this.pendingRows.replaceChildren(...items.map((item) => this.pendingRow(item, actions)));
      this.keepAtEnd();
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
