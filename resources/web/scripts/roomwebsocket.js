// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// WebSocket: one request, then frames in both directions.
(function (PushLab) {
  'use strict';

  const welcomePatience = 10000; // ms
  const policyViolation = 1008; // RFC 6455 7.4.1
  const rateLimitPause = 1100; // ms
  const ackPatience = 15000; // a path that died without a word is noticed by the acknowledgement that does not come

  function addressOf(client) {
    const fields = new URLSearchParams({after: client.cursor.after, member: client.member, name: client.name, v: 2,
      epoch: client.cursor.epoch});
    return location.origin.replace(/^http/, 'ws') + '/ws/chat/' + encodeURIComponent(client.room) + '/?' + fields;
  }

  PushLab.techniques = PushLab.techniques || {};
  PushLab.techniques['websocket'] = class {
    static ownSending = true;

    constructor(client) {
      this.client = client;
      this.socket = null;
      this.welcomed = false;
      this.timer = 0;
      this.ackTimer = 0;
      this.pauseTimer = 0;
      this.isPausing = false;
    }

    start() {
      const client = this.client;
      client.setState({kind: 'connecting'});
      client.count('requests');
      const socket = new WebSocket(addressOf(client));
      this.socket = socket;
      socket.onmessage = (event) => this.receive(event.data);
      socket.onclose = (event) => this.closed(event);
      this.timer = setTimeout(() => this.fail(), welcomePatience);
    }

    closed(event) {
      if (event.code === policyViolation) {
        const parts = event.reason.match(/^([a-z-]+): (.*)$/) || ['', '', event.reason];
        this.client.denyAccess(parts[1], parts[2]);
        return;
      }
      const wasRefused = !this.welcomed;
      this.fail(event.reason);
      if (wasRefused)
        this.client.readInfo(); // a script is not told why a handshake failed: this request is
    }

    fail(reason) {
      this.stop();
      this.client.failed(reason);
    }

    stop() {
      clearTimeout(this.timer);
      clearTimeout(this.ackTimer);
      clearTimeout(this.pauseTimer);
      this.socket.onmessage = null;
      this.socket.onclose = null;
      this.socket.close();
      this.welcomed = false;
    }

    receive(text) {
      const client = this.client;
      client.count('bytes', PushLab.utf8Length(text));
      let frame;
      try {
        frame = JSON.parse(text);
      } catch (error) {
        return; // not from this protocol
      }
      if (frame.welcome)
        this.welcome(frame.welcome);
      else if (frame.ack)
        this.acknowledge(frame.ack);
      else if (frame.error !== undefined)
        this.refuse(frame);
      else if (typeof frame.seq === 'number')
        client.takeMessages([Object.assign({}, frame, {text: frame.message})]);
    }

    welcome(info) {
      clearTimeout(this.timer);
      this.welcomed = true;
      this.client.takeWelcome(info);
      if (!this.welcomed)
        return; // the teacher has just set another technique
      this.client.setState({kind: 'connected'});
      this.send();
    }

    acknowledge(ack) {
      clearTimeout(this.ackTimer);
      this.client.acknowledged(ack.id, ack.seq);
      if (this.client.outbox.items.some((item) => item.state === 'sent'))
        this.expectAck();
    }

    refuse(frame) {
      clearTimeout(this.ackTimer);
      const item = this.client.outbox.find(frame.id);
      if (frame.code === 'too-fast' && item) {
        item.state = 'queued';
        this.pause();
      } else if (frame.id) {
        this.client.refused(frame.id, PushLab.refusalText(frame.code, frame.error));
      }
    }

    // Too many messages: the rest is sent later, in order.
    pause() {
      clearTimeout(this.pauseTimer);
      this.isPausing = true;
      this.pauseTimer = setTimeout(() => {
        this.isPausing = false;
        this.send();
      }, rateLimitPause);
    }

    expectAck() {
      clearTimeout(this.ackTimer);
      this.ackTimer = setTimeout(() => this.fail(), ackPatience);
    }

    send() {
      if (!this.welcomed || this.isPausing)
        return; // what waits goes with the welcome
      const client = this.client;
      for (let item = client.outbox.next(); item; item = client.outbox.next()) {
        const text = JSON.stringify({text: item.text, from: item.from, id: item.id, sent: item.sent});
        item.state = 'sent';
        this.socket.send(text);
        client.count('sends');
        client.count('bytes', PushLab.utf8Length(text));
        this.expectAck();
      }
    }
  };
})(window.PushLab);
