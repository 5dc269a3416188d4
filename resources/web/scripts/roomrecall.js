// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Up in an empty field brings back what was sent last, and again what was sent before that; Down goes the other way. A text that
// was changed is a new one, in which the keys move the cursor as ever.
(function (PushLab) {
  'use strict';

  const kept = 50;

  PushLab.RoomRecall = class {
    // changed() is called when the field's text was replaced.
    constructor(input, changed) {
      this.input = input;
      this.changed = changed;
      this.texts = [];
      this.at = 0; // of the texts; their number: the empty field after them
      input.addEventListener('keydown', (event) => this.pressed(event));
    }

    remember(text) {
      this.texts = this.texts.filter((other) => other !== text).concat(text).slice(-kept);
      this.at = this.texts.length;
    }

    // Not a text that looks like this any more.
    forget(shown) {
      this.texts = this.texts.filter((text) => PushLab.shownText(text) !== shown);
      this.at = this.texts.length;
    }

    pressed(event) {
      const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
      if (!step || event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey)
        return;
      if (this.input.value === '')
        this.at = this.texts.length;
      else if (this.input.value !== this.texts[this.at])
        return;
      const to = this.at + step;
      if (to < 0 || to > this.texts.length || (to === this.at))
        return;
      event.preventDefault();
      this.at = to;
      this.input.value = this.texts[to] || '';
      this.input.setSelectionRange(this.input.value.length, this.input.value.length);
      this.changed();
    }
  };
})(window.PushLab);
