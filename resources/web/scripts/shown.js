// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes names and texts of others safe to show beside other text.
(function (PushLab) {
  'use strict';

  const shownCodePoints = 4; // of an invisible name
  const firstStrongIsolate = '\u2068';
  const popIsolate = '\u2069';
  // Besides marks and format characters: characters that count as letters and are invisible.
  const invisible = /[\p{C}\p{Z}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\u2800]/gu;
  // Format characters that are needed in text: joiners of emoji and Persian, tags of flags.
  const turning = /(?![\u200c\u200d\u{e0020}-\u{e007f}])\p{Cf}/gu;

  function isInvisible(text) {
    return text.replace(invisible, '') === '';
  }

  function codePoints(text) {
    const points = Array.from(text, (c) => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0'));
    return points.slice(0, shownCodePoints).join(' ') + (points.length > shownCodePoints ? ' …' : '');
  }

  // A name on one line, without characters that reverse, hide or break the text around it. A name that would be invisible is
  // shown as its code points; an empty one stays empty.
  PushLab.shownName = function (name) {
    if (isInvisible(name))
      return codePoints(name);
    return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(turning, '').replace(/\s+/g, ' ').trim();
  };

  // As above, for use within a sentence: its writing direction does not affect the rest.
  PushLab.isolated = (name) => firstStrongIsolate + PushLab.shownName(name) + popIsolate;

  // A text whose isolates (U+2066 to 2068) all end within it, and that ends only its own: otherwise it would affect what is
  // outside of the element that isolates it, because browsers treat both alike.
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

  // A message's text, or its code points when nothing of it would be visible.
  PushLab.shownText = (text) => isInvisible(text) ? codePoints(text) : PushLab.enclosed(text);
})(window.PushLab);
