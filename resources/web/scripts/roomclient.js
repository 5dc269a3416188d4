// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A member of a room: holds the cursor and the outbox, runs one technique at a time and can change it at any moment, reconnects
// with growing pauses. Independent of the page; reports by the callbacks in `events`.
(function (PushLab) {
  'use strict';

  const patience = 10000; // ms
  const shownHistory = 500; // messages
  const maxTextBytes = 64 * 1024;
  const leastMemberLife = 15; // s; the host forgets a member that has been away for longer

  PushLab.RoomClient = class {
    // options: room, name, technique, member (an id; generated if there is none), hold and pollInterval in seconds.
    // events: messages(list), gap(gap), state(state), pending(), settings(settings, own), acknowledged(id, seq),
    // earlier(before, epoch), and optionally mark(name), withdrawn(seq), race(receipt), raceResult(race);
    // isSetAside(hostTime): whether a delay that began then would be misleading
    constructor(options, events) {
      this.room = options.room;
      this.name = options.name; // as it is asked for
      this.givenName = options.name;
      this.technique = options.technique;
      this.inForce = new PushLab.SettingsInForce({hold: options.hold || 10, pollInterval: options.pollInterval || 2,
        technique: null, conditioner: null});
      this.events = events;
      this.member = options.member || PushLab.generateId();
      this.messagesPath = PushLab.roomPath(this.room, '/messages');
      this.cursor = new PushLab.LogCursor();
      this.outbox = new PushLab.Outbox();
      this.clock = new PushLab.Clock();
      this.sender = new PushLab.HttpSender(this);
      this.reporter = new PushLab.DelayReporter(this);
      this.backoff = new PushLab.Backoff();
      this.counters = Object.fromEntries(Object.keys(PushLab.techniques).map((technique) => [technique, PushLab.roomCounters()]));
      this.liveFrom = Infinity; // messages up to this number were there before us,
      this.liveSince = 0; // and so were those accepted before this time of the host
      this.countedTo = 0; // messages up to this number were counted before the page was loaded anew,
      this.countedEpoch = null; // in this epoch
      this.withdrawn = new Set(); // numbers of messages that the teacher has taken back
      this.leftAt = null; // when the host answered last before the failures since
      this.transport = null;
      this.stopped = true;
      this.isAskingRoom = false;
      this.pauseOutside = PushLab.pauseOutside; // ms
      this.timer = 0;
      this.state = {kind: 'connecting'};
    }

    start() {
      this.stopped = false;
      this.clock.run();
      this.reporter.start();
      this.inForce.forget();
      this.connect();
    }

    stop() {
      this.stopped = true;
      this.endTransport();
      this.sender.stop();
      this.clock.stop();
      this.reporter.stop();
      this.setState({kind: 'stopped'});
    }

    setTechnique(technique) {
      if (technique === this.technique)
        return;
      this.technique = technique;
      if (this.stopped)
        return;
      this.endTransport();
      this.outbox.requeueAll();
      this.connect();
    }

    // The state that a reloaded page continues with.
    save() {
      return {member: this.member, epoch: this.cursor.epoch, after: this.cursor.after, counters: this.counters,
        outbox: this.outbox.items, missed: this.reporter.missed, repeated: this.reporter.repeated};
    }

    // To be called before start().
    restore(kept) {
      for (const [technique, counters] of Object.entries(kept.counters))
        this.counters[technique] = PushLab.roomCounters(counters);
      this.outbox.items = kept.outbox;
      this.outbox.requeueAll();
      Object.assign(this, {countedTo: kept.after, countedEpoch: kept.epoch});
      Object.assign(this.reporter, {missed: kept.missed, repeated: kept.repeated});
    }

    // Another tab uses the same member: this one continues under another id, and keeps its figures. Not while a message is being
    // sent, because under another id it could be appended twice.
    renewMember() {
      if (this.outbox.items.some((item) => item.state === 'sent'))
        return;
      this.member = PushLab.renewMember();
      if (!this.transport)
        return;
      this.endTransport();
      this.connect();
    }

    // Asks for another name; named() follows with what the host makes of it.
    rename(name) {
      this.name = name;
      this.givenName = '';
      if (!this.stopped)
        this.readInfo();
    }

    // Queues a text; returns false when it is too long.
    send(text) {
      if (PushLab.utf8Length(text) > maxTextBytes)
        return false;
      this.outbox.add(text, this.name, this.clock.hostNow());
      this.events.pending();
      if (this.transport)
        this.transport.send();
      return true;
    }

    retry(id) {
      this.outbox.find(id).state = 'queued';
      this.events.pending();
      if (this.transport)
        this.transport.send();
    }

    discard(id) {
      this.outbox.remove(id);
      this.events.pending();
    }

    retryNow() {
      if (this.state.kind === 'retrying' || this.state.kind === 'access-denied')
        this.connect();
    }

    // Used by the techniques.

    async connect() {
      clearTimeout(this.timer);
      if (this.inForce.epoch === null && !await this.begin())
        return;
      if (this.stopped || this.transport)
        return;
      const life = 1000 * Math.max(leastMemberLife, 3 * this.settings.pollInterval);
      if (this.leftAt !== null && performance.now() - this.leftAt > life)
        this.liveSince = this.clock.hostNow(); // to the host we come anew
      this.transport = new PushLab.techniques[this.technique](this);
      this.transport.start();
      this.transport.send();
    }

    async begin() {
      if (this.state.code !== 'locked') // else it waits outside, and says so until it is in
        this.setState({kind: 'connecting'});
      const before = this.state;
      const info = await this.readInfo();
      if (this.stopped || this.transport)
        return true;
      if (!info) {
        if (this.state === before)
          this.failed();
        return false;
      }
      if (this.cursor.epoch !== null)
        return true; // it comes back: what it missed comes with the messages
      const after = Math.max(info.oldest - 1, info.next - shownHistory);
      this.cursor.begin(info.epoch, after);
      this.liveFrom = info.next;
      if (this.countedEpoch !== null && this.countedEpoch !== info.epoch) {
        this.countedTo = 0;
        this.events.gap({kind: 'new-epoch', missed: 0});
      }
      if (after >= info.oldest)
        this.events.earlier(after + 1, info.epoch);
      return true;
    }

    // The host's present room information, or null. Later changes by the teacher are in the room's log.
    async readInfo() {
      try {
        const fields = new URLSearchParams({member: this.member, name: this.name});
        const answer = await PushLab.httpJson(PushLab.roomPath(this.room, '?' + fields), {timeout: patience});
        this.useSettings(answer.data);
        return answer.data;
      } catch (error) {
        if (error.status === 403 && !this.stopped)
          this.denyAccess(error.code, error.message);
        return null;
      }
    }

    useSettings(info) {
      if (info.name && info.name !== this.givenName) { // an older host gives none
        this.givenName = info.name;
        this.events.named(info.name);
      }
      this.inForce.begin(info);
      this.events.settings(this.settings, this.own);
    }

    get settings() {
      return this.inForce.settings;
    }

    get own() {
      return this.inForce.own;
    }

    // Requests what follows the cursor; wait in seconds.
    async askForMessages(wait, timeout, signal) {
      const technique = this.carrier;
      this.countFor(technique, 'requests');
      const fields = new URLSearchParams({after: this.cursor.after, wait, member: this.member, name: this.name,
        epoch: this.cursor.epoch, v: 2});
      const answer = await PushLab.httpJson(this.messagesPath + '?' + fields, {timeout, signal});
      PushLab.countAnswer(this.counters[technique], answer);
      return answer;
    }

    takeAnswer(answer) {
      this.leftAt = null;
      this.backoff.worked();
      this.note(this.cursor.check(answer.data.epoch, answer.data.oldest, answer.data.why));
      const fresh = this.takeMessages(answer.data.messages);
      if (this.inForce.epoch === null && this.transport)
        this.askRoom(); // another log: what is in force there
      return fresh;
    }

    async askRoom() {
      if (this.isAskingRoom)
        return;
      this.isAskingRoom = true;
      const info = await this.readInfo();
      this.isAskingRoom = false;
      if (!info && this.transport)
        this.failed();
    }

    takeWelcome(info) {
      this.leftAt = null;
      this.backoff.worked();
      this.note(this.cursor.check(info.epoch, info.oldest, info.why));
      this.useSettings(info);
    }

    // Takes messages and control entries. Returns how many were new.
    takeMessages(messages) {
      const fresh = [];
      const control = [];
      for (const message of messages) {
        const taken = this.cursor.take(message.seq);
        this.note(taken.gap);
        if (!taken.fresh) {
          this.reporter.repeated += message.control || message.withdrawn ? 0 : 1;
          continue;
        }
        if (message.control || message.withdrawn) {
          PushLab.followRaces(this, message);
          control.push(message);
          continue;
        }
        fresh.push(Object.assign({message, technique: this.carrier}, PushLab.measureMessage(this, message)));
        if (message.seq > this.countedTo)
          this.count(this.wasBefore(message) ? 'history' : 'delivered');
      }
      if (fresh.length)
        this.events.messages(fresh);
      this.obey(control);
      return fresh.length + control.length;
    }

    obey(control) {
      let mayHaveOrders = false;
      for (const entry of control.filter((one) => one.control)) {
        mayHaveOrders = this.inForce.take(this.cursor.epoch, entry) || mayHaveOrders;
        if (entry.control.kind === 'mark' && this.events.mark)
          this.events.mark(entry.control.name);
        if (entry.control.kind === 'worksheet' && this.events.worksheet && !this.wasBefore(entry))
          this.events.worksheet();
        if (entry.control.kind === 'withdraw')
          this.withdraw(entry.control.seq);
      }
      if (control.length && this.inForce.epoch !== null)
        this.events.settings(this.settings, this.own);
      if (mayHaveOrders)
        this.askRoom();
    }

    withdraw(seq) {
      this.withdrawn.add(seq);
      if (this.events.withdrawn)
        this.events.withdrawn(seq);
    }

    // Whether the message is older than this member.
    wasBefore(message) {
      return message.seq <= this.liveFrom || message.accepted < this.liveSince;
    }

    note(gap) {
      if (!gap)
        return;
      if (gap.kind === 'new-epoch') {
        Object.assign(this, {liveFrom: 0, liveSince: this.clock.hostNow(), countedTo: 0});
        this.inForce.forget();
        this.withdrawn.clear();
      }
      this.reporter.missed += gap.missed;
      this.events.gap(gap);
    }

    // A request failed; error as from httpJson.
    lost(error) {
      if (error.status === 403)
        this.denyAccess(error.code, error.message);
      else
        this.failed(error.status ? error.message : '');
    }

    // The host refuses this member: retrying by itself would not help, unless the class is only locked.
    denyAccess(code, reason) {
      this.endTransport();
      this.timer = code === 'locked' ? setTimeout(() => this.connect(), this.pauseOutside()) : 0;
      this.outbox.requeueAll();
      this.inForce.forget();
      this.setState({kind: 'access-denied', code, reason});
    }

    // reason: what the host said, if anything
    failed(reason) {
      this.endTransport();
      this.outbox.requeueAll();
      this.inForce.forget(); // it is asked for again, before anything else
      if (this.stopped)
        return;
      const pause = this.backoff.failed();
      this.setState({kind: 'retrying', until: performance.now() + pause, reason});
      this.timer = setTimeout(() => this.connect(), pause);
    }

    endTransport() {
      clearTimeout(this.timer);
      if (this.leftAt === null)
        this.leftAt = performance.now();
      if (this.transport)
        this.transport.stop();
      this.transport = null;
    }

    acknowledged(id, seq) {
      this.outbox.remove(id);
      this.events.acknowledged(id, seq);
      this.events.pending();
    }

    refused(id, reason) {
      const item = this.outbox.find(id);
      if (item)
        Object.assign(item, {state: 'failed', reason});
      this.events.pending();
    }

    setState(state) {
      this.state = state;
      this.events.state(state);
    }

    // The technique that is in use, which differs from the chosen one where long polls may not be held.
    get carrier() {
      return (this.transport && this.transport.carrier) || this.technique;
    }

    count(name, amount) {
      this.countFor(this.carrier, name, amount);
    }

    countFor(technique, name, amount) {
      this.counters[technique][name] += amount === undefined ? 1 : amount;
    }
  };
})(window.PushLab);
