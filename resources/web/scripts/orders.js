// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the teacher has ordered: says it in words, and lets nobody type who may not send. What was typed stays.
(function (PushLab) {
  'use strict';

  PushLab.Orders = class {
    // Elements of the page: where it is said, and what is typed and pressed.
    constructor(notice, input, button) {
      Object.assign(this, {notice, input, button});
      this.hadFocus = false; // the input, before it was disabled
    }

    // settings: of the class; own: of this member alone
    show(settings, own) {
      const texts = [];
      if (settings.frozen)
        texts.push(PushLab.t('room.frozen'));
      if (own.muted)
        texts.push(PushLab.t('room.muted'));
      if (own.technique)
        texts.push(own.split ? PushLab.t('room.split', {technique: PushLab.techniqueText(own.technique)})
          : PushLab.t('room.setForYou', {technique: PushLab.techniqueText(own.technique)}));
      if (own.name)
        texts.push(PushLab.t('room.calledBy', {name: PushLab.isolated(own.name)}));
      PushLab.show(this.notice, texts.join(' '));
      this.enable(!settings.frozen && !own.muted);
    }

    enable(maySend) {
      if (maySend === !this.input.disabled)
        return;
      if (!maySend)
        this.hadFocus = document.activeElement === this.input;
      this.input.disabled = !maySend;
      this.button.disabled = !maySend;
      if (maySend && this.hadFocus)
        this.input.focus();
    }
  };
})(window.PushLab);
