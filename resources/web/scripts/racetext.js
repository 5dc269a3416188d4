// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words for races, and their picture: the photo finish.
(function (PushLab) {
  'use strict';

  const leastDecade = 0.1; // ms: where the axis begins at the earliest
  const rowsOfALane = 3; // on which marks that lie close are spread
  const lane = 54; // px, with its title
  const title = 20;
  const margin = 14;
  const axis = 24;
  const markSize = 5;

  const delayText = (delay, uncertainty) => PushLab.t('room.delay', {ms: PushLab.measuredDelay(delay, uncertainty)});
  const tickText = (ms) => (ms < 1000 ? PushLab.t('room.delay', {ms: PushLab.number(ms)})
    : PushLab.t('race.seconds', {seconds: PushLab.number(ms / 1000)}));

  PushLab.placeText = function (place, tied) {
    if (!place)
      return '–';
    return tied ? PushLab.t('race.tied', {place}) : String(place);
  };

  // receipt: {number, technique, delay, uncertainty}
  PushLab.receiptText = function (receipt) {
    const values = {number: receipt.number, technique: PushLab.techniqueText(receipt.technique)};
    return receipt.delay === null ? PushLab.t('race.hadSometime', values)
      : PushLab.t('race.had', Object.assign(values, {delay: delayText(receipt.delay, receipt.uncertainty)}));
  };

  // race: {number, techniques}, as a control entry tells of it
  PushLab.raceResultText = function (race) {
    if (race.techniques.length === 0)
      return PushLab.t('race.nobody', {number: race.number});
    const places = race.techniques.map((group) => PushLab.t('race.place', {place: PushLab.placeText(group.place, group.tied),
      technique: PushLab.techniqueText(group.technique), delay: delayText(group.median, group.uncertainty)}));
    return PushLab.t('race.result', {number: race.number, places: places.join(' · ')});
  };

  // race as GET /api/class/race has it; now: the host's time, ms
  PushLab.raceStateText = function (race, now) {
    const values = {number: race.number, answered: PushLab.number(race.answered), silent: PushLab.number(race.silent),
      seconds: PushLab.number(Math.max(0, Math.ceil((race.closes - now) / 1000)))};
    return race.open ? PushLab.t('race.open', values) : PushLab.t('race.closed', values);
  };

  PushLab.raceVerdictText = function (race) {
    const first = race.techniques.filter((group) => group.place === 1).map((group) => PushLab.techniqueText(group.technique));
    if (first.length === 0)
      return '';
    return first.length === 1 ? PushLab.t('race.first', {technique: first[0]})
      : PushLab.t('race.tiedFirst', {techniques: first.join(PushLab.t('race.comma'))});
  };

  // Where a delay lies on the paper, by a logarithmic axis.
  class Scale {
    constructor(members, width, zoom) {
      this.from = 10 ** Math.floor(Math.log10(Math.max(leastDecade, Math.min(...members.map((member) => member.delay)))));
      this.to = Math.max(10 * this.from, 1.15 * Math.max(...members.map((member) => member.delay + member.uncertainty)));
      this.width = width;
      this.zoom = zoom;
    }

    x(delay) {
      const share = Math.log(Math.max(delay, this.from) / this.from) / Math.log(this.to / this.from);
      return (margin + Math.min(1, share) * (this.width / this.zoom - 2 * margin)) * this.zoom;
    }

    ticks() {
      const steps = this.to / this.from < 150 && this.width > 500 * this.zoom ? [1, 2, 5] : [1];
      const ticks = [];
      for (let decade = this.from; decade <= this.to; decade *= 10)
        ticks.push(...steps.map((step) => decade * step).filter((tick) => tick <= this.to));
      return ticks;
    }
  }

  function drawLane(picture, scale, group, members, top, high) {
    const {zoom} = scale;
    const below = top + title * zoom;
    const label = PushLab.svg('text', {x: margin * zoom, y: below - 5 * zoom, class: 'race-label ' + group.technique});
    label.textContent = PushLab.techniqueText(group.technique);
    picture.append(label, PushLab.svg('line', {x1: scale.x(group.median), x2: scale.x(group.median), y1: below,
      y2: top + high - 3, class: 'race-median ' + group.technique}));
    members.forEach((member, i) => {
      const y = below + (top + high - below) * (i % rowsOfALane + 0.5) / rowsOfALane;
      picture.append(PushLab.svg('line', {x1: scale.x(member.delay - member.uncertainty), x2: scale.x(member.delay + member.uncertainty),
        y1: y, y2: y, class: 'race-doubt ' + group.technique}), PushLab.techniqueMark(group.technique, scale.x(member.delay), y, markSize * zoom));
    });
  }

  // Draws a lane for each technique, a mark for each member with a bar as wide as its clock is uncertain, a line at the median;
  // `zoom` times as large as on the teacher's page, and where there is a `room`, px, as high as that.
  PushLab.drawRace = function (place, race, zoom = 1, room = 0) {
    const members = race.members.filter((member) => member.place > 0);
    if (members.length === 0) {
      place.replaceChildren(PushLab.element('p', 'facts', PushLab.t('race.none')));
      return;
    }
    const width = Math.max(280, place.clientWidth);
    const groups = PushLab.techniqueOrder.map((name) => race.techniques.find((group) => group.technique === name)).filter(Boolean);
    const high = Math.max((room ? title + 3 * markSize : lane) * zoom, (room - axis * zoom) / groups.length);
    const height = groups.length * high + axis * zoom;
    const scale = new Scale(members, width, zoom);
    const picture = PushLab.svg('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
      'aria-label': PushLab.raceVerdictText(race)});
    for (const tick of scale.ticks()) {
      const x = scale.x(tick);
      picture.append(PushLab.svg('line', {x1: x, x2: x, y1: 0, y2: height - (axis - 4) * zoom, class: 'axis'}));
      const text = PushLab.svg('text', {x, y: height - 5 * zoom, class: 'race-tick', 'text-anchor': x < 2 * margin * zoom ? 'start' : 'middle'});
      text.textContent = tickText(tick);
      picture.append(text);
    }
    groups.forEach((group, i) => drawLane(picture, scale, group,
      members.filter((member) => member.technique === group.technique), i * high, high));
    place.replaceChildren(picture);
  };
})(window.PushLab);
