// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts delays in a bounded number of buckets, the same as the host's: a percentile is off by at most 1 %. Times in
// whole nanoseconds.
(function (PushLab) {
  'use strict';

  const bucketCount = 2090;
  const version = 1;
  const firstOctave = 9; // 512 ns
  const steps = 64; // an octave

  function bucketOf(ns) {
    if (ns < 2 ** firstOctave)
      return 0;
    let octave = Math.floor(Math.log2(ns));
    if (2 ** octave > ns) // rounding of the logarithm
      --octave;
    return (octave - firstOctave) * steps + Math.floor(ns / 2 ** (octave - 6)) - steps + 1;
  }

  function middleOf(bucket) {
    if (bucket === 0)
      return 2 ** (firstOctave - 1);
    const width = 2 ** (Math.floor((bucket - 1) / steps) + firstOctave - 6);
    return (steps + (bucket - 1) % steps) * width + width / 2;
  }

  // What a technique has cost a page so far.
  PushLab.emptyCounters = () => ({requests: 0, controlRequests: 0, empty: 0, delivered: 0, history: 0, sends: 0, bytes: 0, setAside: 0,
    delays: new PushLab.DelayHistogram(), uncertainty: 0}); // ± ms, of the least well known of the delays

  PushLab.DelayHistogram = class {
    constructor() {
      this.counts = [];
      this.n = 0;
      this.sum = 0;
      this.min = 0;
      this.max = 0;
    }

    static get longest() {
      return 3.6e12; // 1 h
    }

    // Reads what toJSON() wrote.
    static from({n, sum, min, max, counts}) {
      const histogram = Object.assign(new PushLab.DelayHistogram(), {n, sum, min, max});
      for (const [bucket, count] of counts)
        histogram.counts[bucket] = count;
      return histogram;
    }

    // Returns false when the count would exceed what is exact.
    add(ns) {
      if (ns > PushLab.DelayHistogram.longest || this.sum + ns > Number.MAX_SAFE_INTEGER)
        return false;
      const bucket = bucketOf(ns);
      this.counts[bucket] = (this.counts[bucket] || 0) + 1;
      this.min = this.n ? Math.min(this.min, ns) : ns;
      this.max = Math.max(this.max, ns);
      this.sum += ns;
      ++this.n;
      return true;
    }

    // The least delay in ms that a share of at least p does not exceed; null without delays.
    quantile(p) {
      if (this.n === 0)
        return null;
      const rank = Math.min(Math.max(Math.ceil(p * this.n * (1 - 1e-15)), 1), this.n);
      if (rank === 1)
        return this.min / 1e6;
      if (rank === this.n)
        return this.max / 1e6;
      let seen = 0;
      const bucket = this.counts.findIndex((count) => (seen += count || 0) >= rank);
      return Math.min(Math.max(middleOf(bucket), this.min), this.max) / 1e6;
    }

    // The same of the delays that came after `older`, an earlier state of this histogram: the middle of a bucket, for least and
    // greatest of them are unknown; null when none came.
    quantileSince(older, p) {
      const n = this.n - older.n;
      if (n <= 0)
        return null;
      const rank = Math.min(Math.max(Math.ceil(p * n * (1 - 1e-15)), 1), n);
      let seen = 0;
      const bucket = this.counts.findIndex((count, i) => (seen += (count || 0) - (older.counts[i] || 0)) >= rank);
      return bucket < 0 ? null : middleOf(bucket) / 1e6;
    }

    toJSON() {
      const counts = [];
      this.counts.slice(0, bucketCount).forEach((count, bucket) => counts.push([bucket, count])); // passes over holes
      return {v: version, n: this.n, sum: this.sum, min: this.min, max: this.max, counts};
    }
  };
})(window.PushLab);
