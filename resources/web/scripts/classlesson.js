// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lesson on the teacher's page: starts one, goes from step to step, says what to do and how the time goes. The state is asked
// for a second after each answer.
(function (PushLab) {
  'use strict';

  const pause = 1000; // ms
  const patience = 10000;
  const path = '/api/class/lesson';
  const byId = (id) => document.getElementById(id);
  const choice = byId('lesson-choice');
  let timer = 0;
  let isPlaying = false;

  function clock(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
  }

  function list(lessons) {
    if (choice.options.length === lessons.length)
      return;
    choice.replaceChildren(...lessons.map((lesson) => new Option(PushLab.questionText(lesson.title), lesson.id)));
    showWorksheet();
  }

  // Of the chosen lesson: an empty one, or once it is played with what has come of it.
  function showWorksheet() {
    byId('lesson-worksheet').href = '/worksheet/?' + new URLSearchParams({lesson: choice.value});
  }

  function show(state) {
    const lessons = state.lessons || [];
    const {lesson} = state;
    list(lessons);
    isPlaying = Boolean(lesson);
    choice.disabled = isPlaying;
    byId('lesson-start').disabled = lessons.length === 0;
    byId('lesson-start').textContent = isPlaying ? PushLab.t('lesson.end') : PushLab.t('lesson.start');
    byId('lesson-step').hidden = !isPlaying;
    if (!isPlaying)
      return;
    byId('lesson-back').disabled = lesson.step === 1;
    byId('lesson-next').disabled = lesson.step === lesson.steps;
    byId('lesson-place').textContent = PushLab.t('lesson.place', {step: lesson.step, steps: lesson.steps});
    byId('lesson-clock').textContent = PushLab.t('lesson.clock', {step: clock(state.now - lesson.stepStarted),
      stepTime: clock(lesson.stepMinutes * 60000), all: clock(state.now - lesson.started), time: clock(lesson.minutes * 60000)});
    byId('lesson-title').textContent = PushLab.questionText(lesson.stepTitle);
    PushLab.show(byId('lesson-text'), PushLab.questionText(lesson.text));
    PushLab.show(byId('lesson-notes'), PushLab.questionText(lesson.notes) && PushLab.t('lesson.notes', {notes: PushLab.questionText(lesson.notes)}));
  }

  async function exchange(body) {
    clearTimeout(timer);
    try {
      if (body)
        await PushLab.httpJson(path, {method: 'POST', body, timeout: patience});
      show((await PushLab.httpJson(path, {timeout: patience})).data);
      if (body)
        PushLab.show(byId('lesson-error'), '');
    } catch (error) {
      PushLab.show(byId('lesson-error'), PushLab.t('admin.failed', {reason: error.message}));
    }
    clearTimeout(timer); // of one that was under way, too
    timer = setTimeout(exchange, pause);
  }

  choice.addEventListener('change', showWorksheet);
  byId('lesson-form').addEventListener('submit', (event) => {
    event.preventDefault();
    exchange(isPlaying ? {action: 'stop'} : {action: 'start', lesson: choice.value});
  });
  byId('lesson-back').addEventListener('click', () => exchange({action: 'back'}));
  byId('lesson-next').addEventListener('click', () => exchange({action: 'next'}));
  exchange();
})(window.PushLab);
