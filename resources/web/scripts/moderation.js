// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of a room, and the teacher's actions for each; requested again two seconds after each answer.
(function (PushLab) {
  'use strict';

  const pause = 2000; // ms
  const room = document.getElementById('admin-room');
  const lock = document.getElementById('lock');
  const body = document.getElementById('members-body');
  const problem = document.getElementById('moderation-error');
  room.value = PushLab.data.room || 'lobby';
  let shown = '';
  let timer = 0;

  const classPath = '/api/class/moderation';
  const path = (end) => PushLab.roomPath(room.value.trim() || 'lobby', end);

  async function command(fields, where = path('/moderation')) {
    try {
      await PushLab.httpJson(where, {method: 'POST', body: fields, timeout: 10000});
      PushLab.show(problem, '');
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
    }
    ask();
  }

  // Tutorial pages have no lasting id, only an address.
  function whom(member) {
    return member.member.startsWith('m:') ? {member: member.member} : {member: member.member, address: member.address};
  }

  function button(text, fields) {
    const element = PushLab.element('button', '', text);
    element.type = 'button';
    element.addEventListener('click', () => command(fields));
    return element;
  }

  // What holds for a member in whatever room it is; only one with an id of its own does as it is told.
  function personal(member) {
    if (!member.member.startsWith('m:'))
      return [];
    const choice = PushLab.element('select');
    choice.setAttribute('aria-label', PushLab.t('admin.setTechnique'));
    choice.append(new Option(PushLab.t('admin.asTheClass'), ''));
    for (const technique of PushLab.techniqueOrder)
      choice.append(new Option(PushLab.techniqueText(technique), technique));
    choice.value = member.ordered || '';
    choice.addEventListener('change', () => command({action: 'technique', ...whom(member), technique: choice.value || null}));
    const rename = PushLab.element('button', '', PushLab.t('admin.rename'));
    rename.type = 'button';
    rename.addEventListener('click', () => {
      const name = window.prompt(PushLab.t('admin.newName'), member.name);
      if (name !== null)
        command({action: 'rename', ...whom(member), name});
    });
    return [choice, ' ', rename, ' '];
  }

  // Pressed while the member has it; a second press ends it.
  function spotlight(member, spotlit) {
    const isSpotlit = spotlit && spotlit.member === member.member;
    const element = button(PushLab.t('admin.spotlight'), {action: 'spotlight', member: isSpotlit ? '' : member.member});
    element.setAttribute('aria-pressed', String(Boolean(isSpotlit)));
    return element;
  }

  function row(member, spotlit) {
    const tr = PushLab.element('tr');
    const name = PushLab.element('th');
    name.scope = 'row';
    name.append(PushLab.element('bdi', '', PushLab.shownName(member.name) || PushLab.t('admin.noName')));
    const actions = PushLab.element('td', 'row-actions');
    const mute = member.muted ? 'unmute' : 'mute';
    actions.append(...personal(member), button(member.muted ? PushLab.t('admin.unmute') : PushLab.t('admin.mute'), {action: mute, ...whom(member)}), ' ',
      spotlight(member, spotlit), ' ',
      button(PushLab.t('admin.kick'), {action: 'kick', ...whom(member)}), ' ',
      button(PushLab.t('admin.ban'), {action: 'ban', ...whom(member)}));
    const technique = PushLab.element('td', 'technique ' + member.technique, PushLab.techniqueText(member.technique) || member.technique);
    tr.append(name, PushLab.element('td', 'address', member.address), technique, actions);
    return tr;
  }

  // Sorted by technique, then by name; the id keeps the order of equal names constant.
  function sorted(members) {
    const rank = ({technique}) => PushLab.techniqueOrder.indexOf(technique);
    const collator = new Intl.Collator(PushLab.t('numbers.locale'), {numeric: true});
    return [...members].sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name) || (a.member < b.member ? -1 : 1));
  }

  function liftBan({room, member, address}) {
    command({action: 'unban', member, address}, room === null ? classPath : PushLab.roomPath(room, '/moderation'));
  }

  function show(answer, ofClass) {
    PushLab.showBans(ofClass.banned, liftBan);
    const spotlit = ofClass.spotlight && ofClass.spotlight.room === (room.value.trim() || 'lobby') ? ofClass.spotlight : null;
    lock.setAttribute('aria-pressed', String(answer.locked));
    lock.textContent = answer.locked ? PushLab.t('admin.unlock') : PushLab.t('admin.lock');
    const members = sorted(answer.members);
    const now = JSON.stringify([members, spotlit && spotlit.member]);
    if (now === shown)
      return; // the button under somebody's finger stays the same one
    shown = now;
    body.replaceChildren(...members.map((member) => row(member, spotlit)));
  }

  async function ask() {
    clearTimeout(timer);
    try {
      const asked = [path('/members'), classPath].map((one) => PushLab.httpJson(one, {timeout: 10000}));
      const [members, ofClass] = await Promise.all(asked);
      show(members.data, ofClass.data);
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
    }
    clearTimeout(timer); // of one that was under way, too
    timer = setTimeout(ask, pause);
  }

  lock.addEventListener('click', () => command({action: lock.getAttribute('aria-pressed') === 'true' ? 'unlock' : 'lock'}, classPath));
  document.getElementById('unban').addEventListener('click', () => command({action: 'unban'}, classPath));
  room.addEventListener('change', ask);
  ask();
})(window.PushLab);
