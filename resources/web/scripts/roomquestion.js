// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The class's question on the room page: what is asked, the field for the guess while it is open, and what came of it.
(function (PushLab) {
  'use strict';

  const patience = 10000; // ms
  const mostGuess = 1e9;
  const byId = (id) => document.getElementById(id);

  PushLab.RoomQuestion = class {
    // client: function that returns the room's client
    constructor(client) {
      this.client = client;
      this.view = new PushLab.QuestionView(byId('question-result'));
      this.id = null; // of the question that is shown
      byId('guess-form').addEventListener('submit', (event) => {
        event.preventDefault();
        this.guess();
      });
    }

    get question() {
      return this.client().inForce.question;
    }

    show() {
      const question = this.question;
      byId('question').hidden = !question;
      if (!question)
        return;
      if (question.id !== this.id) {
        this.id = question.id;
        byId('guess').value = question.guess === undefined ? '' : question.guess;
        PushLab.show(byId('guess-error'), '');
      }
      byId('question-text').textContent = PushLab.questionText(question.text);
      byId('guess-unit').textContent = PushLab.questionText(question.unit);
      byId('guess-form').hidden = !question.open;
      byId('guess-send').textContent = question.guess === undefined ? PushLab.t('question.guess') : PushLab.t('question.change');
      PushLab.show(byId('guess-state'), this.stateText(question));
      this.view.show(question);
    }

    stateText(question) {
      const texts = [];
      if (question.guess !== undefined)
        texts.push(PushLab.t('question.own', {value: PushLab.guessText(question.guess, question.unit)}));
      if (question.guess !== undefined && question.open)
        texts.push(PushLab.t('question.mayChange'));
      if (!question.open && !question.result)
        texts.push(PushLab.t('question.closed'));
      return texts.join(' ');
    }

    async guess() {
      const typed = byId('guess').value.trim().replace(',', '.');
      const value = typed === '' ? NaN : Number(typed);
      if (!(value >= 0 && value <= mostGuess)) {
        PushLab.show(byId('guess-error'), PushLab.t('question.bad', {most: PushLab.number(mostGuess)}));
        return;
      }
      const {id} = this.question;
      const client = this.client();
      try {
        await PushLab.httpJson(PushLab.roomPath(client.room, '/guess'),
          {method: 'POST', body: {question: id, member: client.member, value}, timeout: patience});
        PushLab.show(byId('guess-error'), '');
        if (this.question && this.question.id === id)
          this.question.guess = value;
      } catch (error) {
        PushLab.show(byId('guess-error'), error.code === 'question-closed' ? PushLab.t('question.tooLate')
          : PushLab.t('question.refused', {reason: PushLab.refusalText(error.code, error.message)}));
      }
      this.show();
    }
  };
})(window.PushLab);
