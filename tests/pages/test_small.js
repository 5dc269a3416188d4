// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

(function () {
  'use strict';

  Tests.add('texts with values', () => {
    PushLab.strings['test'] = '{a} and {b}, {a}';
    Tests.same(PushLab.t('test', {a: 1, b: '{a}'}), '1 and {a}, 1');
    Tests.same([PushLab.t('test', {a: 0}), PushLab.t('none')], ['0 and {b}, 0', 'none']);
  });

  Tests.add('names of rooms', () => {
    const isRoom = PushLab.names.isRoom;
    Tests.same(['lobby', '房间', 'a b', '😀'.repeat(64), '%'].map(isRoom), [true, true, true, true, true]);
    Tests.same(['', 'a/b', 'a\nb', '😀'.repeat(65), '..'].map(isRoom), [false, false, false, false, false]);
    Tests.same(PushLab.names.roomAddress('a b?', {name: 'ü'}), '/web/a%20b%3F/?name=%C3%BC');
  });

  Tests.add('names are shown on one line and turn nothing round', () => {
    Tests.same(['Anna', '', ' Anna\t\u2028B ', 'a\u202eb\u2066c\u200bd', '👩\u200d🏫', 'a\u0000b\u001b[2J'].map(PushLab.shownName),
      ['Anna', '', 'Anna B', 'abcd', '👩\u200d🏫', 'a b [2J']);
    Tests.same(['\u200b', ' \u00a0', '\u202e\u2066', '\u0301', '\u3164', '\u200b'.repeat(9)].map(PushLab.shownName),
      ['U+200B', 'U+0020 U+00A0', 'U+202E U+2066', 'U+0301', 'U+3164', 'U+200B U+200B U+200B U+200B …']);
    Tests.same(PushLab.isolated('\u2069א'), '\u2068א\u2069');
  });

  Tests.add('texts end their own isolates and no other', () => {
    Tests.same(['a', '\u2069a', '\u2066a', '\u2067\u2068a\u2069b', '\u2066a\u2069\u2069'].map(PushLab.enclosed),
      ['a', 'a', '\u2066a\u2069', '\u2067\u2068a\u2069b\u2069', '\u2066a\u2069']);
  });

  Tests.add('a text of which nothing would be seen is its code points', () => {
    Tests.same(['a', '', ' \u200ba', '\u2066a', '\u200b\u2060\ufeff', ' '.repeat(9)].map(PushLab.shownText),
      ['a', '', ' \u200ba', '\u2066a\u2069', 'U+200B U+2060 U+FEFF', 'U+0020 U+0020 U+0020 U+0020 …']);
  });

  Tests.add('a word agrees with its number, and Latin letters stand apart from Chinese ones', () => {
    Object.assign(PushLab.strings, {many: '{count} {count|time|times}, {other}', beside: '由{technique}发送：{name}', apart: '共 {count} 条'});
    Tests.same(['1', '2', '1,001', 1].map((count) => PushLab.t('many', {count, other: 1})),
      ['1 time, 1', '2 times, 1', '1,001 times, 1', '1 time, 1']);
    Tests.same(PushLab.t('many', {other: 1}), '{count} {count|time|times}, 1');
    Tests.same(['WebSocket', '短轮询', '教程'].map((technique) => PushLab.t('beside', {technique, name: 'a'})),
      ['由 WebSocket 发送：a', '由短轮询发送：a', '由教程发送：a']);
    Tests.same(PushLab.t('apart', {count: 3}), '共 3 条');
    Tests.same(['WebSocket', '短轮询', '事件（SSE）', '–', PushLab.isolated('Ünal'), PushLab.isolated('张 三')].map((count) =>
      PushLab.t('apart', {count})), ['共 WebSocket 条', '共短轮询条', '共事件（SSE）条', '共 – 条', '共 \u2068Ünal\u2069 条', '共\u2068张 三\u2069条']);
  });

  // Whatever is filled in: a technique's name in either language, a name of either kind, a number.
  Tests.add('in no Chinese text does a value stand without its blank, or with one too many', async () => {
    const [english, chinese] = await Promise.all(['en', 'zh-CN'].map(async (language) =>
      (await (await fetch('../../resources/web/strings/' + language + '.json')).json()).scripts));
    const techniques = PushLab.techniqueOrder.flatMap((name) => [english, chinese].map((texts) => texts['technique.' + name]));
    const values = techniques.concat('Ann', '小明', '3', '1.5 ms').flatMap((value) => [value, PushLab.isolated(value)]);
    const wrong = /\p{sc=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{sc=Han}|[\p{sc=Han}）] \p{sc=Han}/u;
    let filled = 0;
    for (const [key, text] of Object.entries(chinese)) {
      const names = Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1]);
      PushLab.strings['every.' + key] = text;
      for (const value of names.length && key !== 'projector.keys' ? values : []) { // that one is filled with keys and their points
        const shown = PushLab.t('every.' + key, Object.fromEntries(names.map((name) => [name, value]))).replace(/[\u2066-\u2069]/g, '');
        Tests.same(wrong.test(shown), false, shown);
        ++filled;
      }
      delete PushLab.strings['every.' + key];
    }
    Tests.same(filled > 1000 && techniques.every(Boolean), true);
  });

  Tests.add('back-off grows to 30 s and starts over after 5 s of stability', () => {
    let now = 0;
    const backoff = new PushLab.Backoff(() => now, () => 0.5);
    Tests.same(Array.from({length: 7}, () => backoff.failed()), [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    backoff.worked();
    now = 4999;
    Tests.same(backoff.failed(), 30000);
    backoff.worked();
    now += 3000;
    backoff.worked();
    now += 2000;
    Tests.same(backoff.failed(), 1000);
  });

  Tests.add('back-off is spread by a fifth', () => {
    Tests.same([0, 1].map((value) => new PushLab.Backoff(() => 0, () => value).failed()), [800, 1200]);
  });

  Tests.add('cursor takes each number once and reports what is missing', () => {
    const cursor = new PushLab.LogCursor();
    cursor.begin('e', 3);
    Tests.same([cursor.take(3), cursor.take(4), cursor.take(4), cursor.take(7)], [
      {fresh: false, gap: null}, {fresh: true, gap: null}, {fresh: false, gap: null},
      {fresh: true, gap: {kind: 'trimmed', missed: 2}}]);
    Tests.same([cursor.check('e', 8), cursor.check('e', 10), cursor.after], [null, {kind: 'trimmed', missed: 2}, 9]);
    Tests.same([cursor.check('f', 1), cursor.after, cursor.epoch], [{kind: 'new-epoch', missed: 0}, 0, 'f']);
  });

  Tests.add('clock takes the sample with the shortest round trip', () => {
    const clock = new PushLab.Clock();
    Tests.same(clock.known, false);
    clock.add(1000, 1100, 5000);
    clock.add(2000, 2010, 6008);
    clock.add(3000, 3050, 7000);
    Tests.same(clock.best, {offset: 4003, uncertainty: 5});
  });

  Tests.add('times have no more digits than are known', () => {
    PushLab.strings['numbers.locale'] = 'en';
    PushLab.strings['numbers.known'] = '{value} ± {uncertainty}';
    const rows = [[0, 18.2, '0 ± 19'], [-0.3, 18, '0 ± 18'], [123.4, 18, '123 ± 18'], [123.4, 180, '120 ± 180'], [1234.5, 99.2, '1,230 ± 100'],
      [3.14, 1.84, '3.1 ± 1.9'], [3.14, 9.96, '3 ± 10'], [3.14, 0.21, '3.1 ± 0.3'], [3.14, 0.04, '3.1'], [3.14, 0, '3.1'], [0, null, '0.0']];
    for (const [value, uncertainty, text] of rows)
      Tests.same(PushLab.measured(value, uncertainty), text, value + ' ± ' + uncertainty);
    Tests.same([[48.3, 0.4], [48.3, 0.6], [9.94, 0.4], [48.3, 18]].map(([delay, known]) => PushLab.measuredDelay(delay, known)),
      ['48', '48 ± 0.6', '9.9 ± 0.4', '48 ± 18']);
  });

  // Another tab, as far as this one can tell.
  function hold(tab, since, until) {
    localStorage.setItem('pushlab-hold ' + tab, since + ' ' + until);
  }

  Tests.add('four tabs hold a request, those that were first, and one that crashed is not counted for ever', () => {
    PushLab.strings['tabs.full'] = '{count} {seconds}';
    const now = Date.now();
    const notice = document.getElementById('tabs-notice');
    const take = () => PushLab.holds.take(10000, 2, () => {});
    try {
      for (const tab of ['a', 'b', 'c'])
        hold(tab, now - 1000, now + 5000);
      hold('crashed', now - 90000, now - 1);
      hold('clock set back', now, now + 3600000);
      Tests.same([take(), notice.hidden], [true, true]);
      hold('late', now + 1000, now + 5000);
      Tests.same(take(), true, 'this one was before it');
      hold('d', now - 1000, now + 5000);
      Tests.same([take(), notice.textContent], [false, '4 2']);
      localStorage.removeItem('pushlab-hold late');
      localStorage.removeItem('pushlab-hold a');
      Tests.same([take(), notice.hidden], [true, true]);
    } finally {
      PushLab.holds.release();
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith('pushlab-hold ')))
        localStorage.removeItem(key);
    }
  });

  Tests.add('outbox keeps order and id', () => {
    const outbox = new PushLab.Outbox();
    const [a, b] = [outbox.add('a', 'me', 0), outbox.add('b', 'me', 0)];
    outbox.next().state = 'sent';
    Tests.same(outbox.next().id, b.id);
    outbox.requeueAll();
    Tests.same(outbox.next().id, a.id);
    outbox.remove(a.id);
    Tests.same(outbox.items.map((item) => item.text), ['b']);
  });

  Tests.add('the question is the one that the host states, then what the log says later', () => {
    const state = new PushLab.SettingsInForce({});
    const entry = (seq, kind, question) => ({seq, control: {kind, question}});
    const asked = {id: 'a', open: true};
    state.begin({epoch: 'e', next: 5, settings: {}, question: {id: 'a', open: true, guess: 7}});
    Tests.same(state.question, {id: 'a', open: true, guess: 7});
    state.take('e', entry(4, 'question', null)); // it is in what was stated
    Tests.same(state.question.guess, 7);
    state.take('e', entry(6, 'question', {id: 'a', open: false}));
    Tests.same(state.question, {id: 'a', open: false, guess: 7}); // the log says no one's guess
    state.take('e', entry(7, 'result', {id: 'a', open: false, result: {count: 1}}));
    Tests.same(state.question.result, {count: 1});
    state.take('e', {seq: 8, control: {kind: 'settings', settings: {hold: 3}}});
    Tests.same([state.settings.hold, state.question.id], [3, 'a']);
    state.take('e', entry(9, 'question', {id: 'b', open: true}));
    Tests.same(state.question, {id: 'b', open: true});
    state.take('e', entry(10, 'question', null));
    Tests.same(state.question, null);
    state.forget();
    state.take('f', entry(1, 'question', asked)); // heard before what holds is known
    Tests.same(state.question, null);
    state.begin({epoch: 'f', next: 0, settings: {}});
    Tests.same(state.question, asked);
  });
})();
