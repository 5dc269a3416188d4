// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows a frame byte by byte, built from the form or parsed from typed bytes.
(function (PushLab) {
  'use strict';

  const {encode, decode, fromHex, toHex} = PushLab.frame;
  const sampleKey = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d); // RFC 6455 5.7
  const normalClosure = 1000; // RFC 6455 7.4.1
  const shownPayload = 24; // bytes
  const shownHex = 400; // bytes in the editable field; more would only be scrolled past
  const opcodes = {
    0: {key: 'frame.opContinuation'}, 1: {key: 'frame.opText'}, 2: {key: 'frame.opBinary'},
    8: {key: 'frame.opClose'}, 9: {key: 'frame.opPing'}, 10: {key: 'frame.opPong'},
  };
  const samples = {
    masked: {text: 'Hello', opcode: 1, masked: true},
    plain: {text: 'Hello', opcode: 1, masked: false},
    medium: {text: 'PushLab '.repeat(25), opcode: 1, masked: true},
    large: {text: 'PushLab '.repeat(8750), opcode: 2, masked: true},
    close: {text: '', opcode: 8, masked: true},
  };
  const byId = (id) => document.getElementById(id);

  function bits(value, count) {
    return value.toString(2).padStart(count, '0');
  }

  function utf8(bytes) {
    try {
      return '“' + new TextDecoder('utf-8', {fatal: true}).decode(bytes) + '”';
    } catch (error) {
      return PushLab.t('frame.noText');
    }
  }

  // A close frame begins with its code as two bytes; the text is then its reason.
  function payloadOf(text, opcode) {
    const bytes = new TextEncoder().encode(text);
    return opcode === 8 ? Uint8Array.of(normalClosure >> 8, normalClosure & 0xff, ...bytes) : bytes;
  }

  function lengthMeaning(frame) {
    if (frame.lengthSize === 0)
      return PushLab.t('frame.length7');
    return frame.lengthSize === 2 ? PushLab.t('frame.length16') : PushLab.t('frame.length64');
  }

  function payloadMeaning(frame) {
    const shown = frame.payload.subarray(0, 200);
    if (frame.opcode === 8 && frame.payload.length >= 2)
      return PushLab.t('frame.closeCode', {code: shown[0] * 256 + shown[1], reason: utf8(shown.subarray(2))});
    return frame.payload.length > shown.length ? toHex(shown.subarray(0, shownPayload)) + ' …' : utf8(shown);
  }

  // Rows of the table: [bytes, field, value, meaning]
  function headerRows(frame, bytes) {
    const one = toHex(bytes.subarray(0, 1));
    const two = toHex(bytes.subarray(1, 2));
    const opcode = opcodes[frame.opcode];
    const rows = [
      [one, 'FIN', bits(frame.fin ? 1 : 0, 1), frame.fin ? PushLab.t('frame.fin') : PushLab.t('frame.notFin')],
      ['', 'RSV1–3', bits(frame.rsv, 3), frame.rsv ? PushLab.t('frame.rsvSet') : PushLab.t('frame.rsvClear')],
      ['', 'opcode', bits(frame.opcode, 4), opcode ? PushLab.t(opcode.key) : PushLab.t('frame.opReserved')],
    ];
    if (bytes.length < 2)
      return rows;
    rows.push(
      [two, 'MASK', bits(frame.masked ? 1 : 0, 1), frame.masked ? PushLab.t('frame.maskSet') : PushLab.t('frame.maskClear')],
      ['', PushLab.t('frame.payloadLength'), bits(frame.short, 7) + ' = ' + frame.short, lengthMeaning(frame)]);
    return rows;
  }

  function rows(frame, bytes) {
    const list = headerRows(frame, bytes);
    const afterLength = 2 + frame.lengthSize;
    if (frame.lengthSize && bytes.length >= afterLength)
      list.push([toHex(bytes.subarray(2, afterLength)), PushLab.t('frame.extendedLength'), PushLab.number(frame.length),
        frame.shortest ? PushLab.t('frame.lengthLong') : PushLab.t('frame.lengthNotShortest')]);
    if (frame.key)
      list.push([toHex(frame.key), PushLab.t('frame.maskingKey'), '4', '']);
    if (frame.wire && frame.wire.length) {
      const cut = frame.wire.length > shownPayload ? ' …' : '';
      list.push([toHex(frame.wire.subarray(0, shownPayload)) + cut, PushLab.t('frame.payload'),
        PushLab.number(frame.wire.length), payloadMeaning(frame)]);
    }
    return list;
  }

  function note(frame, have) {
    if (have < frame.need)
      return PushLab.t('frame.tooShort', {have: PushLab.number(have), need: PushLab.number(frame.need)});
    if (frame.opcode >= 8 && frame.length > 125)
      return PushLab.t('frame.controlLong');
    if (frame.opcode >= 8 && !frame.fin)
      return PushLab.t('frame.controlSplit');
    if (have > frame.need)
      return PushLab.t('frame.tooLong', {count: PushLab.number(have - frame.need)});
    return PushLab.t('frame.complete', {count: PushLab.number(have)});
  }

  function tableRow(header, cells) {
    const row = PushLab.element('tr');
    row.append(PushLab.element('th', '', header));
    row.firstChild.scope = 'row';
    for (const cell of cells)
      row.append(PushLab.element('td', '', cell));
    return row;
  }

  function showUnmasking(frame) {
    const body = byId('unmask');
    body.replaceChildren();
    if (!frame.key || !frame.wire.length) {
      body.append(tableRow(PushLab.t('frame.notMasked'), []));
      return;
    }
    const wire = Array.from(frame.wire.subarray(0, shownPayload));
    const hex = (byte) => byte.toString(16).padStart(2, '0');
    const character = (byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·');
    body.append(tableRow(PushLab.t('frame.masked'), wire.map(hex)),
      tableRow('⊕ ' + PushLab.t('frame.key'), wire.map((byte, i) => hex(frame.key[i % 4]))),
      tableRow('= ' + PushLab.t('frame.unmasked'), Array.from(frame.payload.subarray(0, shownPayload), hex)),
      tableRow('', Array.from(frame.payload.subarray(0, shownPayload), character)));
    if (frame.wire.length > shownPayload)
      body.append(tableRow(PushLab.t('frame.cut', {count: shownPayload}), []));
  }

  function show(bytes) {
    const frame = decode(bytes);
    const body = byId('frame-fields');
    body.replaceChildren();
    for (const [wire, field, value, meaning] of rows(frame, bytes)) {
      const row = PushLab.element('tr');
      row.append(PushLab.element('td', 'mono', wire), PushLab.element('th', '', field),
        PushLab.element('td', 'mono', value), PushLab.element('td', '', meaning));
      row.children[1].scope = 'row';
      body.append(row);
    }
    showUnmasking(frame);
    byId('frame-note').textContent = note(frame, bytes.length);
  }

  function build(key) {
    const opcode = Number(byId('frame-opcode').value);
    const bytes = encode({
      fin: byId('frame-fin').checked,
      opcode,
      payload: payloadOf(byId('frame-text').value, opcode),
      key: byId('frame-masked').checked ? key : null,
    });
    byId('frame-hex').value = toHex(bytes.subarray(0, shownHex)) + (bytes.length > shownHex ? ' …' : '');
    show(bytes);
  }

  function takeApart() {
    const bytes = fromHex(byId('frame-hex').value.replace(/…\s*$/, ''));
    if (bytes)
      show(bytes);
    else
      byId('frame-note').textContent = PushLab.t('frame.noHex');
  }

  function useSample(sample) {
    byId('frame-text').value = sample.text;
    byId('frame-opcode').value = String(sample.opcode);
    byId('frame-fin').checked = true;
    byId('frame-masked').checked = sample.masked;
    build(sampleKey);
  }

  for (const id of ['frame-text', 'frame-opcode', 'frame-fin', 'frame-masked'])
    byId(id).addEventListener('input', () => build(sampleKey));
  byId('frame-hex').addEventListener('input', takeApart);
  byId('frame-samples').addEventListener('click', (event) => {
    const name = event.target.dataset.sample;
    if (name)
      useSample(samples[name]);
  });
  useSample(samples.masked);
})(window.PushLab);
