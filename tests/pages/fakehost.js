// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// PushLab's own API as far as the room client uses it, in the place of fetch, WebSocket and EventSource. Answers come late and, when
// `unreliable` is set, some are lost after the host has acted, on any way.
window.FakeHost = class {
  constructor() {
    this.realFetch = window.fetch;
    this.realWebSocket = window.WebSocket;
    this.realEventSource = window.EventSource;
    this.log = [];
    this.epoch = 'first';
    this.oldest = 1;
    this.ids = new Map();
    this.waiting = new Set();
    this.sockets = new Set();
    this.unreliable = 0; // probability
    this.down = false;
    this.reports = []; // of delays, repeats included
    this.refuse = null; // a text that is answered with 400
    this.settings = {technique: null, pollInterval: 0.02, hold: 0.2, conditioner: null};
    this.own = {}; // orders of each member, by its id
    this.isLocked = false;
    this.why = ''; // the log began
    this.infoRequests = 0;
    this.denial = null; // {code, error} of whoever asks what the room is
    this.nameGiven = ''; // that it has for the member
    const host = this;
    window.fetch = (address, options) => host.fetch(address, options || {});
    window.WebSocket = function (address) {
      return host.open(address);
    };
    window.EventSource = function (address) {
      return host.openSource(address);
    };
  }

  remove() {
    window.fetch = this.realFetch;
    window.WebSocket = this.realWebSocket;
    window.EventSource = this.realEventSource;
  }

  append(text, member, id, sent) {
    const key = id && member + ' ' + id;
    if (key && this.ids.has(key))
      return this.ids.get(key);
    const seq = this.oldest + this.log.length;
    this.log.push({seq, from: '', text, sent: sent || 0, accepted: performance.timeOrigin + performance.now(), via: null});
    if (key)
      this.ids.set(key, seq);
    this.tell();
    return seq;
  }

  // The teacher changes class settings.
  set(changes) {
    this.settings = Object.assign({}, this.settings, changes);
    this.control({kind: 'settings', settings: this.settings});
  }

  // The teacher orders something of one member, of which the log says no more than that.
  order(member, own) {
    this.own[member] = own;
    this.control({kind: 'own'});
  }

  withdraw(seq) {
    this.log[seq - this.oldest] = {seq, withdrawn: true};
    this.control({kind: 'withdraw', seq});
  }

  control(control) {
    this.log.push({seq: this.oldest + this.log.length, accepted: performance.timeOrigin + performance.now(), control});
    this.tell();
  }

  tell() {
    for (const wake of this.waiting)
      wake();
    for (const socket of this.sockets)
      this.push(socket);
  }

  // The log begins anew, as after a restart of the host.
  restart() {
    Object.assign(this, {epoch: 'next', log: [], oldest: 1, ids: new Map()});
    for (const socket of [...this.sockets])
      this.drop(socket);
  }

  clear() {
    this.why = 'cleared';
    this.restart();
    this.tell();
  }

  trim(oldest) {
    this.log = this.log.filter((message) => message.seq >= oldest);
    this.oldest = oldest;
  }

  info(member) {
    return Object.assign({name: this.nameGiven, epoch: this.epoch, oldest: this.oldest, next: this.oldest + this.log.length - 1,
      settings: this.settings, now: performance.timeOrigin + performance.now()},
      this.own[member] && {own: this.own[member]}, this.why && {why: this.why});
  }

  unlucky() {
    return this.down || Math.random() < this.unreliable;
  }

  async fetch(address, options) {
    const url = new URL(address, 'http://host');
    if (options.signal.aborted || this.down)
      throw new Error('no connection');
    const answer = options.method === 'POST' ? this.post(url, JSON.parse(options.body)) : await this.get(url, options.signal);
    await Tests.sleep(Math.random() * 5);
    if (options.signal.aborted || this.unlucky())
      throw new Error('connection lost');
    return new Response(JSON.stringify(answer.body), {status: answer.status});
  }

  post(url, message) {
    if (url.pathname.endsWith('/reports')) {
      this.reports.push(message);
      return {status: 200, body: {}};
    }
    if (this.settings.frozen)
      return {status: 403, body: {error: 'not now', code: 'frozen'}};
    if (message.text === this.refuse)
      return {status: 400, body: {error: 'not this one', code: 'refused'}};
    return {status: 201, body: {seq: this.append(message.text, message.member, message.id, message.sent)}};
  }

  async get(url, signal) {
    const field = (name) => url.searchParams.get(name);
    if (url.pathname === '/api/time')
      return {status: 200, body: {now: performance.timeOrigin + performance.now()}};
    if (!url.pathname.endsWith('/messages')) {
      ++this.infoRequests;
      if (this.isLocked || this.denial)
        return {status: 403, body: this.denial || {error: 'locked', code: 'locked'}};
      return {status: 200, body: this.info(field('member'))};
    }
    Tests.same(field('v'), '2', 'control entries are asked for');
    const sameEpoch = field('epoch') === this.epoch;
    const after = Number(field('after'));
    if (sameEpoch && Number(field('wait')) > 0 && this.info().next <= after)
      await this.wait(Number(field('wait')) * 1000, signal);
    const messages = sameEpoch ? this.log.filter((message) => message.seq > after) : [];
    const next = messages.length ? messages[messages.length - 1].seq : sameEpoch ? after : this.oldest - 1;
    return {status: 200, body: Object.assign(this.info(), {messages, next})};
  }

  wait(ms, signal) {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      setTimeout(wake, ms);
    });
  }

  open(address) {
    const fields = new URL(address).searchParams;
    const socket = {member: fields.get('member'), queue: Promise.resolve(), readyState: 0,
      after: fields.get('epoch') === this.epoch ? Number(fields.get('after')) : this.oldest - 1,
      send: (text) => this.receive(socket, JSON.parse(text)), close: () => this.sockets.delete(socket)};
    setTimeout(() => {
      if (this.down) {
        this.drop(socket);
        return;
      }
      this.sockets.add(socket);
      this.deliver(socket, {welcome: this.info(socket.member)});
      this.push(socket);
    }, 1);
    return socket;
  }

  openSource(address) {
    const fields = new URL(address, 'http://host').searchParams;
    Tests.same(fields.get('v'), '2', 'control entries are asked for');
    const listeners = {};
    const source = {listeners, member: fields.get('member'), queue: Promise.resolve(), after: Number(fields.get('after')),
      addEventListener: (type, listener) => listeners[type] = listener, close: () => this.sockets.delete(source)};
    setTimeout(() => {
      if (this.down) {
        this.drop(source);
        return;
      }
      this.sockets.add(source);
      if (fields.get('epoch') !== this.epoch) {
        this.deliver(source, {epoch: this.info(source.member)});
        return;
      }
      this.deliver(source, {welcome: this.info(source.member)});
      this.push(source);
    }, 1);
    return source;
  }

  push(socket) {
    for (const message of this.log.filter((entry) => entry.seq > socket.after)) {
      socket.after = message.seq;
      const frame = Object.assign({}, message, message.text === undefined ? {} : {message: message.text});
      delete frame.text;
      this.deliver(socket, socket.listeners ? {[message.text === undefined ? 'control' : 'message']: message} : frame);
    }
  }

  receive(socket, frame) {
    if (!this.sockets.has(socket))
      return;
    if (this.settings.frozen)
      this.deliver(socket, {error: 'not now', code: 'frozen', id: frame.id});
    else if (frame.text === this.refuse)
      this.deliver(socket, {error: 'not this one', code: 'refused', id: frame.id});
    else
      this.deliver(socket, {ack: {id: frame.id, seq: this.append(frame.text, socket.member, frame.id, frame.sent)}});
  }

  // Frames arrive in order, a little later, or not at all once the connection is lost.
  deliver(socket, frame) {
    socket.queue = socket.queue.then(() => Tests.sleep(Math.random() * 2)).then(() => {
      if (!this.sockets.has(socket))
        return;
      if (Math.random() < this.unreliable / 10)
        this.drop(socket);
      else if (socket.listeners)
        Object.entries(frame).forEach(([type, data]) => socket.listeners[type]({data: JSON.stringify(data)}));
      else if (socket.onmessage)
        socket.onmessage({data: JSON.stringify(frame)});
    });
  }

  drop(socket) {
    this.sockets.delete(socket);
    if (socket.onclose)
      socket.onclose({});
    if (socket.onerror)
      socket.onerror({});
  }
};
