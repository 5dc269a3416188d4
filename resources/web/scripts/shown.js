// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How what others call themselves, and what they write, is put beside other things.
(function (PushLab) {
  'use strict';

  const shownCodePoints = 4; // of an invisible name
  const firstStrongIsolate = '\u2068';
  const popIsolate = '\u2069';
  // Besides marks and format characters: letters by their category that leave no mark on paper.
  const invisible = /[\p{C}\p{Z}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\u2800]/gu;
  // Format characters that shape what they stand in stay: joiners of emoji and of Persian, tags of flags.
  const turning = /(?![\u200c\u200d\u{e0020}-\u{e007f}])\p{Cf}/gu;

  function isInvisible(text) {
    return text.replace(invisible, '') === '';
  }

  function codePoints(text) {
    const points = Array.from(text, (c) => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0'));
    return points.slice(0, shownCodePoints).join(' ') + (points.length > shownCodePoints ? ' …' : '');
  }

  // A name on one line, without what turns round, hides or breaks what stands beside it. One of which nothing would
  // be seen is shown as its code points; an empty one stays empty.
  PushLab.shownName = function (name) {
    if (isInvisible(name))
      return codePoints(name);
    return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(turning, '').replace(/\s+/g, ' ').trim();
  };

  // The same for the middle of a sentence: its direction of writing ends with it.
  PushLab.isolated = (name) => firstStrongIsolate + PushLab.shownName(name) + popIsolate;

  // A text whose isolates (U+2066 to 2068) all end within it, and that ends none but its own: else it would reach out
  // of the element that isolates it, by which a browser means the same characters.
  PushLab.enclosed = function (text) {
    let open = 0;
    const kept = text.replace(/[\u2066-\u2069]/g, (c) => {
      if (c !== popIsolate)
        open += 1;
      else if (open === 0)
        return '';
      else
        open -= 1;
      return c;
    });
    return kept + popIsolate.repeat(open);
  };

  // A message's text, or its code points where nothing of it would be seen.
  PushLab.shownText = (text) => isInvisible(text) ? codePoints(text) : PushLab.enclosed(text);
})(window.PushLab);
