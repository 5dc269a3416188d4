// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps a page's state for the next page in this tab: when the language is switched, on the way to About and back, and when a
// phone ends a page that nobody sees. While a page is in sight its state is in memory only, because a duplicated tab gets a copy
// of the storage, and must not continue with it.
(function (PushLab) {
  'use strict';

  const drafts = 'input[id]:not([type="radio"], [type="checkbox"], [data-secret]), textarea[id], form input[type="radio"]';

  function take(key) {
    try {
      const text = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return text;
    } catch (error) { // storage may be forbidden
      return null;
    }
  }

  function put(key, value) {
    try {
      sessionStorage.setItem(key, value);
      return true;
    } catch (error) { // forbidden, or full
      return false;
    }
  }

  function parse(text) {
    try {
      return JSON.parse(text);
    } catch (error) { // of another version of this page
      return null;
    }
  }

  // save(least) returns the state to keep; with `least`, without large parts. restore(value) receives the last kept state, if
  // any.
  PushLab.keep = function (key, save, restore) {
    const known = parse(take(key));
    if (known !== null)
      restore(known);
    let kept = null;
    let isLeft = false;
    function saveNow() {
      kept = JSON.stringify(save(false));
      if (put(key, kept))
        return;
      kept = JSON.stringify(save(true));
      put(key, kept);
    }
    // The last that a page hears before a phone ends it.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden)
        saveNow();
      else if (!isLeft)
        take(key);
    });
    window.addEventListener('pagehide', () => {
      isLeft = true;
      saveNow();
    });
    window.addEventListener('pageshow', (event) => {
      isLeft = false;
      if (event.persisted && take(key) !== kept)
        location.reload(); // another page of this tab has gone on from what was kept here
    });
  };

  PushLab.generateId = function () {
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  // Input fields, except for secrets; called before scripts that fill the fields themselves.
  function keepDrafts() {
    const changed = new Set();
    document.addEventListener('input', (event) => changed.add(event.target));
    document.addEventListener('submit', () => changed.clear());
    const fields = Array.from(document.querySelectorAll(drafts));
    const idOf = (field) => (field.type === 'radio' ? field.name + ' ' + field.value : field.id);
    const save = () => fields.filter((field) => changed.has(field) && (field.type !== 'radio' || field.checked))
      .map((field) => [idOf(field), field.value]);
    window.addEventListener('DOMContentLoaded', () => PushLab.keep('pushlab-draft ' + location.pathname, save, (known) => {
      for (const field of fields) {
        const draft = known.find(([id]) => id === idOf(field));
        if (!draft)
          continue;
        field.value = draft[1];
        field.checked = field.type === 'radio';
        changed.add(field);
        field.dispatchEvent(new Event('input', {bubbles: true}));
      }
    }));
  }
  keepDrafts();
})(window.PushLab);
