// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages from before the page began to show any: a button above the log loads them, a part at a time. The host counts these
// requests with no technique.
(function (PushLab) {
  'use strict';

  const patience = 15000; // ms

  PushLab.RoomEarlier = class {
    // ask(before) asks the host for what was before that number; add(messages) shows them above all others.
    constructor(log, ask, add) {
      Object.assign(this, {ask, add, before: 0, epoch: null});
      this.button = PushLab.element('button', 'earlier', PushLab.t('room.loadEarlier'));
      this.button.type = 'button';
      this.button.hidden = true;
      this.button.addEventListener('click', () => this.load());
      log.prepend(this.button);
    }

    // There are messages before that number, in the log of this epoch.
    offer(before, epoch) {
      Object.assign(this, {before, epoch});
      this.button.hidden = false;
    }

    forget() {
      this.button.hidden = true;
    }

    async load() {
      this.button.disabled = true;
      const {before, epoch} = this;
      try {
        const {data} = await this.ask(before, patience);
        if (before === this.before && epoch === this.epoch)
          this.take(data);
      } catch (error) {
        this.button.textContent = PushLab.t('room.earlierFailed', {reason: error.message});
      }
      this.button.disabled = false;
    }

    take({epoch, messages, oldest}) {
      this.button.textContent = PushLab.t('room.loadEarlier');
      if (epoch !== this.epoch || messages.length === 0) {
        this.forget();
        return;
      }
      this.before = messages[0].seq;
      this.button.hidden = this.before <= oldest;
      this.add(messages);
    }
  };
})(window.PushLab);
