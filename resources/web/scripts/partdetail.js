// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is to be said of a part of recorded bytes: its purpose, where it stands, what it says; how its mask comes off, and how a
// handshake's accept value comes about.
(function (PushLab) {
  'use strict';

  const shownSteps = 32; // bytes of which the mask is taken off step by step
  const shownValue = 4000; // characters

  function placeText({offset, size, bits, firstBit}) {
    if (bits === 1)
      return PushLab.t('exchanges.placeBit', {first: firstBit + 1, offset: PushLab.number(offset)});
    if (bits)
      return PushLab.t('exchanges.placeBits', {first: firstBit + 1, last: firstBit + bits, offset: PushLab.number(offset)});
    return PushLab.t('exchanges.place', {from: PushLab.number(offset), to: PushLab.number(offset + size - 1), count: PushLab.number(size)});
  }

  const payloadIn = (part) => (part.parts ? part.parts.reduce((sum, inner) => sum + payloadIn(inner), 0) : part.overhead ? 0 : part.size);

  function weightText(part) {
    const payload = payloadIn(part);
    if (payload > 0 && payload < part.size)
      return PushLab.t('exchanges.sizes', {header: PushLab.number(part.size - payload), payload: PushLab.number(payload)});
    return payload > 0 ? PushLab.t('exchanges.payload') : PushLab.t('exchanges.overhead');
  }

  function factsText(part) {
    return [placeText(part), weightText(part), part.section]
      .filter((text) => text).join(' · ');
  }

  function unmasking(steps) {
    const table = PushLab.element('table', 'xor');
    const rows = [PushLab.t('exchanges.masked'), PushLab.t('exchanges.key'), PushLab.t('exchanges.plain')].map((words, i) => {
      const row = PushLab.element('tr');
      const head = PushLab.element('th', '', words);
      head.scope = 'row';
      row.append(head, ...steps.slice(0, shownSteps).map((step) => PushLab.element('td', 'mono', PushLab.hexByte(step[i]))));
      return row;
    });
    const text = PushLab.element('tr');
    text.append(PushLab.element('th', '', PushLab.t('exchanges.text')),
      ...steps.slice(0, shownSteps).map((step) => PushLab.element('td', 'mono', PushLab.byteText(step[2]))));
    text.firstChild.scope = 'row';
    table.append(...rows, text);
    const scroll = PushLab.element('div', 'scroll');
    scroll.tabIndex = 0;
    scroll.append(table);
    return [PushLab.element('h4', '', PushLab.t('exchanges.unmasking')), scroll];
  }

  function accepting({key, joined, sha1, accept}) {
    const list = PushLab.element('ol', 'accept');
    for (const [words, value] of [[PushLab.t('exchanges.acceptKey'), key], [PushLab.t('exchanges.acceptJoined'), joined],
      [PushLab.t('exchanges.acceptHash'), sha1], [PushLab.t('exchanges.acceptBase64'), accept]]) {
      const item = PushLab.element('li', '', words);
      item.append(PushLab.element('output', '', value));
      list.append(item);
    }
    return [PushLab.element('h4', '', PushLab.t('exchanges.accept')), list];
  }

  // record: as the host tells of it; bytes: its own.
  PushLab.showPart = function (place, part, record, bytes) {
    const value = PushLab.partText(part, bytes);
    const children = [PushLab.element('h4', 'part-title', part.name), PushLab.element('p', 'purpose', part.purpose),
      PushLab.element('p', 'facts', factsText(part))];
    if (value.trim() !== '' && !part.parts)
      children.push(PushLab.element('pre', 'part-value', value.length > shownValue ? value.slice(0, shownValue) + '…' : value));
    if (record.xor && (part.kind === 'payload' || part.kind === 'masking-key'))
      children.push(...unmasking(record.xor));
    if (record.accept && part.kind === 'field-line' && part.name === 'Sec-WebSocket-Key')
      children.push(...accepting(record.accept));
    place.replaceChildren(...children);
  };
})(window.PushLab);
