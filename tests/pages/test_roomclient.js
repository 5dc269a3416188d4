// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

(function () {
  'use strict';

  const {same, sleep, until} = Tests;
  const techniques = PushLab.techniqueOrder;

  // A client at a fake host; seen holds the numbers of its messages in the order in which they came.
  function join(host, technique) {
    const seen = [];
    const gaps = [];
    const acknowledged = [];
    const told = []; // settings, each time they are told
    const marks = [];
    const races = []; // receipts and results
    const names = []; // given by the host
    const withdrawn = [];
    const client = new PushLab.RoomClient({room: 'r', name: 'n', technique}, {
      messages: (list) => seen.push(...list.map((entry) => entry.message.seq)),
      gap: (gap) => gaps.push(gap),
      state() {}, pending() {}, earlier() {},
      mark: (name) => marks.push(name),
      withdrawn: (seq) => withdrawn.push(seq),
      race: (receipt) => races.push(receipt),
      raceResult: (race) => races.push(race),
      settings(settings, own) {
        told.push(settings);
        if (own.technique || settings.technique)
          client.setTechnique(own.technique || settings.technique);
      },
      acknowledged: (id, seq) => acknowledged.push(seq),
      named: (given) => names.push(given),
      isSetAside: () => false,
    });
    client.backoff.failed = () => 10; // real pauses would only make the tests long
    client.sender.backoff.failed = () => 10;
    client.start();
    return {client, seen, gaps, acknowledged, told, marks, races, names, withdrawn};
  }

  function test(name, body) {
    Tests.add(name, async () => {
      const host = new FakeHost();
      const clients = [];
      try {
        await body(host, (technique) => {
          clients.push(join(host, technique));
          return clients[clients.length - 1];
        });
      } finally {
        clients.forEach((member) => member.client.stop());
        host.remove();
      }
    });
  }

  const numbers = (from, to) => Array.from({length: to - from + 1}, (value, i) => from + i);

  test('who is locked out is let in by itself, and who is banned is not', async (host, enter) => {
    host.denial = {code: 'locked', error: 'locked'};
    const member = enter('polling');
    const kinds = [];
    member.client.events.state = (state) => kinds.push(state.kind);
    await until(() => host.infoRequests === 3, 'asks again');
    same(new Set(kinds).has('connecting'), false, 'in silence');
    host.denial = null;
    host.append('first');
    await until(() => member.seen.length === 1, 'comes in');
    host.denial = {code: 'banned', error: 'banned'};
    const other = enter('websocket');
    await until(() => other.client.state.kind === 'access-denied', 'is banned');
    const asked = host.infoRequests;
    await sleep(5000);
    same(host.infoRequests, asked);
  });

  test('the host has another name', async (host, enter) => {
    host.nameGiven = 'n 2';
    const member = enter('polling');
    await until(() => member.names.length === 1, 'told');
    same([member.names, member.client.name], [['n 2'], 'n']);
    host.nameGiven = 'm';
    member.client.rename('m');
    await until(() => member.names.length === 2, 'told what is made of another');
    same([member.names[1], member.client.name], ['m', 'm']);
  });

  for (const technique of techniques) {
    test(technique + ': history, what is live, and own messages', async (host, enter) => {
      numbers(1, 5).forEach((n) => host.append('old ' + n));
      const member = enter(technique);
      await until(() => member.seen.length === 5, 'history');
      host.append('live');
      numbers(1, 10).forEach((n) => member.client.send('own ' + n));
      await until(() => member.seen.length === 16 && member.acknowledged.length === 10, 'the rest');
      same(member.seen, numbers(1, 16));
      same(host.log.slice(6).map((message) => message.text), numbers(1, 10).map((n) => 'own ' + n));
      same(member.client.outbox.items, []);
      same([member.client.counters[technique].delivered, member.client.counters[technique].history], [11, 5]);
      same(member.client.counters[technique].sends, 10);
      same(member.client.counters[technique].delays.n, 11);
    });

    test(technique + ': a new epoch is a gap, and its log is read from its start', async (host, enter) => {
      numbers(1, 5).forEach((n) => host.append('old ' + n));
      const member = enter(technique);
      await until(() => member.seen.length === 5, 'history');
      host.restart();
      numbers(1, 3).forEach((n) => host.append('new ' + n));
      await until(() => member.seen.length === 8, 'the new log');
      same(member.seen, [1, 2, 3, 4, 5, 1, 2, 3]);
      same(member.gaps, [{kind: 'new-epoch', missed: 0}]);
    });

    test(technique + ': what was trimmed is reported', async (host, enter) => {
      host.append('1');
      const member = enter(technique);
      await until(() => member.seen.length === 1, 'the first');
      host.down = true;
      [...host.sockets].forEach((socket) => host.drop(socket));
      await sleep(300);
      numbers(2, 9).forEach((n) => host.append(String(n)));
      host.trim(6);
      host.down = false;
      await until(() => member.seen.length === 5, 'what is left');
      same([member.seen, member.gaps], [[1, 6, 7, 8, 9], [{kind: 'trimmed', missed: 4}]]);
    });

    test(technique + ': a refused message waits for the user and holds nothing up', async (host, enter) => {
      const member = enter(technique);
      host.refuse = 'bad';
      member.client.send('bad');
      member.client.send('good');
      await until(() => member.seen.length === 1 && member.client.outbox.items.length === 1, 'the good one');
      const item = member.client.outbox.items[0];
      same([item.text, item.state, item.reason], ['bad', 'failed', 'not this one']);
      host.refuse = null;
      member.client.retry(item.id);
      await until(() => member.seen.length === 2 && member.client.outbox.items.length === 0, 'the retry');
    });
  }

  for (const technique of techniques) {
    test(technique + ': what the teacher sets is heard with the next delivery, without asking', async (host, enter) => {
      host.append('1');
      const member = enter(technique);
      await until(() => member.seen.length === 1, 'the first');
      host.set({pollInterval: 0.03, conditioner: {delay: 5, jitter: 0, rate: 0}});
      host.append('3');
      await until(() => member.seen.length === 2, 'the next');
      same([member.seen, member.gaps], [[1, 3], []]);
      same(member.client.settings, host.settings);
      same(host.infoRequests, 1);
      await until(() => member.client.transport, 'it goes on');
      const {requests, controlRequests} = member.client.counters[technique];
      const other = techniques[(techniques.indexOf(technique) + 1) % 3];
      host.set({technique: other});
      await until(() => member.client.technique === other, 'the other technique');
      host.append('5');
      await until(() => member.seen.length === 3, 'by the other');
      same([member.seen, member.gaps], [[1, 3, 5], []]);
      if (technique === 'long-polling') // it waited, and was answered with that alone
        same(member.client.counters[technique].requests - requests + member.client.counters[technique].controlRequests - controlRequests, 0);
    });

    test(technique + ': who comes or comes back is told what holds, and acts on nothing old', async (host, enter) => {
      host.set({technique: 'polling'});
      host.set({technique: 'websocket'});
      host.set({technique: null, pollInterval: 0.04});
      host.append('4');
      const member = enter(technique);
      await until(() => member.seen.length === 1, 'the message');
      same([member.client.technique, member.seen, member.gaps], [technique, [4], []]);
      same(member.told.filter((settings) => settings.pollInterval !== 0.04), []);
      member.client.stop();
      host.set({pollInterval: 0.05});
      host.set({pollInterval: 0.06});
      member.told.length = 0;
      member.client.start();
      host.append('7');
      await until(() => member.seen.length === 2, 'what was missed');
      same([member.client.technique, member.seen, member.gaps], [technique, [4, 7], []]);
      same(member.told.filter((settings) => settings.pollInterval !== 0.06), []);
    });

    test(technique + ': in a new log that is in force which the host says', async (host, enter) => {
      host.append('1');
      const member = enter(technique);
      await until(() => member.seen.length === 1, 'the first');
      host.set({hold: 0.3});
      await until(() => member.client.settings.hold === 0.3, 'the change');
      host.restart();
      host.set({technique: 'polling'}); // old: it is in the log that is read from its start
      host.set({technique: null, hold: 0.15});
      host.append('3');
      await until(() => member.seen.length === 2 && member.client.settings.hold === 0.15, 'the new log');
      await sleep(100);
      same([member.client.technique, member.client.settings], [technique, host.settings]);
    });
  }

  for (const technique of techniques) {
    test(technique + ': a frozen class refuses, and the text stays', async (host, enter) => {
      const member = enter(technique);
      await until(() => member.client.transport, 'it is in');
      host.set({frozen: true});
      await until(() => member.client.settings.frozen, 'it is told');
      member.client.send('mine');
      await until(() => (member.client.outbox.items[0] || {}).state === 'failed', 'the refusal');
      same([member.client.outbox.items[0].text, host.log.length], ['mine', 1]);
      host.set({frozen: false});
      await until(() => !member.client.settings.frozen, 'it goes on');
      member.client.retry(member.client.outbox.items[0].id);
      await until(() => member.seen.length === 1, 'the same text');
      same(member.client.state.kind === 'retrying', false);
    });

    test(technique + ': who is locked out comes in by itself', async (host, enter) => {
      host.append('1');
      host.isLocked = true;
      const member = enter(technique);
      member.client.pauseOutside = () => 10;
      await until(() => member.client.state.kind === 'access-denied' && host.infoRequests > 2, 'it asks again');
      same([member.client.state.code, member.seen], ['locked', []]);
      host.down = true; // and what fails meanwhile is tried again, too
      await until(() => member.client.state.kind === 'retrying', 'no host');
      host.down = false;
      await until(() => member.client.state.kind === 'access-denied', 'still locked');
      host.isLocked = false;
      await until(() => member.seen.length === 1, 'it is in');
      same(member.gaps, []);
    });

    test(technique + ': a class that is cleared says so, and goes on', async (host, enter) => {
      host.append('old');
      const member = enter(technique);
      await until(() => member.seen.length === 1, 'the old');
      host.clear();
      await until(() => member.gaps.length === 1, 'the gap');
      same([member.gaps[0].kind, member.gaps[0].why], ['new-epoch', 'cleared']);
      host.append('new');
      await until(() => member.seen.length === 2, 'the new');
      same([member.seen, member.gaps.length], [[1, 1], 1]);
    });

    test(technique + ': a withdrawn message is told, and is no gap for who comes later', async (host, enter) => {
      const member = enter(technique);
      host.append('one');
      host.append('two');
      await until(() => member.seen.length === 2, 'both');
      host.withdraw(1);
      await until(() => member.withdrawn.length === 1, 'the withdrawal');
      same(member.withdrawn, [1]);
      const late = enter(technique);
      await until(() => late.seen.length === 1 && late.client.cursor.after === 3, 'the rest');
      same(late.seen, [2]);
      same(late.gaps, []);
      same(late.client.reporter.missed + late.client.reporter.repeated, 0);
    });

    test(technique + ': a mark is heard, and orders of one member are its own', async (host, enter) => {
      const other = technique === 'polling' ? 'websocket' : 'polling';
      const member = enter(technique);
      const bystander = enter(technique);
      await until(() => member.client.transport && bystander.client.transport, 'both are in');
      host.control({kind: 'mark', name: 'now'});
      await until(() => member.marks.length === 1, 'the mark');
      same(member.marks, ['now']);
      host.order(member.client.member, {technique: other, split: false, muted: false, name: ''});
      await until(() => member.client.technique === other, 'the order');
      host.append('3');
      await until(() => member.seen.length === 1 && bystander.seen.length === 1, 'both go on');
      same([bystander.client.technique, bystander.client.own, member.gaps, bystander.gaps], [technique, {}, [], []]);
    });

    test(technique + ': a race is reported at once, an old one is only shown', async (host, enter) => {
      host.control({kind: 'race', number: 1, open: 8});
      const member = enter(technique);
      await until(() => member.races.length === 1 && member.client.transport && member.client.clock.known, 'the old one');
      same([member.races[0].number, member.races[0].left], [1, 0]);
      host.control({kind: 'race', number: 2, open: 8});
      await until(() => host.reports.length === 1, 'the receipt'); // others wait for five seconds
      const [report] = host.reports;
      same([report.race, report.technique, report.delay.n, report.member], [2, technique, 1, member.client.member]);
      const receipt = member.races[1];
      same([receipt.number, receipt.technique, Math.round(receipt.delay * 1e6)], [2, technique, report.delay.sum]);
      same(member.client.counters[technique].delivered, 0);
      host.control({kind: 'result', race: {number: 2, answered: 1, silent: 0, techniques: []}});
      await until(() => member.races.length === 3, 'the result');
      same([member.races[2].number, member.gaps], [2, []]);
    });

    test(technique + ': a class that is split gives each its part until it ends', async (host, enter) => {
      const other = technique === 'polling' ? 'websocket' : 'polling';
      const member = enter(technique);
      await until(() => member.client.transport, 'it is in');
      host.own[member.client.member] = {technique: other, split: true, muted: false, name: ''};
      host.set({split: true});
      await until(() => member.client.technique === other && member.client.own.split, 'its part');
      const asked = host.infoRequests;
      host.set({split: false});
      await until(() => !member.client.own.technique, 'its end');
      await sleep(50);
      same(host.infoRequests, asked); // without a question
    });
  }

  test('what was missed for long is history', async (host, enter) => {
    const {client, seen} = enter('polling');
    const counters = client.counters.polling;
    await until(() => counters.empty > 0 && client.clock.known, 'the first answer');
    client.stop();
    host.append('one');
    client.start();
    await until(() => seen.length === 1, 'what was missed for a moment');
    same([counters.delivered, counters.history, counters.delays.n], [1, 0, 1]);
    client.stop();
    host.append('two');
    await sleep(15200);
    client.start();
    await until(() => seen.length === 2, 'what was missed for long');
    same([counters.delivered, counters.history, counters.delays.n], [1, 1, 1]);
  });

  test('a text that is too long is not queued', async (host, enter) => {
    const member = enter('polling');
    same([member.client.send('ü'.repeat(32769)), member.client.send('ü'.repeat(32768))], [false, true]);
  });

  test('the technique of the class is followed', async (host, enter) => {
    host.settings.technique = 'long-polling';
    const member = enter('websocket');
    await until(() => member.client.technique === 'long-polling', 'the change');
    host.append('1');
    await until(() => member.seen.length === 1, 'the message');
    same(member.client.counters.websocket.requests, 0);
  });

  for (const unreliable of [0, 0.1]) {
    test('100 changes of technique lose and repeat nothing' + (unreliable ? ', connections breaking' : ''),
      async (host, enter) => {
        host.unreliable = unreliable;
        const members = techniques.map((technique) => enter(technique));
        for (let i = 0; i < 100; ++i) {
          const member = members[i % 3];
          member.client.setTechnique(techniques[Math.floor(Math.random() * 3)]);
          member.client.send('m' + i);
          if (i % 3 === 0)
            host.set({pollInterval: 0.02 + (i % 2) / 100});
          await sleep(Math.random() * 15);
        }
        await until(() => members.every((member) => member.seen.length >= 100 && member.client.outbox.items.length === 0),
          'all messages', 60000);
        await sleep(500);
        const messages = host.log.filter((entry) => !entry.control);
        same(messages.map((message) => message.text).sort(), numbers(0, 99).map((n) => 'm' + n).sort(), 'log');
        same(host.log.length, 134);
        for (const member of members)
          same([member.seen, member.gaps, member.client.settings], [messages.map((message) => message.seq), [], host.settings]);
        for (const [k, member] of members.entries()) {
          const own = messages.map((message) => Number(message.text.slice(1))).filter((n) => n % 3 === k);
          same(own, [...own].sort((a, b) => a - b), 'order of a sender');
        }
      });
  }
})();
