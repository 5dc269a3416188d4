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
    const cursor = new PushLab.Cursor();
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

  Tests.add('outbox keeps order and id', () => {
    const outbox = new PushLab.Outbox();
    const [a, b] = [outbox.add('a', 'me', 0), outbox.add('b', 'me', 0)];
    outbox.next().state = 'sent';
    Tests.same(outbox.next().id, b.id);
    outbox.requeue();
    Tests.same(outbox.next().id, a.id);
    outbox.remove(a.id);
    Tests.same(outbox.items.map((item) => item.text), ['b']);
  });
})();
