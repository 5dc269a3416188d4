// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Long polling: sends a request, which the host holds until there is a message, and the next one after the answer. When too many
// tabs hold a request already, it polls instead, and is counted as polling.
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
      this.carrier = 'long-polling';
    }

    async start() {
      const client = this.client;
      const signal = this.abort.signal;
      const start = performance.now();
      const longest = client.settings.hold * 1000 + patience;
      const holds = PushLab.holds.take(longest, client.settings.pollInterval, () => this.startAgain());
      this.carrier = holds ? 'long-polling' : 'polling';
      client.setState(holds ? {kind: 'waiting', since: start} : {kind: 'asking'});
      let answer;
      try {
        answer = await client.askForMessages(holds ? client.settings.hold : 0, longest, signal);
      } catch (error) {
        if (!signal.aborted)
          client.lost(error);
        return;
      }
      if (signal.aborted)
        return;
      const empty = client.takeAnswer(answer) === 0;
      if (signal.aborted)
        return; // the teacher has set another technique in it
      if (!holds) {
        const pause = empty ? client.settings.pollInterval * 1000 : 0; // where there was one there may be more
        client.setState({kind: 'pausing', until: performance.now() + pause});
        this.timer = setTimeout(() => this.start(), pause);
        return;
      }
      // If a host answers at once without messages, this limits the rate of requests.
      const early = empty && performance.now() - start < shortestHold;
      this.timer = setTimeout(() => this.start(), early ? pauseAfterEarly : 0);
    }

    // The request is dropped without an answer: the next one asks for the same.
    startAgain() {
      this.abort.abort();
      clearTimeout(this.timer);
      this.abort = new AbortController();
      this.start();
    }

    stop() {
      this.abort.abort();
      clearTimeout(this.timer);
      PushLab.holds.release();
    }

    send() {
      this.client.sender.wake();
    }
  };
})(window.PushLab);
