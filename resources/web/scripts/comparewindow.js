// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the ledger measured within the last minutes, from its counters as they were asked for one after the other: differences, and
// the members that there were in the mean over that time.
(function (PushLab) {
  'use strict';

  const longest = 300000; // ms
  const leastMemberTime = 5; // member seconds; of less nothing can be said

  PushLab.CompareWindow = class {
    constructor(length) {
      this.length = length || longest;
      this.samples = []; // as /api/stats answers, oldest first
    }

    forget() {
      this.samples = this.samples.slice(-1);
    }

    // Of another host, or one that began anew, nothing is compared with what was before.
    add(stats) {
      const last = this.samples[this.samples.length - 1];
      const isLess = ([name, counters]) => last.techniques[name] && counters.bytesDown < last.techniques[name].bytesDown;
      if (last && (stats.now <= last.now || Object.entries(stats.techniques).some(isLess)))
        this.samples = [];
      this.samples.push(stats);
      while (this.samples.length > 2 && stats.now - this.samples[1].now > this.length)
        this.samples.shift();
    }

    get seconds() {
      return this.samples.length < 2 ? 0 : (this.samples[this.samples.length - 1].now - this.samples[0].now) / 1000;
    }

    // Members of a technique, and virtual clients, whose requests count, too, times the seconds that they used it.
    memberSeconds(technique) {
      const users = (sample) => sample.techniques[technique].members + (sample.techniques[technique].virtualClients || 0);
      let sum = 0;
      for (let i = 1; i < this.samples.length; ++i) {
        const [before, after] = [this.samples[i - 1], this.samples[i]];
        sum += (users(before) + users(after)) / 2 * (after.now - before.now) / 1000;
      }
      return sum;
    }

    // What one member of the technique had and cost, null where nothing can be said: {members, rate (messages a second),
    // requests (a minute), empty (share), delays (number), delay (mean, ms), bytes and payload (for each message)}.
    of(technique) {
      const last = this.samples[this.samples.length - 1].techniques[technique];
      const first = this.samples[0].techniques[technique];
      const memberSeconds = this.memberSeconds(technique);
      const since = (read) => read(last) - read(first);
      const ratio = (part, whole) => (whole > 0 ? part / whole : null);
      const delivered = since((c) => c.delivered);
      const delays = since((c) => c.delay.n);
      const known = memberSeconds >= leastMemberTime ? memberSeconds : 0;
      const cost = (c) => c.bytesUp + c.bytesDown - c.down.history - c.up.control - c.down.control;
      return {
        members: last.members,
        rate: ratio(delivered, known),
        requests: ratio(60 * since((c) => c.requests), known),
        empty: ratio(since((c) => c.empty), since((c) => c.answers)),
        delays,
        delay: ratio(since((c) => c.delay.n * (c.delay.mean || 0)), delays),
        bytes: ratio(since(cost), delivered),
        payload: ratio(since((c) => c.up.payload + c.down.payload), delivered),
      };
    }
  };
})(window.PushLab);
