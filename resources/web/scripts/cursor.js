// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page's position in the room's log. All techniques move the same cursor, so that changing between them neither loses nor
// repeats a message. Gaps are reported.
(function (PushLab) {
  'use strict';

  PushLab.LogCursor = class {
    constructor() {
      this.epoch = null;
      this.after = 0; // number of the last message taken
    }

    begin(epoch, after) {
      this.epoch = epoch;
      this.after = after;
    }

    // Compares the position with an answer's statement about the log; why is the host's reason for a new log, if it states one.
    // Returns the gap that it reveals, or null.
    check(epoch, oldest, why) {
      if (epoch !== this.epoch) {
        this.begin(epoch, oldest - 1);
        return why ? {kind: 'new-epoch', missed: 0, why} : {kind: 'new-epoch', missed: 0};
      }
      return this.skipTo(oldest);
    }

    // Takes the message with this number: {fresh, gap}. A message that was taken before is not fresh.
    take(seq) {
      if (seq <= this.after)
        return {fresh: false, gap: null};
      const gap = this.skipTo(seq);
      this.after = seq;
      return {fresh: true, gap};
    }

    skipTo(seq) {
      const missed = seq - this.after - 1;
      if (missed <= 0)
        return null;
      this.after = seq - 1;
      return {kind: 'trimmed', missed};
    }
  };
})(window.PushLab);
