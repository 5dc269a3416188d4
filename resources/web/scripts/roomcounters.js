// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a technique has cost this page.
(function (PushLab) {
  'use strict';

  // Nothing yet, or what a page that is loaded anew has kept.
  PushLab.roomCounters = function (kept) {
    const counters = {requests: 0, controlRequests: 0, empty: 0, delivered: 0, history: 0, sends: 0, bytes: 0, setAside: 0,
      delays: new PushLab.DelayHistogram(), uncertainty: 0}; // ± ms, of the least well known of the delays
    return kept ? Object.assign(counters, kept, {delays: PushLab.DelayHistogram.from(kept.delays)}) : counters;
  };

  // An answer to a request for messages that has been counted.
  PushLab.countAnswer = function (counters, answer) {
    counters.bytes += answer.bytesUp + answer.bytesDown;
    const {messages} = answer.data;
    if (messages.length === 0) {
      ++counters.empty;
    } else if (messages.every((entry) => entry.control || entry.withdrawn)) { // the teacher asked for it
      --counters.requests;
      ++counters.controlRequests;
    }
  };
})(window.PushLab);
