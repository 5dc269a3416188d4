// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where this page stands in the room's log. All techniques move the same cursor, which is why a change between them can
// lose nothing and repeat nothing. A gap is reported, never passed over.
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

    // What an answer says about the log. Returns the gap it reveals, or null. why: the log began, where the host says it.
    check(epoch, oldest, why) {
      if (epoch !== this.epoch) {
        this.begin(epoch, oldest - 1);
        return why ? {kind: 'new-epoch', missed: 0, why} : {kind: 'new-epoch', missed: 0};
      }
      return this.skipTo(oldest);
    }

    // Takes the message of this number: {fresh, gap}. One that was taken before is not fresh.
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
