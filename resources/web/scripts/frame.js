// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Builds WebSocket frames (RFC 6455 5.2) from parts, and parses bytes as frames. Uses no page.
(function (PushLab) {
  'use strict';

  // options: fin, opcode, payload (bytes), key (4 bytes, or null for an unmasked frame)
  function encode(options) {
    const length = options.payload.length;
    const mask = options.key ? 0x80 : 0;
    const header = [(options.fin ? 0x80 : 0) | options.opcode];
    if (length < 126)
      header.push(mask | length);
    else if (length < 65536)
      header.push(mask | 126, length >> 8, length & 0xff);
    else
      header.push(mask | 127, 0, 0, 0, 0, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff);
    if (options.key)
      header.push(...options.key);
    const frame = new Uint8Array(header.length + length);
    frame.set(header);
    frame.set(xor(options.payload, options.key), header.length);
    return frame;
  }

  // Masking and unmasking are the same.
  function xor(bytes, key) {
    return key ? Uint8Array.from(bytes, (byte, i) => byte ^ key[i % 4]) : Uint8Array.from(bytes);
  }

  // The payload's length and position: {length, size (bytes of the extended length), shortest}
  function readLength(bytes) {
    const short = bytes[1] & 0x7f;
    if (short < 126)
      return {short, size: 0, length: short, shortest: true};
    const size = short === 126 ? 2 : 8;
    let length = 0;
    for (let i = 0; i < size; ++i)
      length = length * 256 + (bytes[2 + i] || 0);
    return {short, size, length, shortest: short === 126 ? length > 125 : length > 65535};
  }

  // The first frame in bytes. `need` is the length of the whole frame as far as it is known; the frame is complete when there are
  // that many bytes. Missing parts are empty.
  function decode(bytes) {
    const first = bytes.length > 0 ? bytes[0] : 0;
    const frame = {
      fin: (first & 0x80) !== 0, rsv: (first >> 4) & 7, opcode: first & 0x0f, masked: false,
      short: 0, lengthSize: 0, length: 0, shortest: true, key: null, headerSize: 2, payload: new Uint8Array(), need: 2,
    };
    if (bytes.length < 2)
      return frame;
    const length = readLength(bytes);
    frame.masked = (bytes[1] & 0x80) !== 0;
    frame.short = length.short;
    frame.lengthSize = length.size;
    frame.headerSize = 2 + length.size + (frame.masked ? 4 : 0);
    frame.need = frame.headerSize;
    if (bytes.length < 2 + length.size)
      return frame;
    frame.length = length.length;
    frame.shortest = length.shortest;
    frame.need = frame.headerSize + length.length;
    if (bytes.length < frame.headerSize)
      return frame;
    if (frame.masked)
      frame.key = bytes.slice(frame.headerSize - 4, frame.headerSize);
    frame.wire = bytes.slice(frame.headerSize, frame.need);
    frame.payload = xor(frame.wire, frame.key);
    return frame;
  }

  // The bytes of a hexadecimal text; null when it is invalid.
  function fromHex(text) {
    const digits = text.replace(/0x|[\s,:]/gi, '');
    if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits))
      return null;
    return Uint8Array.from(digits.match(/../g) || [], (pair) => parseInt(pair, 16));
  }

  function toHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  }

  PushLab.frame = {encode, decode, xor, fromHex, toHex};
})(window.PushLab);
