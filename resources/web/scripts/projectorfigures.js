// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's second view: what each technique that is offered costs, over the last minute.
(function (PushLab) {
  'use strict';

  const minute = 60000; // ms
  const none = '–';
  const abreast = 3; // cards, from left to right
  const cards = [...document.querySelectorAll('.figure-card')];
  const measured = new PushLab.CompareWindow(minute);
  let resetAt = 0;
  let isFilled = false;

  const known = (value, write) => (value === null || value === undefined ? none : write(value));

  // The delays of a technique since the first sample of the window.
  function delays(technique) {
    const samples = measured.samples;
    return (p) => samples[samples.length - 1].histograms[technique].quantileSince(samples[0].histograms[technique], p);
  }

  function texts(technique, answer) {
    const figures = measured.of(technique);
    const quantile = delays(technique);
    const {uncertainty} = answer.delays[technique];
    const delay = (ms) => PushLab.t('room.delay', {ms: PushLab.measuredDelay(ms, uncertainty)});
    return {
      members: PushLab.number(figures.members),
      p50: known(quantile(0.5), delay),
      p95: known(quantile(0.95), delay),
      requests: known(figures.requests, (rate) => PushLab.number(rate, rate < 9.95 ? 1 : 0)),
      bytes: known(figures.bytes, (bytes) => PushLab.number(bytes, 0) + ' B'),
    };
  }

  for (const card of cards) {
    const {holdsConnection} = PushLab.techniqueRow(card.dataset.technique);
    card.querySelector('[data-requests]').textContent = holdsConnection ? PushLab.t('projector.openings') : PushLab.t('projector.requests');
  }

  PushLab.projectorViews.push({
    digit: '2',
    id: 'figures',
    lesson: 'cards',
    title: () => PushLab.t('projector.figures'),
    take(answer) {
      measured.add(answer);
      if (answer.resetAt !== resetAt)
        measured.forget();
      resetAt = answer.resetAt;
    },
    show(answer) {
      const offered = answer.class.techniques;
      document.getElementById('view-figures').classList.toggle('in-two-rows', offered.length > abreast);
      for (const card of cards) {
        card.hidden = !offered.includes(card.dataset.technique);
        if (isFilled && answer !== measured.samples[measured.samples.length - 1])
          continue; // they stand still
        const row = texts(card.dataset.technique, answer);
        for (const cell of card.querySelectorAll('[data-row]'))
          cell.textContent = row[cell.dataset.row];
      }
      isFilled = true;
    },
  });
})(window.PushLab);
