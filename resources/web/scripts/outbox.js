// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages that the page has sent and the host has not acknowledged, in order. An item keeps its id through every retry, so that
// the host appends it only once.
(function (PushLab) {
  'use strict';

  PushLab.Outbox = class {
    constructor() {
      this.items = [];
    }

    // states: 'queued' (to be sent), 'sent' (on its way), 'failed' (refused; waits for the user)
    add(text, from, sent) {
      const item = {id: PushLab.generateId(), text, from, sent, state: 'queued', reason: ''};
      this.items.push(item);
      return item;
    }

    find(id) {
      return this.items.find((item) => item.id === id);
    }

    next() {
      return this.items.find((item) => item.state === 'queued');
    }

    remove(id) {
      this.items = this.items.filter((item) => item.id !== id);
    }

    // Their connection is lost: everything that is not acknowledged is sent again.
    requeueAll() {
      for (const item of this.items) {
        if (item.state === 'sent')
          item.state = 'queued';
      }
    }
  };
})(window.PushLab);
