// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chat that the tutorial pages share: jQuery as in the tutorials, but text goes in by .text().
(function (PushLab, $) {
  'use strict';

  const shownMessages = 1000;

  // What went wrong in a jqXHR, in a word that can stand in brackets.
  function reason(xhr) {
    return xhr.status ? xhr.status + ' ' + xhr.statusText : xhr.statusText;
  }

  PushLab.tutorialChat = {
    reason,

    append(text) {
      const log = $('#log');
      const atEnd = log[0].scrollHeight - log[0].scrollTop - log[0].clientHeight < 40;
      $('<p class="message">').append($('<span class="text">').text(text)).appendTo(log);
      log.children().slice(0, -shownMessages).remove();
      if (atEnd)
        log[0].scrollTop = log[0].scrollHeight;
    },

    status(text) {
      $('#status').text(text || '');
    },

    // Sends what is typed with options.method to options.address, in the field options.field.
    sendBy(options) {
      $('#send-form').on('submit', (event) => {
        event.preventDefault();
        const input = $('#text');
        const text = input.val();
        if (text === '')
          return;
        const fields = Object.assign({[options.field]: text}, PushLab.roomField());
        const done = PushLab.counter.request('sends', options.method, options.address);
        PushLab.counter.add('bytes', PushLab.utf8Length(text));
        input.val('').trigger('focus');
        $.ajax({url: options.address, type: options.method, data: fields, dataType: 'text'})
          .done((answer) => {
            PushLab.counter.add('bytes', PushLab.utf8Length(answer));
            done(PushLab.t('request.sent'));
          })
          .fail((xhr) => {
            done(PushLab.t('request.failed', {status: reason(xhr)}));
            PushLab.tutorialChat.status(PushLab.t('tutorial.sendFailed', {reason: reason(xhr)}));
            if (input.val() === '')
              input.val(text); // not lost: it can be sent again
          });
      });
    },
  };
})(window.PushLab, window.jQuery);
