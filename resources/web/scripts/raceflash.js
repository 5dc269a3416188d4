// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A race's message has come: the page flashes once in its technique's colour, and says when. Who wants no motion sees a still
// border of that colour.
(function (PushLab) {
  'use strict';

  const longest = 8000; // ms
  const shortest = 3000;

  PushLab.RaceFlash = class {
    // Elements of the page: what flashes, where it is said.
    constructor(flash, notice) {
      Object.assign(this, {flash, notice, timer: 0});
    }

    show(receipt) {
      clearTimeout(this.timer);
      this.flash.hidden = true;
      void this.flash.offsetWidth; // so that the flash begins anew
      this.flash.className = 'race-flash ' + receipt.technique;
      this.flash.hidden = false;
      this.notice.className = 'notice race-notice technique ' + receipt.technique;
      PushLab.show(this.notice, PushLab.receiptText(receipt));
      this.timer = setTimeout(() => this.end(), Math.max(shortest, Math.min(longest, receipt.left)));
    }

    end() {
      this.flash.hidden = true;
      PushLab.show(this.notice, '');
    }
  };
})(window.PushLab);
