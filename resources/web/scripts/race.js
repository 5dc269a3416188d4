// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The teacher's races: starts one, and shows who has it when, while it is open twice a second.
(function (PushLab) {
  'use strict';

  const pause = 1500; // ms
  const openPause = 500;
  const patience = 10000;
  const byId = (id) => document.getElementById(id);
  const button = byId('race');
  const problem = byId('settings-error');
  let shown = ''; // the race, as JSON
  let last = null;
  let timer = 0;

  const delayText = (delay, uncertainty) => PushLab.t('room.delay', {ms: PushLab.measuredDelay(delay, uncertainty)});

  function cell(text, label) {
    const element = PushLab.element('td', '', text);
    element.dataset.label = label; // on a phone there is no row of headers
    return element;
  }

  function technique(name) {
    return PushLab.element('td', 'technique ' + name, PushLab.techniqueText(name));
  }

  function fillGroups(race) {
    const labels = Array.from(document.querySelectorAll('#race-groups thead th'), (header) => header.textContent);
    byId('race-groups-body').replaceChildren(...race.techniques.map((group) => {
      const row = PushLab.element('tr');
      row.append(cell(PushLab.placeText(group.place, group.tied), labels[0]), technique(group.technique),
        cell(PushLab.number(group.members), labels[2]), cell(delayText(group.first), labels[3]),
        cell(delayText(group.median, group.uncertainty), labels[4]), cell(delayText(group.last), labels[5]));
      return row;
    }));
  }

  function fillMembers(race) {
    const labels = Array.from(document.querySelectorAll('#race-members thead th'), (header) => header.textContent);
    byId('race-members-body').replaceChildren(...race.members.map((member) => {
      const row = PushLab.element('tr');
      const name = PushLab.element('td');
      name.append(PushLab.element('bdi', '', member.name ? PushLab.shownName(member.name) : PushLab.t('admin.noName')));
      row.append(cell(PushLab.placeText(member.place, member.tied), labels[0]), name, technique(member.technique),
        cell(member.place ? delayText(member.delay, member.uncertainty) : '–', labels[3]));
      return row;
    }));
  }

  function show(answer) {
    const {race, now} = answer;
    last = race;
    button.disabled = Boolean(race && race.open);
    byId('race-section').hidden = !race;
    if (!race)
      return;
    const state = PushLab.raceStateText(race, now);
    if (byId('race-state').textContent !== state)
      byId('race-state').textContent = state;
    if (JSON.stringify(race) === shown)
      return;
    shown = JSON.stringify(race);
    const verdict = race.open ? '' : PushLab.raceVerdictText(race);
    PushLab.show(byId('race-verdict'), verdict);
    fillGroups(race);
    fillMembers(race);
    PushLab.drawRace(byId('race-picture'), race);
  }

  async function ask() {
    clearTimeout(timer);
    try {
      show((await PushLab.httpJson('/api/class/race', {timeout: patience})).data);
    } catch (error) {
      // The figures above say that the host does not answer.
    }
    clearTimeout(timer);
    timer = setTimeout(ask, last && last.open ? openPause : pause);
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      show((await PushLab.httpJson('/api/class/race', {method: 'POST', timeout: patience})).data);
      PushLab.show(problem, '');
      byId('race-section').scrollIntoView({block: 'nearest'});
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
      button.disabled = false;
    }
    ask();
  });
  window.addEventListener('resize', () => {
    if (last)
      PushLab.drawRace(byId('race-picture'), last);
  });

  ask();
})(window.PushLab);
