// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The name of this browser's user, and the names that rooms may have.
(function (PushLab) {
  'use strict';

  const storageKey = 'pushlab-name';
  const maxRoomCharacters = 64;
  const maxNameCharacters = 40; // as the input fields have it

  function stored() {
    try {
      return localStorage.getItem(storageKey) || '';
    } catch (error) { // storage may be forbidden
      return '';
    }
  }

  let invented = '';

  PushLab.names = {
    // The name from the address, else the last one used; '' when there is none.
    known() {
      return Array.from(PushLab.query.get('name') || stored()).slice(0, maxNameCharacters).join('');
    },

    // The same, or a generated one, which stays with the page.
    current() {
      invented = invented || PushLab.t('names.guest', {number: 100 + Math.floor(Math.random() * 900)});
      return this.known() || invented;
    },

    // Nobody has asked for an invented name by itself: another that the host gives in its place needs no word.
    isInvented(name) {
      return name === invented;
    },

    remember(name) {
      try {
        localStorage.setItem(storageKey, name);
      } catch (error) {
        // Storage is not available; the name is asked for again next time.
      }
    },

    isRoom(name) {
      const characters = Array.from(name).length;
      // Browsers resolve "." and ".." in addresses, so rooms with these names cannot be reached.
      return characters >= 1 && characters <= maxRoomCharacters && !/[\/\u0000-\u001f\u007f-\u009f]/.test(name)
        && name !== '.' && name !== '..';
    },

    roomAddress(name, fields) {
      const query = new URLSearchParams(fields || {}).toString();
      return '/web/' + encodeURIComponent(name) + '/' + (query ? '?' + query : '');
    },
  };
})(window.PushLab);
