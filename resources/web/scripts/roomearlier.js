// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages from before the page began to show any: a button above the log loads them, a part at a time. The host counts these
// requests with no technique.
(function (PushLab) {
  'use strict';

  const patience = 15000; // ms

  PushLab.RoomEarlier = class {
    // client() is the room's; add(messages) shows them above all others.
    constructor(log, client, add) {
      Object.assign(this, {client, add, before: 0, epoch: null});
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

    // The messages before that number, the last of them, as {epoch, messages, oldest}. They were there before us: no delay is measured.
    ask(before) {
      const {room, member} = this.client();
      return PushLab.httpJson(PushLab.roomPath(room, '/history?') + new URLSearchParams({before, member}), {timeout: patience});
    }

    async load() {
      this.button.disabled = true;
      const {before, epoch} = this;
      try {
        const {data} = await this.ask(before);
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
