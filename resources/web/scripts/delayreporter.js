// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reports the delays that this page measures to the host: one report per technique every few seconds while there are new ones,
// and the rest when the page closes.
(function (PushLab) {
  'use strict';

  const interval = 5000; // ms
  const patience = 10000;
  const mostSamples = 100000; // of one report
  const mostUnsent = 3; // while the host does not answer, what is new waits, merged

  class Pending {
    constructor() {
      this.delay = new PushLab.DelayHistogram();
      this.keypress = new PushLab.DelayHistogram();
      this.setAside = 0;
    }

    get empty() {
      return this.delay.n === 0 && this.setAside === 0;
    }
  }

  const otherSequence = 'other-sequence';

  // Whether another attempt may succeed: a member that the host does not know yet will soon ask for messages.
  function mayPass(error) {
    return error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500
      || error.code === 'unknown-member' || error.code === otherSequence;
  }

  PushLab.DelayReporter = class {
    constructor(client) {
      this.client = client;
      this.path = PushLab.roomPath(client.room, '/reports');
      this.pending = {};
      this.unsent = [];
      // Report numbers of an id ascend even when the page is reloaded. Two tabs that start in the same millisecond differ, too.
      this.number = Date.now() * 1000 + Math.floor(Math.random() * 1000);
      this.missed = 0;
      this.repeated = 0;
      this.busy = false;
      this.timer = 0;
    }

    start() {
      clearInterval(this.timer);
      this.timer = setInterval(() => this.collect(), interval);
    }

    // The page closes, so nobody waits for answers. A report that is on its way is sent again, and counted once, by its number.
    stop() {
      clearInterval(this.timer);
      this.fill();
      for (const report of this.unsent)
        this.post(report, true).catch(() => {});
      this.unsent = [];
    }

    // Times in ms; keypress is null when unknown. Returns false when the sample was left out, because this machine slept.
    add(technique, delay, keypress) {
      const pending = this.of(technique);
      if (pending.delay.n >= mostSamples || !pending.delay.add(Math.round(delay * 1e6))) {
        this.setAside(technique);
        return false;
      }
      if (keypress !== null)
        pending.keypress.add(Math.round(keypress * 1e6));
      return true;
    }

    setAside(technique) {
      const pending = this.of(technique);
      pending.setAside = Math.min(pending.setAside + 1, mostSamples);
    }

    of(technique) {
      return this.pending[technique] || (this.pending[technique] = new Pending());
    }

    fill() {
      for (const [technique, pending] of Object.entries(this.pending)) {
        if (pending.empty || this.unsent.length >= mostUnsent)
          continue;
        this.unsent.push(this.report(technique, pending));
        delete this.pending[technique];
      }
    }

    report(technique, pending) {
      const {client} = this;
      const clock = client.clock.known ? client.clock.best.uncertainty : null;
      return {number: ++this.number, member: client.member, name: client.name, technique, clock,
        roundTrip: clock === null ? null : 2 * clock, delay: pending.delay, keypress: pending.keypress,
        setAside: pending.setAside, missed: this.missed, repeated: this.repeated};
    }

    // Reports at once that the message of a race came; delay in ms, or null when it says nothing.
    addRace(race, technique, delay) {
      if (this.unsent.length >= 2 * mostUnsent)
        return; // the host does not answer
      const only = new Pending();
      if (delay !== null)
        only.delay.add(Math.round(delay * 1e6));
      this.unsent.splice(this.busy ? 1 : 0, 0, Object.assign(this.report(technique, only), {race}));
      this.send();
    }

    post(report, keepalive) {
      return PushLab.httpJson(this.path, {method: 'POST', body: report, timeout: patience, keepalive});
    }

    async collect() {
      this.fill();
      await this.send();
    }

    async send() {
      if (this.busy)
        return;
      this.busy = true;
      let failure = null;
      while (this.unsent.length && !failure) {
        const report = this.unsent[0];
        try {
          await this.post(report, false);
        } catch (error) {
          failure = mayPass(error) ? error : null;
        }
        if (!failure) // taken, or it would be refused again
          this.unsent = this.unsent.filter((other) => other !== report);
      }
      this.busy = false;
      if (failure && failure.code === otherSequence)
        this.becomeAnother();
    }

    // Waiting reports are sent under the new id, once the host knows it.
    becomeAnother() {
      this.client.renewMember();
      for (const report of this.unsent)
        report.member = this.client.member;
    }
  };
})(window.PushLab);
