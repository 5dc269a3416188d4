// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pause after a failure: longer each time, until no failure has occurred for a while. Random variation keeps a class from
// reconnecting at the same moment.
(function (PushLab) {
  'use strict';

  const steps = [1000, 2000, 4000, 8000, 16000, 30000]; // ms
  const spread = 0.2;
  const outside = 3000; // ms
  const stableTime = 5000; // ms without a failure after which it starts over

  // How long whoever may not come in yet waits before asking again, in ms.
  PushLab.pauseOutside = () => outside * (1 + spread * (2 * Math.random() - 1));

  PushLab.Backoff = class {
    constructor(now, random) {
      this.now = now || (() => performance.now());
      this.random = random || Math.random;
      this.step = 0;
      this.since = null; // when things began to work
    }

    worked() {
      if (this.since === null)
        this.since = this.now();
    }

    // The pause after the failure that just happened, in ms.
    failed() {
      if (this.since !== null && this.now() - this.since >= stableTime)
        this.step = 0;
      this.since = null;
      const pause = steps[Math.min(this.step, steps.length - 1)];
      ++this.step;
      return pause * (1 + spread * (2 * this.random() - 1));
    }
  };
})(window.PushLab);
