// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of recorded bytes as a tree (WAI-ARIA's pattern): arrow keys move, open and close; what is chosen is told. The host has taken
// the bytes apart and worded the parts; see server/protocol/wire/anatomyjson.h.
(function (PushLab) {
  'use strict';

  const shownText = 60; // characters
  const utf8 = new TextDecoder();

  // What stands there, in a line.
  function textOf(part, bytes) {
    if (part.bits)
      return Number(part.value).toString(2).padStart(part.bits, '0') + (part.bits > 1 ? ' = ' + part.value : '');
    if (part.value !== undefined)
      return part.value;
    if (part.kind === 'masking-key')
      return Array.from(bytes.subarray(part.offset, part.offset + part.size), PushLab.hexByte).join(' ');
    const inner = (part.parts || []).find(({kind}) => kind === 'field-value' || kind === 'event-field-value');
    const {offset, size} = inner || part;
    return utf8.decode(bytes.subarray(offset, offset + Math.min(size, 4 * shownText)));
  }

  PushLab.partText = textOf;

  PushLab.PartTree = class {
    // chosen(part) is called when a part is chosen by the reader.
    constructor(root, chosen) {
      Object.assign(this, {root, chosen, parts: [], bytes: new Uint8Array(0), items: new Map(), current: null});
      root.addEventListener('click', (event) => this.click(event));
      root.addEventListener('keydown', (event) => this.key(event));
    }

    show(parts, bytes) {
      Object.assign(this, {parts, bytes, items: new Map(), current: null});
      this.root.replaceChildren(...parts.map((part, i) => this.item(part, null, i, parts.length)));
      if (parts.length)
        this.items.get(parts[0]).tabIndex = 0;
    }

    item(part, parent, index, count) {
      const item = PushLab.element('li');
      Object.assign(item, {piece: part, outer: parent, tabIndex: -1}); // an element's own "part" is another thing
      item.setAttribute('role', 'treeitem');
      item.setAttribute('aria-selected', 'false');
      item.setAttribute('aria-posinset', index + 1);
      item.setAttribute('aria-setsize', count);
      item.dataset.kind = part.kind;
      const row = PushLab.element('div', 'part-row' + (part.overhead ? '' : ' payload'));
      const text = textOf(part, this.bytes).replace(/\s+/g, ' ').trim();
      row.append(PushLab.element('span', 'part-name', part.name), ' ',
        PushLab.element('bdi', 'part-text mono', text.length > shownText ? text.slice(0, shownText) + '…' : text), ' ',
        PushLab.element('span', 'part-size', part.bits ? PushLab.t('exchanges.bits', {count: part.bits})
          : PushLab.t('exchanges.bytes', {count: PushLab.number(part.size)})));
      item.append(row);
      if (part.parts)
        item.setAttribute('aria-expanded', 'false');
      this.items.set(part, item);
      return item;
    }

    // Children come when they are wanted: there may be two thousand.
    open(item) {
      if (!item.piece.parts)
        return;
      item.setAttribute('aria-expanded', 'true');
      if (item.lastElementChild.getAttribute('role') === 'group')
        return;
      const group = PushLab.element('ul');
      group.setAttribute('role', 'group');
      group.append(...item.piece.parts.map((part, i) => this.item(part, item.piece, i, item.piece.parts.length)));
      item.append(group);
    }

    close(item) {
      if (item.piece.parts)
        item.setAttribute('aria-expanded', 'false');
    }

    isOpen(item) {
      return item.getAttribute('aria-expanded') === 'true';
    }

    // Marks a part; what it stands in is opened.
    select(part, withFocus) {
      const item = this.items.get(part);
      if (!item)
        return;
      if (this.current) {
        this.current.setAttribute('aria-selected', 'false');
        this.current.tabIndex = -1;
      } else {
        this.root.querySelectorAll('[tabindex="0"]').forEach((other) => other.tabIndex = -1);
      }
      this.current = item;
      item.setAttribute('aria-selected', 'true');
      item.tabIndex = 0;
      for (let outer = item.outer; outer; outer = this.items.get(outer).outer)
        this.open(this.items.get(outer));
      if (withFocus)
        item.focus({preventScroll: true});
      item.firstElementChild.scrollIntoView({block: 'nearest'});
    }

    // The part that has the byte and no parts of its own; what it stands in is opened on the way.
    partAt(offset) {
      const has = ({offset: from, size}) => offset >= from && offset < from + size;
      let part = this.parts.find(has);
      while (part && part.parts) {
        this.open(this.items.get(part));
        part = part.parts.find(has);
      }
      return part;
    }

    choose(item) {
      this.select(item.piece, true);
      this.chosen(item.piece);
    }

    click(event) {
      const item = event.target.closest('[role=treeitem]');
      if (!item)
        return;
      if (this.isOpen(item) && item === this.current)
        this.close(item);
      else
        this.open(item);
      this.choose(item);
    }

    // The items in sight, in order.
    visible() {
      return Array.from(this.root.querySelectorAll('[role=treeitem]')).filter((item) => {
        for (let outer = item.outer; outer; outer = this.items.get(outer).outer) {
          if (!this.isOpen(this.items.get(outer)))
            return false;
        }
        return true;
      });
    }

    step(item, key) {
      const items = this.visible();
      const at = items.indexOf(item);
      if (key === 'Home' || key === 'End')
        return items[key === 'Home' ? 0 : items.length - 1];
      return items[at + (key === 'ArrowDown' ? 1 : -1)];
    }

    sideways(item, key) {
      if (key === 'ArrowRight') {
        if (!item.piece.parts || !this.isOpen(item))
          return this.open(item);
        return this.items.get(item.piece.parts[0]);
      }
      if (this.isOpen(item))
        return this.close(item);
      return this.items.get(item.outer);
    }

    key(event) {
      const item = event.target.closest('[role=treeitem]');
      if (!item)
        return;
      const isStep = ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key);
      const isSideways = ['ArrowLeft', 'ArrowRight'].includes(event.key);
      if (!isStep && !isSideways && event.key !== 'Enter' && event.key !== ' ')
        return;
      event.preventDefault();
      const next = isStep ? this.step(item, event.key) : isSideways ? this.sideways(item, event.key) : item;
      if (next)
        this.choose(next);
    }
  };
})(window.PushLab);
