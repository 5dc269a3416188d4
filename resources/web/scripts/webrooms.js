// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks which room to enter.
(function (PushLab) {
  'use strict';

  const room = document.getElementById('room-name');
  document.getElementById('room-form').addEventListener('submit', (event) => {
    event.preventDefault();
    room.value = room.value.trim(); // as the window does
    if (PushLab.names.isRoom(room.value))
      location.assign(PushLab.names.roomAddress(room.value));
    else
      PushLab.show(document.getElementById('room-error'), PushLab.t('names.badRoom'));
  });
})(window.PushLab);
