// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

(function () {
  'use strict';

  const head = 'room,name,technique,requests,empty,received,sent,payload_bytes,delays,delay_p50_ms,delay_p95_ms,uncertainty_ms,set_aside\r\n';

  function counters(changes) {
    return Object.fromEntries(PushLab.techniqueOrder.map((technique) =>
      [technique, Object.assign(PushLab.roomCounters(), changes[technique])]));
  }

  Tests.add('the own numbers as a file: a line for each technique that was used', () => {
    const delays = new PushLab.DelayHistogram();
    [1e6, 2e6, 3.04e6].forEach((ns) => delays.add(ns));
    const used = counters({polling: {requests: 1234, empty: 1200, delivered: 3, sends: 2, bytes: 45678, delays, uncertainty: 0.41, setAside: 5},
      websocket: {requests: 1}});
    Tests.same(PushLab.numbersCsv('Physics', 'Mei', used), head
      + 'Physics,Mei,polling,1234,1200,3,2,45678,3,2.0,3.0,0.5,5\r\n' + 'Physics,Mei,websocket,1,0,0,0,0,0,,,,0\r\n');
    Tests.same(PushLab.numbersCsv('Physics', 'Mei', counters({})), head);
  });

  Tests.add('names in it are text and no formula', () => {
    const line = (room, name) => PushLab.numbersCsv(room, name, counters({sse: {requests: 1}})).slice(head.length).split(',sse,')[0];
    Tests.same(line('物理', '李明'), '物理,李明');
    Tests.same(line('a,b', 'say "hi"'), '"a,b","say ""hi"""');
    Tests.same(line('=1+1', '@SUM(A1)'), "'=1+1,'@SUM(A1)");
    Tests.same(line(' \u200b=1', '\uff1d1'), "' \u200b=1,'\uff1d1");
    Tests.same(line('-2', '+3\n'), "'-2,\"'+3\n\"");
  });
})();
