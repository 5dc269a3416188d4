// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chat that the tutorial pages share: jQuery as in the tutorials, but text goes in by .text().
(function (PushLab, $) {
  'use strict';

  const shownMessages = 1000;

  // A short description of the error in a jqXHR, for use in brackets.
  function reason(xhr) {
    return xhr.status ? xhr.status + ' ' + xhr.statusText : xhr.statusText;
  }

  function sendProblem(xhr) {
    try {
      return PushLab.refusalText(JSON.parse(xhr.responseText).code, reason(xhr));
    } catch (error) {
      return reason(xhr);
    }
  }

  const texts = []; // that are shown

  PushLab.tutorialChat = {
    reason,

    // Shows again what the page showed before it was reloaded. `position` is kept with it, and passed to restore(position).
    keep(position, restore) {
      PushLab.keep('pushlab-log ' + location.pathname + location.search, (least) => (least ? null : {texts, position: position()}),
        (kept) => {
          if (kept === null)
            return;
          kept.texts.forEach((text) => PushLab.tutorialChat.append(text));
          restore(kept.position);
        });
    },

    append(text) {
      texts.push(text);
      texts.splice(0, texts.length - shownMessages);
      const log = $('#log');
      const atEnd = log[0].scrollHeight - log[0].scrollTop - log[0].clientHeight < 40;
      $('<p class="message">').append($('<span class="text">').text(PushLab.shownText(text))).appendTo(log);
      log.children().slice(0, -shownMessages).remove();
      if (atEnd)
        log[0].scrollTop = log[0].scrollHeight;
    },

    // The host's text when it does not admit this page any more (403), otherwise ''. The page then stops asking.
    refusal(xhr) {
      if (xhr.status !== 403)
        return '';
      let answer = {};
      try {
        answer = JSON.parse(xhr.responseText);
      } catch (error) {
        // The answer is not from this host; the status says enough.
      }
      return PushLab.t('tutorial.refused', {reason: PushLab.refusalText(answer.code, answer.error || reason(xhr))});
    },

    status(text) {
      $('#status').text(text || '');
    },

    // Sends the typed text with options.method to options.address, in the field options.field.
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
            PushLab.tutorialChat.status(PushLab.t('tutorial.sendFailed', {reason: sendProblem(xhr)}));
            if (input.val() === '')
              input.val(text); // not lost: it can be sent again
          });
      });
    },
  };
})(window.PushLab, window.jQuery);
