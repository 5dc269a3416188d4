// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// As much of a test framework as these tests need.
window.Tests = (function () {
  'use strict';

  const tests = [];

  function same(actual, expected, what) {
    const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== e)
      throw new Error((what ? what + ': ' : '') + 'expected ' + e.slice(0, 300) + ', got ' + a.slice(0, 300));
  }

  function sleep(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  // Waits until condition() holds; fails after so many ms.
  async function until(condition, what, ms) {
    const end = performance.now() + (ms || 10000);
    while (!condition()) {
      if (performance.now() > end)
        throw new Error('not in time: ' + what);
      await sleep(5);
    }
  }

  async function run() {
    const lines = [];
    let failures = 0;
    for (const {name, body} of tests) {
      try {
        await body();
        lines.push('PASS ' + name);
      } catch (error) {
        ++failures;
        lines.push('FAIL ' + name + ': ' + error.message);
      }
    }
    lines.push(failures ? failures + ' script tests failed' : 'all ' + tests.length + ' script tests passed');
    document.getElementById('result').textContent = lines.join('\n');
  }

  return {add: (name, body) => tests.push({name, body}), same, sleep, until, run};
})();
