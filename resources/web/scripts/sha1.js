// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SHA-1 (FIPS 180-4) and base64, written out to show the steps. Browsers hide crypto.subtle from pages over plain HTTP, too,
// except on localhost.
(function (PushLab) {
  'use strict';

  function rotate(value, bits) {
    return (value << bits) | (value >>> (32 - bits));
  }

  // The message, a 1 bit, zeros, and the length in bits as the last 64 of a multiple of 512.
  function padded(bytes) {
    const padding = 64 - ((bytes.length + 9) % 64 || 64);
    const data = new DataView(new ArrayBuffer(bytes.length + 9 + padding));
    bytes.forEach((byte, i) => data.setUint8(i, byte));
    data.setUint8(bytes.length, 0x80);
    data.setUint32(data.byteLength - 8, Math.floor(bytes.length / 0x20000000));
    data.setUint32(data.byteLength - 4, (bytes.length * 8) >>> 0);
    return data;
  }

  function schedule(data, block) {
    const words = new Array(80);
    for (let t = 0; t < 80; ++t)
      words[t] = t < 16 ? data.getUint32(block + 4 * t)
        : rotate(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1);
    return words;
  }

  // The function and the constant of one round.
  function round(t, b, c, d) {
    if (t < 20)
      return ((b & c) | (~b & d)) + 0x5a827999;
    if (t < 40)
      return (b ^ c ^ d) + 0x6ed9eba1;
    if (t < 60)
      return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    return (b ^ c ^ d) + 0xca62c1d6;
  }

  function compress(hash, words) {
    let [a, b, c, d, e] = hash;
    for (let t = 0; t < 80; ++t) {
      const next = (rotate(a, 5) + round(t, b, c, d) + e + words[t]) | 0;
      [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
    }
    return [hash[0] + a | 0, hash[1] + b | 0, hash[2] + c | 0, hash[3] + d | 0, hash[4] + e | 0];
  }

  // The 20 bytes of the digest of an array of bytes.
  PushLab.sha1 = function (bytes) {
    let hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
    const data = padded(bytes);
    for (let block = 0; block < data.byteLength; block += 64)
      hash = compress(hash, schedule(data, block));
    const digest = new DataView(new ArrayBuffer(20));
    hash.forEach((word, i) => digest.setInt32(4 * i, word));
    return new Uint8Array(digest.buffer);
  };

  PushLab.base64 = function (bytes) {
    return btoa(String.fromCharCode(...bytes));
  };

  // RFC 6455 1.3
  PushLab.webSocketGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
})(window.PushLab);
