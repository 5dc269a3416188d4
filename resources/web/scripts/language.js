// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language switch: sets a cookie and reloads the page. A lang= in the address would override the cookie, so it is removed.
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
