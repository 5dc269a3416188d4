// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens a room with the chosen name and technique; tutorial pages get the same name and room.
(function (PushLab) {
  'use strict';

  const form = document.getElementById('join-form');
  const room = document.getElementById('join-room');
  const name = document.getElementById('join-name');
  const pin = document.getElementById('join-pin');
  const pinRow = document.getElementById('join-pin-row');
  const problem = document.getElementById('join-error');

  function renewTutorialLinks() {
    for (const link of document.querySelectorAll('[data-tutorial]')) {
      const fields = new URLSearchParams();
      if (link.dataset.tutorial)
        fields.set(link.dataset.tutorial, name.value || PushLab.names.current());
      const wanted = room.value.trim();
      if (wanted && wanted !== 'lobby')
        fields.set('room', wanted);
      link.search = fields.toString();
    }
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    room.value = room.value.trim(); // as the window does
    if (!PushLab.names.isRoom(room.value)) {
      PushLab.show(problem, PushLab.t('names.badRoom'));
      room.focus();
      return;
    }
    if (!pinRow.hidden) {
      const wrong = await PushLab.admission.showPin(pin.value);
      if (wrong) {
        PushLab.show(problem, wrong);
        pin.focus();
        pin.select();
        return;
      }
    }
    if (name.value)
      PushLab.names.remember(name.value);
    const fields = {technique: form.elements.technique.value};
    if (name.value)
      fields.name = name.value;
    location.assign(PushLab.names.roomAddress(room.value, fields));
  });
  form.addEventListener('input', renewTutorialLinks);

  // Shown unless the address contains the PIN, or this browser was admitted already.
  async function askForPin() {
    const given = PushLab.admission.takeFromAddress('pin');
    if (!PushLab.data.pin)
      return;
    const wrong = given ? await PushLab.admission.showPin(given) : '';
    const state = given && !wrong ? {admitted: true} : await PushLab.admission.state();
    pinRow.hidden = Boolean(state && state.admitted);
    pin.required = !pinRow.hidden;
    pin.value = wrong ? given : '';
    PushLab.show(problem, wrong);
  }

  if (PushLab.data.room || PushLab.query.has('room'))
    room.value = PushLab.query.get('room') || PushLab.data.room;
  for (const radio of form.elements.technique)
    radio.parentElement.hidden = Boolean(PushLab.data.techniques) && !PushLab.data.techniques.includes(radio.value);
  if (!form.elements.technique.value)
    form.elements.technique.value = PushLab.defaultTechnique;
  name.value = PushLab.names.current();
  renewTutorialLinks();
  askForPin();
})(window.PushLab);
