// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What came of the class's question: the distribution of the guesses as bars with lines for theory and measurement, and the
// result in words. For every page that shows it.
(function (PushLab) {
  'use strict';

  const svgNamespace = 'http://www.w3.org/2000/svg';
  const plain = {width: 600, height: 200, zoom: 1}; // in units of the drawing, which is scaled to its place
  const foot = 24; // for texts of 14, as the following
  const head = 78; // three lines of words and the count on the highest bar
  const outside = 0.35; // of a bar: how far beside the bars a value stands that nobody guessed
  const mostValues = 5;

  // A text of the host in the page's language.
  PushLab.questionText = (text) => (text ? text[document.documentElement.lang] || text.en : '');

  // A number of any size with as many digits as matter, and its unit if it has one.
  PushLab.guessText = function (value, unit) {
    const size = Math.abs(value);
    const digits = value === Math.round(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    const words = PushLab.questionText(unit);
    return PushLab.number(value, digits) + (words ? ' ' + words : '');
  };

  function svg(name, attributes, text) {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes))
      element.setAttribute(key, value);
    if (text !== undefined)
      element.textContent = text;
    return element;
  }

  const step = (bars, {width}) => width / (bars.length + 2 * outside);

  // Where a value stands; one outside of the bars beside them.
  function placeOf(value, bars, size) {
    if (value < bars[0].from)
      return 0.1 * outside * step(bars, size);
    const index = bars.findIndex((bar) => value <= bar.to);
    if (index < 0)
      return size.width - 0.1 * outside * step(bars, size);
    const {from, to} = bars[index];
    return step(bars, size) * (outside + index + (to > from ? (value - from) / (to - from) : 0.5));
  }

  function drawBars(picture, bars, unit, size) {
    const {width, height, zoom} = size;
    const bottom = height - foot * zoom;
    const most = Math.max(...bars.map((bar) => bar.count));
    bars.forEach((bar, i) => {
      const high = (bottom - head * zoom) * bar.count / most;
      const x = step(bars, size) * (outside + i);
      const y = bottom - high;
      picture.append(svg('rect', {class: 'bar', x: x + 1, y, width: step(bars, size) - 2, height: high}));
      if (bar.count > 0)
        picture.append(svg('text', {class: 'count', x: x + step(bars, size) / 2, y: y - 4 * zoom, 'text-anchor': 'middle'}, PushLab.number(bar.count)));
    });
    picture.append(svg('line', {class: 'axis', x1: 0, y1: bottom, x2: width, y2: bottom}));
    const first = bars[0];
    const last = bars[bars.length - 1];
    if (bars.length === 1) {
      picture.append(svg('text', {x: width / 2, y: height - 6 * zoom, 'text-anchor': 'middle'}, PushLab.guessText(first.from, unit)));
      return;
    }
    picture.append(svg('text', {x: 2, y: height - 6 * zoom}, PushLab.guessText(first.from, unit)));
    picture.append(svg('text', {x: width - 2, y: height - 6 * zoom, 'text-anchor': 'end'}, PushLab.guessText(last.to, unit)));
  }

  function drawLine(picture, bars, value, kind, text, row, size) {
    const {width, height, zoom} = size;
    const x = placeOf(value, bars, size);
    const y = (16 + row * 18) * zoom;
    picture.append(svg('line', {class: 'truth ' + kind, x1: x, y1: y + 4 * zoom, x2: x, y2: height - foot * zoom}));
    const anchor = x < width / 4 ? 'start' : x > width * 3 / 4 ? 'end' : 'middle';
    picture.append(svg('text', {x, y, 'text-anchor': anchor}, text));
  }

  function picture(result, unit, size) {
    const {bars} = result;
    const spoken = bars.map((bar) => PushLab.t('question.bar',
      {from: PushLab.guessText(bar.from), to: PushLab.guessText(bar.to), count: bar.count})).join(' ');
    const drawing = svg('svg', {viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': PushLab.t('question.distribution') + ' ' + spoken});
    drawBars(drawing, bars, unit, size);
    if (result.answer !== undefined)
      drawLine(drawing, bars, result.answer, 'answer', PushLab.t('question.answer', {value: PushLab.guessText(result.answer, unit)}), 0, size);
    if (result.theory)
      drawLine(drawing, bars, result.theory.value, 'theory', PushLab.t('question.theory', {value: PushLab.guessText(result.theory.value, unit)}), 1, size);
    if (result.measured)
      drawLine(drawing, bars, result.measured.value, 'measured',
        PushLab.t('question.measuredShort', {value: PushLab.guessText(result.measured.value, unit)}), 2, size);
    return drawing;
  }

  function nearestText(nearest, unit) {
    const texts = nearest.values.map((value) => PushLab.guessText(value, unit));
    const values = (texts.length > mostValues ? [texts[0], texts[texts.length - 1]] : texts).join(PushLab.t('question.comma'));
    const text = nearest.members === 1 ? PushLab.t('question.nearest', {values})
      : PushLab.t('question.tie', {count: PushLab.number(nearest.members), values});
    return nearest.names ? text + ' — ' + nearest.names.map(PushLab.isolated).join(PushLab.t('question.comma')) : text;
  }

  // [class, words] of each line, as far as it is shown.
  function lines(result, unit) {
    const said = [['guesses', result.count === 0 ? PushLab.t('question.nobody')
      : PushLab.t('question.guesses', {count: PushLab.number(result.count), median: PushLab.guessText(result.median, unit)})]];
    if (result.answer !== undefined)
      said.push(['answer', PushLab.t('question.answer', {value: PushLab.guessText(result.answer, unit)})]);
    if (result.theory) {
      said.push(['theory', PushLab.t('question.theory', {value: PushLab.guessText(result.theory.value, unit)})]);
      said.push(['derivation', PushLab.questionText(result.theory.derivation)]);
    }
    if (result.measured) {
      const {value, uncertainty, n, how} = result.measured;
      said.push(['measured', PushLab.t('question.measured', {value: PushLab.guessText(value), uncertainty: PushLab.guessText(uncertainty, unit),
        n: PushLab.number(n), how: PushLab.questionText(how)})]);
    } else if (result.unmeasured) {
      said.push(['measured', PushLab.questionText(result.unmeasured)]);
    }
    if (result.nearest)
      said.push(['nearest', nearestText(result.nearest, unit)]);
    return said;
  }

  PushLab.QuestionView = class {
    // sizeOf(place), where the words are, gives the size of the drawing: {width, height, zoom: of its texts}
    constructor(place, sizeOf = () => plain) {
      this.place = place;
      this.sizeOf = sizeOf;
      this.shown = '';
    }

    // question: as the host states it; hidden without a result
    show(question) {
      const result = question && question.result;
      this.place.hidden = !result;
      const now = () => JSON.stringify([question && question.id, result || null, this.sizeOf(this.place)]);
      if (now() === this.shown)
        return;
      if (result) {
        this.place.replaceChildren(...lines(result, question.unit).map(([kind, text]) => PushLab.element('p', 'result-' + kind, text)));
        if (result.bars.length)
          this.place.prepend(picture(result, question.unit, this.sizeOf(this.place))); // the room that the words leave
      }
      this.shown = now();
    }
  };
})(window.PushLab);
