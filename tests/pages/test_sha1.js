// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

(function () {
  'use strict';

  const hex = (text) => Array.from(PushLab.sha1(new TextEncoder().encode(text)),
    (byte) => byte.toString(16).padStart(2, '0')).join('');
  // FIPS 180-4's examples, and lengths around the edges of a block
  const vectors = [
    ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
    ['The quick brown fox jumps over the lazy dog', '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'],
    ['a'.repeat(55), 'c1c8bbdc22796e28c0e15163d20899b65621d65a'],
    ['a'.repeat(56), 'c2db330f6083854c99d4b5bfb6e8f29f201be699'],
    ['a'.repeat(63), '03f09f5b158a7a8cdad920bddc29b81c18a551f5'],
    ['a'.repeat(64), '0098ba824b5c16427bd7a1122a5a442a25ec644d'],
    ['a'.repeat(1000000), '34aa973cd4c4daa4f61eeb2bdbad27316534016f'],
  ];
  for (const [text, digest] of vectors)
    Tests.add('sha1 of ' + text.length + ' bytes', () => Tests.same(hex(text), digest));

  Tests.add('accept value of RFC 6455 1.3', () => {
    const digest = PushLab.sha1(new TextEncoder().encode('dGhlIHNhbXBsZSBub25jZQ==' + PushLab.webSocketGuid));
    Tests.same(PushLab.base64(digest), 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  });
})();
