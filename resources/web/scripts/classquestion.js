// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The class's question on the teacher's page: asks a prepared or an own one, closes it, shows its result step by step. The state
// is asked for a second after each answer.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms
  const patience = 10000;
  const path = '/api/class/question';
  const own = 'own';
  const byId = (id) => document.getElementById(id);
  const choice = byId('question-choice');
  const view = new PushLab.QuestionView(byId('question-result'));
  let timer = 0;
  let listed = ''; // the prepared questions, as JSON

  function list(prepared) {
    const now = JSON.stringify(prepared);
    if (now === listed || document.activeElement === choice)
      return;
    listed = now;
    const chosen = choice.value;
    choice.replaceChildren(...prepared.map((question) => new Option(PushLab.questionText(question.text), question.id)),
      new Option(PushLab.t('question.ownChoice'), own));
    choice.value = chosen || prepared[0].id;
    if (choice.selectedIndex < 0)
      choice.selectedIndex = 0;
    showOwn();
  }

  function showOwn() {
    byId('question-own').hidden = choice.value !== own;
  }

  function stateText(question, guesses) {
    if (!question)
      return PushLab.t('question.none');
    const count = PushLab.number(guesses);
    return question.open ? PushLab.t('question.soFar', {count}) : PushLab.t('question.closedWith', {count});
  }

  function show(state) {
    list(state.prepared);
    const {question} = state;
    PushLab.show(byId('question-text'), question && PushLab.questionText(question.text));
    byId('question-state').textContent = stateText(question, state.guesses);
    byId('question-close').disabled = !question || !question.open;
    for (const name of ['question-guesses', 'question-theory', 'question-measured', 'question-names', 'question-discard'])
      byId(name).disabled = !question;
    view.show(question);
  }

  async function exchange(options) {
    clearTimeout(timer);
    try {
      show((await PushLab.httpJson(path, {timeout: patience, ...options})).data);
      if (options.method)
        PushLab.show(byId('question-error'), '');
    } catch (error) {
      PushLab.show(byId('question-error'), PushLab.t('admin.failed', {reason: error.message}));
    }
    clearTimeout(timer); // of one that was under way, too
    timer = setTimeout(exchange, pause, {});
  }

  const give = (body) => exchange({method: 'POST', body});

  function ask() {
    if (choice.value !== own) {
      give({action: 'open', prepared: choice.value});
      return;
    }
    const question = {text: byId('question-own-text').value, unit: byId('question-own-unit').value};
    if (byId('question-own-answer').value !== '')
      question.answer = Number(byId('question-own-answer').value);
    give({action: 'open', question});
  }

  const showUpTo = (upTo) => give({action: 'show', upTo, names: byId('question-names').checked});

  choice.addEventListener('change', showOwn);
  byId('question-form').addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  byId('question-close').addEventListener('click', () => give({action: 'close'}));
  byId('question-discard').addEventListener('click', () => give({action: 'discard'}));
  byId('question-guesses').addEventListener('click', () => showUpTo('guesses'));
  byId('question-theory').addEventListener('click', () => showUpTo('theory'));
  byId('question-measured').addEventListener('click', () => showUpTo('measured'));
  exchange({});
})(window.PushLab);
