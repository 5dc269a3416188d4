// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The class settings on the teacher's page: shows those in force, requested two seconds after each answer, and changes them at
// once.
(function (PushLab) {
  'use strict';

  const pause = 2000; // ms
  const patience = 10000;
  const path = '/api/class/settings';
  const form = document.getElementById('class-settings');
  const problem = document.getElementById('settings-error');
  const field = (name) => form.elements[name];
  const number = (name) => Number(field(name).value);
  const offers = () => [...form.querySelectorAll('[name=techniques]')];
  let timer = 0;

  // One entry per control: the setting that it changes, how it shows the setting, and what it says about it.
  const setConditioner = () => (number('delay') || number('jitter') || number('rate')
    ? {delay: number('delay'), jitter: number('jitter'), rate: number('rate') * 1000} : null);
  const controls = {
    technique: ['technique', (technique) => technique || '', () => field('technique').value || null],
    techniques: ['techniques', null, () => offers().filter((box) => box.checked).map((box) => box.value)],
    pollInterval: ['pollInterval', (seconds) => seconds, () => number('pollInterval')],
    hold: ['hold', (seconds) => seconds, () => number('hold')],
    delay: ['conditioner', (conditioner) => (conditioner ? conditioner.delay : 0), setConditioner],
    jitter: ['conditioner', (conditioner) => (conditioner ? conditioner.jitter : 0), setConditioner],
    rate: ['conditioner', (conditioner) => (conditioner ? conditioner.rate / 1000 : 0), setConditioner],
  };

  function show(settings) {
    for (const [name, [setting, shown]] of Object.entries(controls)) {
      if (shown && field(name) !== document.activeElement) // somebody is about to change it
        field(name).value = shown(settings[setting]);
    }
    for (const box of offers()) {
      box.checked = settings.techniques.includes(box.value);
      box.disabled = box.checked && settings.techniques.length === 1; // something is on offer always
    }
  }

  async function exchange(options) {
    clearTimeout(timer);
    try {
      show((await PushLab.httpJson(path, {timeout: patience, ...options})).data);
      if (options.method)
        PushLab.show(problem, '');
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
    }
    timer = setTimeout(exchange, pause, {});
  }

  for (const technique of PushLab.techniqueOrder) {
    field('technique').append(new Option(PushLab.techniqueText(technique), technique));
    const box = Object.assign(PushLab.element('input'), {type: 'checkbox', name: 'techniques', value: technique});
    const label = PushLab.element('label', 'check');
    label.append(box, ' ' + PushLab.techniqueText(technique));
    document.getElementById('offer').append(label);
  }
  form.addEventListener('change', (event) => {
    const [setting, , said] = controls[event.target.name];
    exchange({method: 'POST', body: {[setting]: said()}});
  });
  form.addEventListener('submit', (event) => event.preventDefault()); // Enter in a field was a change already
  exchange({});
})(window.PushLab);
