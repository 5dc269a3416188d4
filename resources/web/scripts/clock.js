// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The offset of the host's clock. Of the last samples, the one with the shortest round trip is used.
(function (PushLab) {
  'use strict';

  const keptSamples = 8;
  const firstSamples = 5;
  const firstPause = 100; // ms
  const laterPause = 30000;
  const patience = 5000;

  // Unlike Date.now() this never jumps.
  function localNow() {
    return performance.timeOrigin + performance.now();
  }

  PushLab.Clock = class {
    constructor() {
      this.samples = [];
      this.taken = 0;
      this.timer = 0;
    }

    get known() {
      return this.samples.length > 0;
    }

    // {offset, uncertainty} in ms; host time is local time + offset.
    get best() {
      return this.samples.reduce((a, b) => (b.uncertainty < a.uncertainty ? b : a));
    }

    hostNow() {
      return this.known ? localNow() + this.best.offset : 0;
    }

    add(start, end, hostTime) {
      this.samples.push({offset: hostTime - (start + end) / 2, uncertainty: (end - start) / 2});
      this.samples = this.samples.slice(-keptSamples);
    }

    async run() {
      clearTimeout(this.timer);
      const start = localNow();
      let pause = laterPause;
      try {
        const answer = await PushLab.httpJson('/api/time', {timeout: patience});
        this.add(start, localNow(), answer.data.now);
        if (++this.taken < firstSamples)
          pause = firstPause;
      } catch (error) {
        // The next sample may succeed.
      }
      this.timer = setTimeout(() => this.run(), pause);
    }

    stop() {
      clearTimeout(this.timer);
    }
  };
})(window.PushLab);
