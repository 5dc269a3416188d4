// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the teacher does with the class at once: mark a moment, clear the messages.
(function (PushLab) {
  'use strict';

  const patience = 10000; // ms
  const problem = document.getElementById('settings-error');
  const name = document.getElementById('mark-name');

  async function order(path, body) {
    try {
      await PushLab.httpJson('/api/class/' + path, {method: 'POST', body, timeout: patience});
      PushLab.show(problem, '');
      return true;
    } catch (error) {
      PushLab.show(problem, PushLab.t('admin.failed', {reason: error.message}));
      return false;
    }
  }

  document.getElementById('mark-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await order('mark', {name: name.value}))
      name.value = '';
  });
  document.getElementById('clear').addEventListener('click', () => {
    if (window.confirm(PushLab.t('admin.clearQuestion')))
      order('clear', {});
  });
})(window.PushLab);
