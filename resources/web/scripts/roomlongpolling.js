// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Long polling: asks, the host holds the request until there is a message, and after the answer it asks again at once.
(function (PushLab) {
  'use strict';

  const patience = 15000; // ms beyond the hold
  const shortestHold = 50; // ms; an empty answer that comes sooner ended no hold
  const pauseAfterEarly = 1000;

  PushLab.techniques = PushLab.techniques || {};
  PushLab.techniques['long-polling'] = class {
    constructor(client) {
      this.client = client;
      this.abort = new AbortController();
      this.timer = 0;
    }

    async start() {
      const client = this.client;
      const start = performance.now();
      client.setState({kind: 'waiting', since: start});
      let answer;
      try {
        answer = await client.askForMessages(client.info.hold, client.info.hold * 1000 + patience, this.abort.signal);
      } catch (error) {
        if (!this.abort.signal.aborted)
          client.lost(error);
        return;
      }
      if (this.abort.signal.aborted)
        return;
      const empty = client.takeAnswer(answer) === 0;
      // Should a host answer empty at once, this keeps questions from coming without end.
      const early = empty && performance.now() - start < shortestHold;
      this.timer = setTimeout(() => this.start(), early ? pauseAfterEarly : 0);
    }

    stop() {
      this.abort.abort();
      clearTimeout(this.timer);
    }

    send() {
      this.client.sender.wake();
    }
  };
})(window.PushLab);
