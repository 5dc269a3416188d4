// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's fifth view: the race that is open, or the last, with its photo finish and the ranking by technique.
(function (PushLab) {
  'use strict';

  const drawnFor = 13; // px, the size of texts for which the photo finish is drawn
  const byId = (id) => document.getElementById(id);
  const place = byId('race-picture');
  let drawn = ''; // what the picture was made of

  function rank(race) {
    byId('race-ranking').replaceChildren(...race.techniques.map((group) => {
      const row = PushLab.element('tr');
      const median = PushLab.t('room.delay', {ms: PushLab.measuredDelay(group.median, group.uncertainty)});
      row.append(PushLab.element('td', '', PushLab.placeText(group.place, group.tied)),
        PushLab.element('td', 'technique ' + group.technique, PushLab.techniqueText(group.technique)),
        PushLab.element('td', '', PushLab.t('projector.median', {delay: median})));
      return row;
    }));
  }

  PushLab.projectorViews.push({
    digit: '5',
    id: 'race',
    lesson: 'race',
    isLive: true,
    isThere: ({race}) => Boolean(race),
    key: () => PushLab.t('projector.key.race'),
    title: () => PushLab.t('projector.race'),
    take() {},
    show({race, now}) {
      byId('race-state').textContent = PushLab.raceStateText(race, now);
      PushLab.show(byId('race-verdict'), race.open ? '' : PushLab.raceVerdictText(race));
      const known = JSON.stringify([race, place.clientWidth, place.clientHeight]);
      if (drawn === known)
        return;
      rank(race);
      PushLab.drawRace(place, race, parseFloat(getComputedStyle(place).fontSize) / drawnFor, place.clientHeight);
      drawn = JSON.stringify([race, place.clientWidth, place.clientHeight]);
    },
  });
})(window.PushLab);
