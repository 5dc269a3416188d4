// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

(function () {
  'use strict';

  const {same, until} = Tests;

  Tests.add('delays are counted in the host\'s buckets', () => {
    const rows = [[0, 0], [511, 0], [512, 1], [519, 1], [520, 2], [1023, 64], [1024, 65], [1e6, 699], [2 ** 40 - 1, 1984],
      [2 ** 40, 1985], [3.6e12, 2089]];
    for (const [ns, bucket] of rows) {
      const histogram = new PushLab.DelayHistogram();
      histogram.add(ns);
      same(JSON.parse(JSON.stringify(histogram)), {v: 1, n: 1, sum: ns, min: ns, max: ns, counts: [[bucket, 1]]}, String(ns));
    }
  });

  Tests.add('percentiles are exact within 1 %', () => {
    const histogram = new PushLab.DelayHistogram();
    const all = Array.from({length: 5000}, (value, i) => (i * 7919) % 5000 * 17311 + 900);
    all.forEach((ns) => histogram.add(ns));
    all.sort((a, b) => a - b);
    for (const p of [0, 0.01, 0.5, 0.95, 0.99, 1]) {
      const exact = all[Math.max(Math.ceil(p * all.length), 1) - 1] / 1e6;
      if (Math.abs(histogram.quantile(p) - exact) > 0.01 * exact)
        throw new Error(p + ': ' + histogram.quantile(p) + ', not ' + exact);
    }
    same([new PushLab.DelayHistogram().quantile(0.5), histogram.n], [null, 5000]);
  });

  Tests.add('percentiles of what came in between', () => {
    const histogram = new PushLab.DelayHistogram();
    for (let i = 0; i < 1000; ++i)
      histogram.add(2e9);
    const before = PushLab.DelayHistogram.from(JSON.parse(JSON.stringify(histogram)));
    same(histogram.quantileSince(before, 0.5), null);
    [1e6, 1e6, 1e6, 50e6].forEach((ns) => histogram.add(ns));
    const after = PushLab.DelayHistogram.from(JSON.parse(JSON.stringify(histogram)));
    for (const [p, ms] of [[0.5, 1], [0.95, 50]]) {
      if (Math.abs(after.quantileSince(before, p) - ms) > 0.01 * ms)
        throw new Error(p + ': ' + after.quantileSince(before, p) + ', not ' + ms);
    }
    same(before.quantileSince(after, 0.5), null); // of another host
  });

  Tests.add('more than an hour is not counted', () => {
    const histogram = new PushLab.DelayHistogram();
    same([histogram.add(3.6e12 + 1), histogram.n], [false, 0]);
  });

  // body(reporter, posts); fail(report, count) gives the status of the answer, code(report, count) its word
  async function withReporter(body, fail, code) {
    const realHttp = PushLab.httpJson;
    const posts = [];
    PushLab.httpJson = async (address, options) => {
      const status = fail ? fail(options.body, posts.length) : 200;
      posts.push({address, keepalive: Boolean(options.keepalive), report: JSON.parse(JSON.stringify(options.body))});
      if (status !== 200)
        throw Object.assign(new Error('told'), {status, code: code && code(options.body, posts.length - 1)});
      return {data: {}};
    };
    const client = {room: 'a b', member: 'm', name: 'n', clock: {known: true, best: {offset: 0, uncertainty: 0.5}}};
    try {
      await body(new PushLab.DelayReporter(client), posts);
    } finally {
      PushLab.httpJson = realHttp;
    }
  }

  Tests.add('a report a technique, and none without samples', () => withReporter(async (reporter, posts) => {
    await reporter.collect();
    same(posts, []);
    reporter.add('polling', 2, 3);
    reporter.add('polling', 4, null);
    reporter.setAside('websocket');
    reporter.missed = 2;
    await reporter.collect();
    const first = posts[0].report.number;
    same(posts.map(({address, report}) => [address, report.number - first + 1, report.technique, report.delay.n, report.keypress.n,
      report.setAside, report.clock, report.roundTrip, report.missed]), [
      ['/api/rooms/a%20b/reports', 1, 'polling', 2, 1, 0, 0.5, 1, 2], ['/api/rooms/a%20b/reports', 2, 'websocket', 0, 0, 1, 0.5, 1, 2]]);
    await reporter.collect();
    same(posts.length, 2);
  }));

  Tests.add('what was not answered comes again under its number, what was refused does not',
    () => withReporter(async (reporter, posts) => {
      reporter.add('polling', 2, null);
      await reporter.collect(); // no answer
      reporter.add('polling', 2, null);
      await reporter.collect(); // the first again, refused; then the second
      await reporter.collect();
      const first = posts[0].report.number;
      same(posts.map(({report}) => report.number - first), [0, 0, 1]);
    }, (report, count) => [0, 404, 200][count]));

  Tests.add('a page whose id another tab uses reports the same again under a new one',
    () => withReporter(async (reporter, posts) => {
      reporter.client.renewMember = () => { reporter.client.member = 'mine'; };
      reporter.add('polling', 2, null);
      await reporter.collect(); // told that another is ahead
      await reporter.collect(); // the host does not know the new one yet
      await reporter.collect();
      await reporter.collect();
      same(posts.map(({report}) => [report.member, report.delay.n]), [['m', 1], ['mine', 1], ['mine', 1]]);
      same(posts.map(({report}) => report.number - posts[0].report.number), [0, 0, 0]);
    }, (report, count) => [409, 404, 200][count], (report, count) => ['other-sequence', 'unknown-member', ''][count]));

  Tests.add('the rest goes when the page does', () => withReporter(async (reporter, posts) => {
    reporter.start();
    reporter.add('websocket', 2, null);
    reporter.stop();
    same(posts.map(({keepalive, report}) => [keepalive, report.delay.n]), [[true, 1]]);
    reporter.stop();
    same(posts.length, 1);
  }));

  Tests.add('a client reports what it measured, and what it set aside', async () => {
    const host = new FakeHost();
    let hidden = false;
    const client = new PushLab.RoomClient({room: 'r', name: 'n', technique: 'websocket'}, {
      messages() {}, gap() {}, state() {}, pending() {}, earlier() {}, settings() {}, acknowledged() {}, isSetAside: () => hidden,
    });
    try {
      host.append('old');
      client.start();
      await until(() => client.counters.websocket.history === 1 && client.clock.known, 'history');
      client.send('own');
      await until(() => client.counters.websocket.delivered === 1, 'the own one');
      hidden = true;
      host.append('unseen');
      await until(() => client.counters.websocket.delivered === 2, 'the one in a hidden tab');
      client.stop();
      await until(() => host.reports.length === 1, 'the report');
      const report = host.reports[0];
      same([report.technique, report.delay.n, report.keypress.n, report.setAside], ['websocket', 1, 1, 1]);
      same([client.counters.websocket.delays.n, client.counters.websocket.setAside], [1, 1]);
    } finally {
      client.stop();
      host.remove();
    }
  });
})();
