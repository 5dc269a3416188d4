// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows how jQuery interprets the same bytes under two content types.
(function (PushLab, $) {
  'use strict';

  function check(prefix, address) {
    const done = PushLab.counter.request('sends', 'POST', address);
    return $.ajax({url: address, type: 'POST', data: {}}).then((data, status, xhr) => {
      $('#' + prefix + '-type').text(xhr.getResponseHeader('Content-Type'));
      $('#' + prefix + '-typeof').text(typeof data);
      $('#' + prefix + '-username').text(String(data.username));
      $('#' + prefix + '-raw').text(xhr.responseText);
      PushLab.counter.add('bytes', PushLab.utf8Length(xhr.responseText));
      done(typeof data);
      return typeof data;
    }, (xhr) => {
      done(PushLab.t('request.failed', {status: xhr.status}));
      return $.Deferred().reject(xhr);
    });
  }

  $('#send').on('click', () => {
    $.when(check('json', '/ab_dy/'), check('plain', '/ab_dy/?plain=1'))
      .done((json, plain) => $('#verdict').text(PushLab.t('ajaxcheck.verdict', {json, plain})))
      .fail((xhr) => $('#verdict').text(PushLab.t('ajaxcheck.failed', {status: xhr.status})));
  });
})(window.PushLab, window.jQuery);
