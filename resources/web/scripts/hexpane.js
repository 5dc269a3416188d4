// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes in hexadecimal and as characters. One part of them is marked; a byte that is clicked, or reached by the arrow keys, tells which
// part it is of. Of many bytes a window is shown.
(function (PushLab) {
  'use strict';

  const windowSize = 2048; // bytes in the document at once
  const wide = 16; // bytes in a row
  const narrow = 8;
  const narrowWidth = 480; // px
  const isPrintable = (byte) => byte > 0x20 && byte < 0x7f;

  PushLab.hexByte = (byte) => byte.toString(16).padStart(2, '0');

  // ASCII as it is, other bytes as a dot.
  PushLab.byteText = (byte) => (byte === 0x20 ? ' ' : isPrintable(byte) ? String.fromCharCode(byte) : '·');

  PushLab.bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

  PushLab.HexPane = class {
    // chosen(offset) is called when a byte is.
    constructor(pane, {earlier, later, range}, chosen) {
      Object.assign(this, {pane, earlier, later, range, chosen, bytes: new Uint8Array(0), payload: [], from: 0, marked: null, at: 0});
      pane.addEventListener('click', (event) => this.choose(event.target.dataset.at));
      pane.addEventListener('keydown', (event) => this.key(event));
      earlier.addEventListener('click', () => this.move(this.from - windowSize));
      later.addEventListener('click', () => this.move(this.from + windowSize));
    }

    // payload(offset) says which bytes are no overhead.
    show(bytes, payload) {
      Object.assign(this, {bytes, payload, from: 0, marked: null, at: 0});
      this.draw();
    }

    mark(offset, size) {
      this.marked = {offset, end: offset + size};
      if (this.at < offset || this.at >= offset + size)
        this.at = offset;
      if (this.at < this.from || this.at >= this.from + windowSize)
        this.from = Math.floor(this.at / windowSize) * windowSize;
      this.draw();
      const first = this.pane.querySelector('.marked');
      if (first)
        first.scrollIntoView({block: 'nearest'});
    }

    move(from) {
      this.from = Math.max(0, Math.min(from, this.bytes.length - 1));
      this.draw();
    }

    choose(at) {
      if (at === undefined)
        return;
      this.at = Number(at);
      this.chosen(this.at);
    }

    key(event) {
      const row = this.columns();
      const steps = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row, Home: -this.at, End: this.bytes.length - 1 - this.at};
      const to = this.at + steps[event.key];
      if (!(to >= 0 && to < this.bytes.length))
        return;
      event.preventDefault();
      this.choose(to);
    }

    columns() {
      return this.pane.clientWidth < narrowWidth ? narrow : wide;
    }

    classOf(at) {
      const {marked} = this;
      return 'byte' + (this.payload(at) ? ' payload' : '') + (marked && at >= marked.offset && at < marked.end ? ' marked' : '')
        + (at === this.at ? ' at' : '');
    }

    drawRow(from, end, columns) {
      const row = PushLab.element('div', 'hex-row');
      const hex = PushLab.element('span', 'hex-bytes');
      const text = PushLab.element('span', 'hex-text');
      for (let at = from; at < end; ++at) {
        for (const [cell, shown] of [[hex, PushLab.hexByte(this.bytes[at])], [text, PushLab.byteText(this.bytes[at])]]) {
          const byte = PushLab.element('span', this.classOf(at), shown);
          byte.dataset.at = at;
          cell.append(byte);
        }
      }
      hex.style.setProperty('--columns', columns);
      row.append(PushLab.element('span', 'hex-offset', from.toString(16).padStart(4, '0')), hex, text);
      return row;
    }

    draw() {
      const columns = this.columns();
      const end = Math.min(this.from + windowSize, this.bytes.length);
      const rows = [];
      for (let at = this.from; at < end; at += columns)
        rows.push(this.drawRow(at, Math.min(at + columns, end), columns));
      this.pane.replaceChildren(...rows);
      const isWhole = this.bytes.length <= windowSize;
      for (const element of [this.earlier, this.later, this.range])
        element.hidden = isWhole;
      this.earlier.disabled = this.from === 0;
      this.later.disabled = end === this.bytes.length;
      this.range.textContent = PushLab.t('exchanges.range', {from: PushLab.number(this.from), to: PushLab.number(end - 1),
        count: PushLab.number(this.bytes.length)});
    }
  };
})(window.PushLab);
