// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Server-sent events: one request whose answer stays open, with one event per message. The EventSource is closed at its first
// error instead of reconnecting by itself, so that the room's own pauses apply and the page can show them. A stream uses one of
// the browser's six connections to the host: when too many tabs hold one already, this one polls instead, and is counted as
// polling.
(function (PushLab) {
  'use strict';

  const welcomePatience = 10000; // ms
  const renewal = 30000; // ms between two claims on a connection to hold
  const claim = 80000; // ms that each lasts

  PushLab.techniques = PushLab.techniques || {};
  PushLab.techniques['sse'] = class {
    constructor(client) {
      this.client = client;
      this.carrier = 'sse';
      this.source = null;
      this.polling = null; // in its place
      this.timer = 0;
      this.renewTimer = 0;
      this.welcomed = false;
    }

    start() {
      this.holdOn();
    }

    // Claims a connection, repeatedly while it holds one.
    holdOn() {
      clearTimeout(this.renewTimer);
      const holds = PushLab.holds.take(claim, this.client.settings.pollInterval, () => this.holdOn());
      this.renewTimer = setTimeout(() => this.holdOn(), renewal);
      if (holds && !this.source) {
        this.endPolling();
        this.open();
      } else if (!holds && !this.polling) {
        this.closeSource();
        this.carrier = 'polling';
        this.polling = new PushLab.techniques[this.carrier](this.client);
        this.polling.start();
      }
    }

    open() {
      const client = this.client;
      this.carrier = 'sse';
      client.setState({kind: 'connecting'});
      client.count('requests');
      const fields = new URLSearchParams({after: client.cursor.after, member: client.member, name: client.name, v: 2,
        epoch: client.cursor.epoch});
      const source = new EventSource(PushLab.roomPath(client.room, '/events?' + fields));
      this.source = source;
      this.timer = setTimeout(() => this.fail(), welcomePatience);
      const take = (type, action) => source.addEventListener(type, (event) => {
        if (source !== this.source)
          return; // it is closed, and this was on its way
        client.count('bytes', PushLab.utf8Length(event.data));
        action(JSON.parse(event.data));
      });
      take('welcome', (info) => this.welcome(info));
      take('message', (message) => client.takeMessages([message]));
      take('control', (entry) => client.takeMessages([entry]));
      take('gap', (gap) => client.note(client.cursor.check(client.cursor.epoch, gap.oldest)));
      take('epoch', (info) => this.beginAnew(info));
      take('refused', (refusal) => client.denyAccess(refusal.code, refusal.error));
      source.onerror = () => this.failed();
    }

    welcome(info) {
      clearTimeout(this.timer);
      this.welcomed = true;
      this.client.takeWelcome(info);
      if (!this.source)
        return; // the teacher has just set another technique
      this.client.setState({kind: 'connected'});
      this.send();
    }

    // The room has another log, whose entries are all new here.
    beginAnew(info) {
      this.client.takeWelcome(info);
      if (!this.source)
        return;
      this.closeSource();
      this.open();
    }

    failed() {
      const wasRefused = !this.welcomed;
      this.fail();
      if (wasRefused)
        this.client.readInfo(); // a script is not told the status of the answer: this request is
    }

    fail() {
      this.stop();
      this.client.failed('');
    }

    closeSource() {
      clearTimeout(this.timer);
      this.welcomed = false;
      if (!this.source)
        return;
      this.source.onerror = null;
      this.source.close();
      this.source = null;
    }

    endPolling() {
      if (this.polling)
        this.polling.stop();
      this.polling = null;
    }

    stop() {
      clearTimeout(this.renewTimer);
      this.closeSource();
      this.endPolling();
      PushLab.holds.release();
    }

    send() {
      this.client.sender.wake();
    }
  };
})(window.PushLab);
