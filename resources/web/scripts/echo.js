// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A WebSocket with its four events, and the changes of its readyState.
(function (PushLab) {
  'use strict';

  const shownBytes = 16;
  const shownRows = 500;
  const log = document.getElementById('log');
  const input = document.getElementById('text');
  let socket = null;

  function note(text, kind) {
    noteRow(PushLab.element('p', kind, text));
  }

  // The text replaces {text} in `words`; its writing direction does not affect the rest.
  function noteText(words, text, kind) {
    const row = PushLab.element('p', kind);
    const [before, after] = words.split('{text}');
    row.append(before, PushLab.element('bdi', '', PushLab.shownText(text)), after);
    noteRow(row);
  }

  function noteRow(row) {
    log.append(row);
    while (log.children.length > shownRows)
      log.firstElementChild.remove();
    log.scrollTop = log.scrollHeight;
  }

  function showState() {
    const state = socket ? socket.readyState : WebSocket.CLOSED;
    for (const item of document.querySelectorAll('#states li')) {
      if (Number(item.dataset.state) === state)
        item.setAttribute('aria-current', 'true');
      else
        item.removeAttribute('aria-current');
    }
    const open = state === WebSocket.OPEN;
    document.getElementById('send').disabled = !open;
    document.getElementById('send-binary').disabled = !open;
    document.getElementById('close').disabled = !open;
    document.getElementById('open').disabled = state !== WebSocket.CLOSED;
    document.getElementById('fail').disabled = state !== WebSocket.CLOSED;
    document.getElementById('status').textContent = 'readyState ' + state;
  }

  function countEvent(name) {
    const cell = document.querySelector('[data-event=' + name + ']');
    cell.textContent = String(Number(cell.textContent) + 1);
    showState();
  }

  function hex(buffer) {
    const bytes = Array.from(new Uint8Array(buffer).subarray(0, shownBytes));
    const text = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    return buffer.byteLength > shownBytes ? text + ' …' : text;
  }

  function received(data) {
    PushLab.counter.add('messages');
    if (typeof data === 'string') {
      const bytes = PushLab.utf8Length(data);
      PushLab.counter.add('bytes', bytes);
      noteText(PushLab.t('echo.textReceived', {bytes}), data, 'in');
    } else {
      PushLab.counter.add('bytes', data.byteLength);
      note(PushLab.t('echo.binaryReceived', {bytes: data.byteLength, hex: hex(data)}), 'in');
    }
  }

  function connect(path, words) {
    const address = location.origin.replace(/^http/, 'ws') + path;
    note(PushLab.t('echo.opening', {address}));
    if (words)
      note(words);
    PushLab.counter.add('requests');
    socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      note(PushLab.t('echo.opened'));
      countEvent('open');
    };
    socket.onmessage = (event) => {
      received(event.data);
      countEvent('message');
    };
    socket.onerror = () => {
      note(PushLab.t('echo.error'), 'error');
      countEvent('error');
    };
    socket.onclose = (event) => {
      const clean = event.wasClean ? PushLab.t('echo.clean') : PushLab.t('echo.unclean');
      note(PushLab.t('echo.closed', {code: event.code, clean, reason: event.reason}));
      countEvent('close');
    };
    showState();
  }

  function send(binary) {
    const bytes = new TextEncoder().encode(input.value);
    PushLab.counter.add('sends');
    PushLab.counter.add('bytes', bytes.length);
    socket.send(binary ? bytes : input.value);
    note(binary ? PushLab.t('echo.sentBinary', {bytes: bytes.length})
      : PushLab.t('echo.sentText', {bytes: bytes.length}), 'out');
  }

  document.getElementById('open').addEventListener('click', () => connect('/ws/echo/'));
  document.getElementById('fail').addEventListener('click', () => connect('/ws/none/', PushLab.t('echo.failing')));
  document.getElementById('close').addEventListener('click', () => {
    note(PushLab.t('echo.closing'));
    socket.close(1000);
    showState();
  });
  document.getElementById('send-form').addEventListener('submit', (event) => {
    event.preventDefault();
    send(false);
  });
  document.getElementById('send-binary').addEventListener('click', () => send(true));
  connect('/ws/echo/');
})(window.PushLab);
