// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends a PIN or the teacher's key to the host, which answers with a cookie that scripts cannot read.
(function (PushLab) {
  'use strict';

  const words = {
    'wrong-pin': () => PushLab.t('entrance.wrongPin'),
    'wrong-key': () => PushLab.t('entrance.wrongKey'),
  };

  function problem(answer, data) {
    if (answer.status === 429)
      return PushLab.t('entrance.tooMany', {seconds: answer.headers.get('Retry-After') || '60'});
    const said = data && words[data.code];
    return said ? said() : PushLab.t('entrance.failed', {reason: (data && data.error) || answer.statusText});
  }

  async function show(path, body) {
    let answer;
    try {
      answer = await fetch(path, {method: 'POST', cache: 'no-store', headers: {'Content-Type': 'application/json'},
        body: JSON.stringify(body)});
    } catch (error) {
      return PushLab.t('entrance.noAnswer');
    }
    return answer.ok ? '' : problem(answer, await answer.json().catch(() => null));
  }

  PushLab.admission = {
    // Each resolves to an error message, or to '' once the client is admitted.
    showPin: (pin) => show('/api/join', {pin: pin.normalize('NFKC').trim()}),
    showKey: (key) => show('/api/teacher', {key: key.trim()}),

    // Resolves to {pin, admitted, teacher}, or to nothing when the host does not answer.
    async state() {
      try {
        const answer = await fetch('/api/join', {cache: 'no-store'});
        return answer.ok ? await answer.json() : null;
      } catch (error) {
        return null;
      }
    },

    // Removes a field such as pin from the page's address, so that no history or screenshot shows it. It is in the fragment,
    // which browsers do not send, or in the query, where a person may have typed it.
    takeFromAddress(name) {
      const address = new URL(location.href);
      const hidden = new URLSearchParams(address.hash.slice(1));
      const value = hidden.get(name) || address.searchParams.get(name) || '';
      if (value) {
        hidden.delete(name);
        address.searchParams.delete(name);
        address.hash = hidden.toString();
        history.replaceState(null, '', address.href);
      }
      return value;
    },
  };
})(window.PushLab);
