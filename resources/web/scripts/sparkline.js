// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last delays as a line whose marks distinguish the techniques by shape as well as by colour.
(function (PushLab) {
  'use strict';

  const svgNamespace = 'http://www.w3.org/2000/svg';
  const kept = 60;
  const width = 300; // in units of the drawing, which is scaled to its place
  const height = 80;
  const margin = 6;
  const markSize = 2.6;

  function svg(name, attributes) {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes))
      element.setAttribute(key, value);
    return element;
  }
  PushLab.svg = svg;

  const shapes = {
    'circle': (x, y, s) => svg('circle', {cx: x, cy: y, r: s}),
    'square': (x, y, s) => svg('rect', {x: x - s, y: y - s, width: 2 * s, height: 2 * s}),
    'triangle': (x, y, s) => svg('path', {d: `M${x} ${y - 1.2 * s}l${1.2 * s} ${2.2 * s}h${-2.4 * s}z`}),
    'down-triangle': (x, y, s) => svg('path', {d: `M${x} ${y + 1.2 * s}l${1.2 * s} ${-2.2 * s}h${-2.4 * s}z`}),
    'diamond': (x, y, s) => svg('path', {d: `M${x} ${y - 1.2 * s}l${1.2 * s} ${1.2 * s}l${-1.2 * s} ${1.2 * s}l${-1.2 * s} ${-1.2 * s}z`}),
  };

  // The mark of a technique around (x, y), half as wide as `size`.
  function mark(technique, x, y, size = markSize) {
    const element = shapes[PushLab.techniqueRow(technique).shape](x, y, size);
    element.setAttribute('class', 'mark ' + technique);
    return element;
  }

  PushLab.techniqueMark = mark;

  PushLab.Sparkline = class {
    constructor(place) {
      this.place = place;
      this.samples = [];
      this.draw();
    }

    add(delay, uncertainty, technique) {
      this.samples.push({delay, uncertainty, technique});
      this.samples = this.samples.slice(-kept);
      if (!this.drawing)
        this.drawing = setTimeout(() => this.draw(), 100); // a burst is drawn once
    }

    draw() {
      this.drawing = 0;
      if (this.samples.length === 0) {
        this.place.replaceChildren(PushLab.element('p', 'facts', PushLab.t('room.noSamples')));
        return;
      }
      const delays = this.samples.map((sample) => sample.delay);
      const most = Math.max(...delays);
      const written = (delay) => PushLab.measured(delay, this.samples.find((sample) => sample.delay === delay).uncertainty);
      const text = PushLab.t('room.sparklineText', {count: delays.length, min: written(Math.min(...delays)), max: written(most)});
      const picture = svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': text});
      const x = (i) => margin + (width - 2 * margin) * (i + kept - delays.length) / (kept - 1);
      const y = (delay) => height - margin - (height - 2 * margin) * (most ? delay / most : 0);
      picture.append(svg('line', {x1: 0, x2: width, y1: height - 1, y2: height - 1, class: 'axis'}));
      this.drawLines(picture, x, y);
      this.samples.forEach((s, i) => picture.append(PushLab.techniqueMark(s.technique, x(i), y(s.delay), markSize)));
      this.place.replaceChildren(picture, PushLab.element('p', 'facts', text));
    }

    drawLines(picture, x, y) {
      for (let i = 1; i < this.samples.length; ++i) {
        const [a, b] = [this.samples[i - 1], this.samples[i]];
        picture.append(svg('line', {x1: x(i - 1), y1: y(a.delay), x2: x(i), y2: y(b.delay), class: 'line ' + b.technique}));
      }
    }
  };
})(window.PushLab);
