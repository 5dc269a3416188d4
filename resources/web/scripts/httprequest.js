// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One HTTP request with a JSON answer.
(function (PushLab) {
  'use strict';

  // options: method, body (an object), timeout in ms, signal, keepalive (outlives the page). Resolves to {data, bytesUp,
  // bytesDown}; rejects with an Error whose status is the HTTP status, or 0 without an answer, and whose code is the host's
  // identifier of the error, if there is one.
  PushLab.httpJson = async function (address, options) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), options.timeout);
    const forward = () => abort.abort();
    if (options.signal)
      options.signal.addEventListener('abort', forward);
    const body = options.body ? JSON.stringify(options.body) : undefined;
    try {
      const answer = await fetch(address, {
        method: options.method || 'GET', body, cache: 'no-store', signal: abort.signal, keepalive: Boolean(options.keepalive),
        headers: body ? {'Content-Type': 'application/json'} : {},
      });
      const text = await answer.text();
      const data = parse(text);
      if (!answer.ok || data === null)
        throw Object.assign(new Error((data && data.error) || answer.statusText), {status: answer.status, code: data && data.code});
      return {data, bytesUp: body ? PushLab.utf8Length(body) : 0, bytesDown: PushLab.utf8Length(text)};
    } catch (error) {
      error.status = error.status || 0;
      throw error;
    } finally {
      clearTimeout(timer);
      if (options.signal)
        options.signal.removeEventListener('abort', forward);
    }
  };

  function parse(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      return null;
    }
  }
})(window.PushLab);
