// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends messages by POST, for techniques whose own connection cannot: one at a time, in order, until acknowledged.
(function (PushLab) {
  'use strict';

  const patience = 15000; // ms

  // Whether another attempt may succeed: after no answer, a timeout, too many requests, or an error of the host.
  function mayPass(status) {
    return status === 0 || status === 408 || status === 429 || status >= 500;
  }

  PushLab.HttpSender = class {
    constructor(client) {
      this.client = client;
      this.busy = false;
      this.timer = 0;
      this.backoff = new PushLab.Backoff();
    }

    // Whether another technique sends at present.
    isIdle() {
      return this.client.stopped || Boolean(PushLab.techniques[this.client.technique].ownSending);
    }

    wake() {
      clearTimeout(this.timer);
      if (!this.busy)
        this.sendNext();
    }

    stop() {
      clearTimeout(this.timer);
    }

    async sendNext() {
      const client = this.client;
      const item = client.outbox.next();
      if (!item || this.isIdle())
        return;
      const technique = client.carrier;
      this.busy = true;
      item.state = 'sent';
      client.countFor(technique, 'sends');
      try {
        const answer = await PushLab.httpJson(client.messagesPath, {
          method: 'POST', timeout: patience,
          body: {text: item.text, from: item.from, id: item.id, member: client.member, via: technique, sent: item.sent},
        });
        client.countFor(technique, 'bytes', answer.bytesUp + answer.bytesDown);
        this.backoff.worked();
        client.acknowledged(item.id, answer.data.seq);
      } catch (error) {
        this.failed(item, error);
        return;
      } finally {
        this.busy = false;
      }
      this.sendNext();
    }

    failed(item, error) {
      if (!mayPass(error.status)) {
        this.client.refused(item.id, PushLab.refusalText(error.code, error.message));
        this.timer = setTimeout(() => this.sendNext(), 0);
        return;
      }
      // After a change of technique, the new one may have sent it and will handle the answer.
      if (item.state === 'sent' && !this.isIdle())
        item.state = 'queued';
      this.timer = setTimeout(() => this.sendNext(), this.backoff.failed());
    }
  };
})(window.PushLab);
