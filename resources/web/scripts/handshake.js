// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the handshake step by step, for the typed key.
(function (PushLab) {
  'use strict';

  const sampleKey = 'dGhlIHNhbXBsZSBub25jZQ=='; // RFC 6455 1.3
  const input = document.getElementById('key');

  function isGoodKey(key) {
    return /^[A-Za-z0-9+\/]{21}[AQgw]==$/.test(key);
  }

  function wire(key, accept) {
    return ['GET /ws/echo/ HTTP/1.1', 'Host: ' + location.host, 'Upgrade: websocket', 'Connection: Upgrade',
      'Sec-WebSocket-Key: ' + key, 'Sec-WebSocket-Version: 13', '',
      'HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade',
      'Sec-WebSocket-Accept: ' + accept, ''].join('\n');
  }

  function showJoined(key) {
    const output = document.getElementById('step-joined');
    output.replaceChildren(PushLab.element('span', 'key-part', key),
      PushLab.element('span', 'guid-part', PushLab.webSocketGuid));
  }

  function show() {
    const key = input.value.trim();
    const digest = PushLab.sha1(new TextEncoder().encode(key + PushLab.webSocketGuid));
    const accept = PushLab.base64(digest);
    showJoined(key);
    document.getElementById('step-sha1').textContent = PushLab.frame.toHex(digest);
    document.getElementById('step-accept').textContent = accept;
    document.getElementById('wire').textContent = wire(key, accept);
    document.getElementById('key-note').textContent =
      isGoodKey(key) ? PushLab.t('handshake.keyGood') : PushLab.t('handshake.keyBad');
  }

  function use(key) {
    input.value = key;
    show();
  }

  input.addEventListener('input', show);
  document.getElementById('sample-key').addEventListener('click', () => use(sampleKey));
  document.getElementById('generate-key').addEventListener('click', () => {
    use(PushLab.base64(crypto.getRandomValues(new Uint8Array(16))));
  });
  show();
})(window.PushLab);
