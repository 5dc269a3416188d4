// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

(function () {
  'use strict';

  const {encode, decode, fromHex, toHex} = PushLab.frame;
  const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
  const hello = new TextEncoder().encode('Hello');
  const text = (bytes) => new TextDecoder().decode(bytes);

  Tests.add('frames of RFC 6455 5.7 built', () => {
    Tests.same(toHex(encode({fin: true, opcode: 1, payload: hello, key: null})), '81 05 48 65 6c 6c 6f');
    Tests.same(toHex(encode({fin: true, opcode: 1, payload: hello, key})), '81 85 37 fa 21 3d 7f 9f 4d 51 58');
    Tests.same(toHex(encode({fin: false, opcode: 1, payload: hello.slice(0, 3), key: null})), '01 03 48 65 6c');
  });

  Tests.add('frames of RFC 6455 5.7 taken apart', () => {
    const masked = decode(fromHex('81 85 37 fa 21 3d 7f 9f 4d 51 58'));
    Tests.same([masked.fin, masked.rsv, masked.opcode, masked.masked, masked.length, masked.need, text(masked.payload)],
      [true, 0, 1, true, 5, 11, 'Hello']);
    const ping = decode(fromHex('89 05 48 65 6c 6c 6f'));
    Tests.same([ping.opcode, ping.masked, text(ping.payload)], [9, false, 'Hello']);
    Tests.same(decode(fromHex('01 03 48 65 6c')).fin, false);
  });

  Tests.add('lengths of 7, 16 and 64 bits', () => {
    for (const [length, header] of [[0, '82 00'], [125, '82 7d'], [126, '82 7e 00 7e'], [65535, '82 7e ff ff'],
      [65536, '82 7f 00 00 00 00 00 01 00 00']]) {
      const bytes = encode({fin: true, opcode: 2, payload: new Uint8Array(length), key: null});
      Tests.same(toHex(bytes.slice(0, bytes.length - length)), header);
      const frame = decode(bytes);
      Tests.same([frame.length, frame.shortest, frame.need], [length, true, bytes.length]);
    }
  });

  Tests.add('a length that is not the shortest is noticed', () => {
    Tests.same(decode(fromHex('82 7e 00 05 01 02 03 04 05')).shortest, false);
    Tests.same(decode(fromHex('82 7f 00 00 00 00 00 00 ff ff')).shortest, false);
  });

  Tests.add('every beginning of a frame can be taken apart', () => {
    const whole = encode({fin: true, opcode: 1, payload: new Uint8Array(300), key});
    for (let have = 0; have < whole.length; ++have)
      Tests.same(decode(whole.slice(0, have)).need > have, true, have + ' bytes');
    Tests.same(decode(whole).need, whole.length);
  });

  Tests.add('hexadecimal text', () => {
    Tests.same(Array.from(fromHex('0x81, 05:ff\n')), [0x81, 5, 255]);
    Tests.same([fromHex('8'), fromHex('8g'), fromHex('').length], [null, null, 0]);
  });
})();
