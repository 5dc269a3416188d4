// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's third view: one chart of the last minute at a time, the next one each time its key is pressed.
(function (PushLab) {
  'use strict';

  const span = 60000; // ms
  const kept = 5 * span; // for as long, a picture that stands still can be drawn once more
  const smoothing = 6; // seconds of which a rate is the mean
  const leastDelay = 0.1; // ms, what browsers' clocks tell apart
  const place = document.getElementById('chart');
  const legend = [...document.querySelectorAll('.legend [data-technique]')];
  const svg = PushLab.svg;
  const points = []; // {at, delay: {technique: ms}, requests: {…}, bytes: {…}}
  const charts = [
    {name: 'delay', title: () => PushLab.t('projector.chart.delay'), isLogarithmic: true,
      write: (ms) => (ms < 1000 ? PushLab.number(ms) + ' ms' : PushLab.number(ms / 1000) + ' s')},
    {name: 'requests', title: () => PushLab.t('projector.chart.requests'), write: (rate) => PushLab.number(rate)},
    {name: 'bytes', title: () => PushLab.t('projector.chart.bytes'),
      write: (bytes) => (bytes < 1000 ? PushLab.number(bytes) + ' B' : PushLab.number(bytes / 1000) + ' KB')},
  ];
  let chart = 0;
  let before = null;
  let seen = null; // the answer that was drawn last
  let drawn = ''; // what that picture was made of

  const markTexts = {
    technique: (value) => (value === 'split' ? PushLab.t('projector.mark.split')
      : PushLab.techniqueText(value) || PushLab.t('projector.mark.choose')),
    network: () => PushLab.t('projector.mark.network'),
    pace: (value) => PushLab.t('projector.mark.pace', {seconds: PushLab.number(Number(value))}),
    hold: (value) => PushLab.t('projector.mark.hold', {seconds: PushLab.number(Number(value))}),
    generator: (value) => (value ? PushLab.t('projector.mark.generator', {rate: PushLab.number(Number(value))})
      : PushLab.t('projector.mark.silent')),
    cleared: () => PushLab.t('projector.mark.cleared'),
    named: (value) => PushLab.shownName(value),
  };

  function difference(now, then) {
    const seconds = (now.now - then.now) / 1000;
    const point = {at: now.now, delay: {}, requests: {}, bytes: {}};
    for (const technique of PushLab.techniqueOrder) {
      const [newer, older] = [now.techniques[technique], then.techniques[technique]];
      const delay = now.histograms[technique].quantileSince(then.histograms[technique], 0.5);
      if (delay !== null)
        point.delay[technique] = Math.max(leastDelay, delay);
      point.requests[technique] = (newer.requests - older.requests) / seconds;
      point.bytes[technique] = (newer.bytesUp + newer.bytesDown - older.bytesUp - older.bytesDown) / seconds;
    }
    return point;
  }

  function take(answer) {
    if (before && answer.now > before.now && answer.other.requests >= before.other.requests)
      points.push(difference(answer, before));
    else
      points.length = 0; // another host
    before = answer;
    while (points.length > 0 && answer.now - points[0].at > kept)
      points.shift();
  }

  // A rate is shown as its mean over some seconds: those of single ones jump about.
  function series(technique, now) {
    const {name, isLogarithmic} = charts[chart];
    const known = points.filter((point) => point.at <= now && now - point.at <= span && point[name][technique] !== undefined);
    return known.map((point, i) => {
      const near = isLogarithmic ? [point] : known.slice(Math.max(0, i + 1 - smoothing), i + 1);
      return {at: point.at, value: near.reduce((sum, other) => sum + other[name][technique], 0) / near.length};
    });
  }

  // 1, 2 or 5 times a power of ten, at least `value`.
  function roundedUp(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return [1, 2, 5, 10].find((factor) => factor * power >= value * 0.999) * power;
  }

  // The ticks of an axis, and where a value stands on it, from 0 to 1.
  function axis(values) {
    if (!charts[chart].isLogarithmic) {
      const step = roundedUp(Math.max(1e-3, ...values) / 4);
      const top = step * Math.max(1, Math.ceil(Math.max(0, ...values) / step));
      return {ticks: Array.from({length: Math.round(top / step) + 1}, (_, i) => i * step), share: (value) => value / top};
    }
    const low = Math.floor(Math.log10(Math.min(10, ...values)));
    const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(1, ...values))));
    return {ticks: Array.from({length: high - low + 1}, (_, i) => 10 ** (low + i)),
      share: (value) => (Math.log10(value) - low) / (high - low)};
  }

  function text(x, y, anchor, words) {
    const element = svg('text', {x, y, 'text-anchor': anchor});
    element.textContent = words;
    return element;
  }

  class Picture {
    constructor(now) {
      this.em = parseFloat(getComputedStyle(place).fontSize);
      [this.width, this.height] = [place.clientWidth, place.clientHeight];
      this.left = 4.6 * this.em;
      this.right = this.width - this.em;
      this.bottom = this.height - 1.5 * this.em;
      this.top = 1.6 * this.em;
      this.now = now;
      this.svg = svg('svg', {viewBox: `0 0 ${this.width} ${this.height}`, role: 'img', 'aria-label': charts[chart].title()});
    }

    x(at) {
      return this.right - (this.right - this.left) * (this.now - at) / span;
    }

    y(share) {
      return this.bottom - (this.bottom - this.top) * share;
    }

    drawAxes({ticks, share}) {
      for (const tick of ticks) {
        const y = this.y(share(tick));
        this.svg.append(svg('line', {x1: this.left, x2: this.right, y1: y, y2: y, class: tick === ticks[0] ? 'axis' : 'grid'}),
          text(this.left - 0.4 * this.em, y + 0.35 * this.em, 'end', charts[chart].write(tick)));
      }
      for (const ago of [60, 40, 20]) {
        const anchor = ago === 60 ? 'start' : 'middle'; // not below the other axis
        this.svg.append(text(this.x(this.now - ago * 1000), this.height - 0.3 * this.em, anchor, PushLab.t('projector.ago', {seconds: ago})));
      }
      this.svg.append(text(this.right, this.height - 0.3 * this.em, 'end', PushLab.t('projector.now')));
    }

    drawMarks(marks) {
      let free = this.left;
      for (const {at, kind, value} of marks.filter((mark) => this.now - mark.at < span && mark.at <= this.now && markTexts[mark.kind])) {
        const x = this.x(at);
        this.svg.append(svg('line', {x1: x, x2: x, y1: 0, y2: this.bottom, class: 'marked'}));
        const words = text(x + 0.3 * this.em, this.em, 'start', markTexts[kind](value));
        this.svg.append(words);
        const length = words.getComputedTextLength();
        if (x + length > this.right) { // there is more room before its line
          words.setAttribute('text-anchor', 'end');
          words.setAttribute('x', x - 0.3 * this.em);
        }
        const start = x + length > this.right ? x - length : x;
        if (start < free)
          words.remove();
        else
          free = start + length + this.em;
      }
    }

    drawSeries(technique, values, share) {
      if (values.length === 0)
        return;
      const dash = getComputedStyle(legend.find((entry) => entry.dataset.technique === technique)).getPropertyValue('--dash').trim();
      const width = 0.14 * this.em;
      const line = svg('path', {class: 'line ' + technique,
        d: values.map(({at, value}, i) => (i ? 'L' : 'M') + this.x(at).toFixed(1) + ' ' + this.y(share(value)).toFixed(1)).join('')});
      if (dash && dash !== 'none')
        line.setAttribute('stroke-dasharray', dash.split(/\s+/).map((length) => length * width).join(' '));
      const marked = charts[chart].isLogarithmic ? values : values.slice(-1);
      this.svg.append(line, ...marked.map(({at, value}) =>
        PushLab.techniqueMark(technique, this.x(at), this.y(share(value)), this.em * (marked.length > 1 ? 0.14 : 0.24))));
    }
  }

  function draw(answer) {
    const now = JSON.stringify([answer.now, chart, place.clientWidth, place.clientHeight]);
    if (drawn === now)
      return;
    drawn = now;
    const offered = answer.class.techniques;
    for (const entry of legend)
      entry.hidden = !offered.includes(entry.dataset.technique);
    const all = PushLab.techniqueOrder.filter((technique) => offered.includes(technique)).map((technique) => [technique, series(technique, answer.now)]);
    const scale = axis(all.flatMap(([, values]) => values.map(({value}) => value)));
    const picture = new Picture(answer.now);
    place.replaceChildren(picture.svg);
    picture.drawAxes(scale);
    picture.drawMarks(answer.marks);
    for (const [technique, values] of all)
      picture.drawSeries(technique, values, scale.share);
  }

  PushLab.projectorViews.push({
    digit: '3',
    id: 'charts',
    lesson: 'chart',
    title: () => charts[chart].title(),
    take,
    show(answer) {
      seen = answer;
      draw(answer);
    },
    turn() {
      chart = (chart + 1) % charts.length;
      if (seen)
        draw(seen);
    },
  });
})(window.PushLab);
