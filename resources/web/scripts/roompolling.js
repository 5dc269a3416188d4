// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Short polling: sends a request, is answered at once, and schedules the next request after the answer.
(function (PushLab) {
  'use strict';

  const patience = 15000; // ms
  const bigAnswer = 256 * 1024; // bytes; after such a one there is probably more, and waiting would only delay it

  PushLab.techniques = PushLab.techniques || {};
  PushLab.techniques['polling'] = class {
    constructor(client) {
      this.client = client;
      this.abort = new AbortController();
      this.timer = 0;
    }

    async start() {
      const client = this.client;
      client.setState({kind: 'asking'});
      let answer;
      try {
        answer = await client.askForMessages(0, patience, this.abort.signal);
      } catch (error) {
        if (!this.abort.signal.aborted)
          client.lost(error);
        return;
      }
      if (this.abort.signal.aborted)
        return;
      client.takeAnswer(answer);
      if (this.abort.signal.aborted)
        return; // the teacher has set another technique in it
      const pause = answer.bytesDown > bigAnswer ? 0 : client.settings.pollInterval * 1000;
      client.setState({kind: 'pausing', until: performance.now() + pause});
      this.timer = setTimeout(() => this.start(), pause);
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
