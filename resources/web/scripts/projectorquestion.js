// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The projector's sixth view: what the class is asked, and what came of it, as far as the teacher shows it.
(function (PushLab) {
  'use strict';

  const drawnFor = 14; // px, the size of texts for which the distribution is drawn
  const leastLines = 8; // its height
  const mostNames = 3; // that there is room for
  const mostCharacters = 20; // of one
  const byId = (id) => document.getElementById(id);

  const view = new PushLab.QuestionView(byId('question-result'), (place) => {
    const em = parseFloat(getComputedStyle(place).fontSize);
    const words = Array.from(place.querySelectorAll('p'), (line) => line.getBoundingClientRect().height).reduce((sum, high) => sum + high, 0);
    const room = byId('view-question').getBoundingClientRect().bottom - place.getBoundingClientRect().top - words;
    return {width: place.clientWidth, height: Math.max(leastLines * em, Math.floor(room) - 1), zoom: em / drawnFor};
  });

  function shortName(name) {
    const letters = Array.from(name);
    return letters.length > mostCharacters ? letters.slice(0, mostCharacters).join('') + '…' : name;
  }

  // With as many names as there is room for.
  function shortened(question) {
    const nearest = question.result && question.result.nearest;
    if (!nearest || !nearest.names)
      return question;
    const names = nearest.names.slice(0, mostNames).map(shortName).concat(nearest.names.length > mostNames ? ['…'] : []);
    return {...question, result: {...question.result, nearest: {...nearest, names}}};
  }

  PushLab.projectorViews.push({
    digit: '6',
    id: 'question',
    lesson: 'question',
    isLive: true,
    isThere: ({question}) => Boolean(question),
    key: () => PushLab.t('projector.key.question'),
    title: () => PushLab.t('projector.question'),
    take() {},
    show({question, guesses}) {
      byId('question-text').textContent = PushLab.questionText(question.text);
      const count = PushLab.number(guesses);
      PushLab.show(byId('question-count'), question.result ? ''
        : question.open ? PushLab.t('question.soFar', {count}) : PushLab.t('question.closedWith', {count}));
      view.show(shortened(question));
    },
  });
})(window.PushLab);
