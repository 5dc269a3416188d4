// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The switch of language: a cookie, and the page again. A lang= in the address would beat the cookie, so it goes.
(function () {
  'use strict';

  function choose(language) {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = 'lang=' + language + '; path=/; max-age=31536000; samesite=lax' + secure;
    const address = new URL(location.href);
    address.searchParams.delete('lang');
    if (address.href === location.href)
      location.reload();
    else
      location.replace(address.href);
  }

  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === document.documentElement.lang));
    button.addEventListener('click', () => choose(button.dataset.language));
  }
})();
