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

  const freeze = document.getElementById('freeze');

  // One entry per control: how it shows the settings, and the settings that it changes.
  const setConditioner = () => ({conditioner: number('delay') || number('jitter') || number('rate')
    ? {delay: number('delay'), jitter: number('jitter'), rate: number('rate') * 1000} : null});
  const setGenerator = () => ({generator: number('generatorRate')
    ? {rate: number('generatorRate'), size: number('generatorSize'), poisson: field('generatorPoisson').checked} : null});
  const ofNetwork = (name, scale) => (settings) => (settings.conditioner ? settings.conditioner[name] / scale : 0);
  const technique = () => field('technique').value;
  const controls = {
    technique: [(settings) => (settings.split ? 'split' : settings.technique || ''),
      () => ({technique: technique() === 'split' ? null : technique() || null, split: technique() === 'split'})],
    techniques: [null, () => ({techniques: offers().filter((box) => box.checked).map((box) => box.value)})],
    pollInterval: [(settings) => settings.pollInterval, () => ({pollInterval: number('pollInterval')})],
    hold: [(settings) => settings.hold, () => ({hold: number('hold')})],
    delay: [ofNetwork('delay', 1), setConditioner],
    jitter: [ofNetwork('jitter', 1), setConditioner],
    rate: [ofNetwork('rate', 1000), setConditioner],
    generatorRate: [(settings) => (settings.generator ? settings.generator.rate : 0), setGenerator],
    generatorSize: [null, setGenerator],
    generatorPoisson: [null, setGenerator],
  };

  function show(settings) {
    for (const [name, [shown]] of Object.entries(controls)) {
      if (shown && field(name) !== document.activeElement) // somebody is about to change it
        field(name).value = shown(settings);
    }
    for (const box of offers()) {
      box.checked = settings.techniques.includes(box.value);
      box.disabled = box.checked && settings.techniques.length === 1; // something is on offer always
    }
    showGenerator(settings.generator);
    freeze.setAttribute('aria-pressed', String(settings.frozen));
    freeze.textContent = settings.frozen ? PushLab.t('admin.unfreeze') : PushLab.t('admin.freeze');
  }

  // Off, it keeps its size and its times for the next go.
  function showGenerator(generator) {
    if (!generator)
      return;
    if (field('generatorSize') !== document.activeElement)
      field('generatorSize').value = generator.size;
    field('generatorPoisson').checked = generator.poisson;
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

  for (const name of PushLab.techniqueOrder) {
    field('technique').lastElementChild.before(new Option(PushLab.techniqueText(name), name));
    const box = Object.assign(PushLab.element('input'), {type: 'checkbox', name: 'techniques', value: name});
    const label = PushLab.element('label', 'check');
    label.append(box, ' ' + PushLab.techniqueText(name));
    document.getElementById('offer').append(label);
  }
  form.addEventListener('change', (event) => {
    exchange({method: 'POST', body: controls[event.target.name][1]()});
  });
  freeze.addEventListener('click', () => exchange({method: 'POST', body: {frozen: freeze.getAttribute('aria-pressed') !== 'true'}}));
  form.addEventListener('submit', (event) => event.preventDefault()); // Enter in a field was a change already
  exchange({});
})(window.PushLab);
