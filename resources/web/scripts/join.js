// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens a room with the chosen name and technique; tutorial pages get the same name and room.
(function (PushLab) {
  'use strict';

  const patience = 10000; // ms
  const byId = (id) => document.getElementById(id);
  const form = byId('join-form');
  const room = byId('join-room');
  const name = byId('join-name');
  const pin = byId('join-pin');
  const problem = byId('join-error');
  const waiting = byId('join-waiting');
  let attempt = 0; // the one that counts: another ends those before
  let timer = 0;

  function renewTutorialLinks() {
    for (const link of document.querySelectorAll('[data-tutorial]')) {
      const fields = new URLSearchParams();
      if (link.dataset.tutorial)
        fields.set(link.dataset.tutorial, name.value.trim() || PushLab.names.current());
      const wanted = room.value.trim();
      if (wanted && wanted !== 'lobby')
        fields.set('room', wanted);
      link.search = fields.toString();
    }
  }

  function showRoom() {
    byId('join-where').textContent = PushLab.t('join.where', {room: PushLab.isolated(room.value.trim() || 'lobby')});
  }

  function say(text, field) {
    PushLab.show(waiting, '');
    PushLab.show(problem, text);
    if (!field)
      return;
    if (field === room)
      room.closest('details').open = true;
    field.focus();
    field.select();
  }

  function askForPin(words) {
    byId('join-pin-row').hidden = false;
    pin.required = true;
    say(words, pin);
  }

  // What the room's information is refused with, in words; `again`: it passes by itself.
  function judge(error) {
    if (error.code === 'locked' || error.status === 503 || error.status === 429)
      return {again: true, words: PushLab.refusalText(error.code, '') || PushLab.t('join.full')};
    if (error.status === 0)
      return {again: true, words: PushLab.t('join.noAnswer')};
    return {again: false, words: PushLab.refusalText(error.code, error.message)};
  }

  async function comeIn(mine) {
    clearTimeout(timer);
    await PushLab.comeBack(room.value, name.value);
    if (mine !== attempt)
      return;
    const fields = {member: PushLab.member(), name: name.value};
    let refusal;
    try {
      await PushLab.httpJson('/api/rooms/' + encodeURIComponent(room.value) + '?' + new URLSearchParams(fields), {timeout: patience});
    } catch (error) {
      refusal = error;
    }
    if (mine !== attempt)
      return;
    if (!refusal) {
      enter();
    } else if (PushLab.needsPin(refusal.code)) {
      askForPin(PushLab.t('refusal.pin'));
    } else {
      const {again, words} = judge(refusal);
      say(again ? '' : words);
      PushLab.show(waiting, again ? words : '');
      if (again)
        timer = setTimeout(() => comeIn(mine), PushLab.pauseOutside());
    }
  }

  function enter() {
    PushLab.names.remember(name.value);
    const fields = {name: name.value};
    if (PushLab.query.has('technique'))
      fields.technique = PushLab.query.get('technique');
    location.assign(PushLab.names.roomAddress(room.value, fields));
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const mine = ++attempt;
    clearTimeout(timer);
    room.value = room.value.trim(); // as the window does
    name.value = name.value.trim();
    if (!name.value) {
      say(PushLab.t('join.nameNeeded'), name);
      return;
    }
    if (!PushLab.names.isRoom(room.value)) {
      say(PushLab.t('names.badRoom'), room);
      return;
    }
    if (!byId('join-pin-row').hidden) {
      const wrong = await PushLab.admission.showPin(pin.value);
      if (mine !== attempt)
        return;
      if (wrong) {
        say(wrong, pin);
        return;
      }
    }
    say('');
    comeIn(mine);
  });
  form.addEventListener('input', (event) => {
    renewTutorialLinks();
    if (event.target === room)
      showRoom();
  });
  room.addEventListener('invalid', () => say(PushLab.t('names.badRoom'), room));

  // Shown unless the address contains the PIN, or this browser was admitted already.
  async function lookForPin() {
    const given = PushLab.admission.takeFromAddress('pin');
    if (!PushLab.data.pin)
      return;
    const wrong = given ? await PushLab.admission.showPin(given) : '';
    const state = given && !wrong ? {admitted: true} : await PushLab.admission.state();
    if (state && state.admitted)
      return;
    byId('join-pin-row').hidden = false;
    pin.required = true;
    pin.value = wrong ? given : '';
    PushLab.show(problem, wrong);
  }

  room.value = PushLab.query.get('room') || PushLab.data.room || room.value;
  name.value = PushLab.names.known();
  showRoom();
  renewTutorialLinks();
  lookForPin();
  if (!name.value)
    name.focus();
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) { // back from the room: it waits for nothing
      ++attempt;
      say('');
    }
  });
})(window.PushLab);
