// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Short polling as the tutorials write it: setInterval requests what follows the index reached so far.
(function (PushLab, $) {
  'use strict';

  const address = '/get/msg/';
  const chat = PushLab.tutorialChat;
  const shortestInterval = 0.2; // seconds; less would be an attack, not a lesson
  const interval = Math.max(shortestInterval, Number(PushLab.data.interval) || 2);
  let timer = 0;
  let maxIndex = 0; // 0: begin with what is already there

  function take(asked, answer) {
    // setInterval does not wait for answers, so a slow one may be overtaken; only the first answer for this index counts.
    if (asked !== maxIndex)
      return 0;
    if (answer.max_index < asked)
      chat.status(PushLab.t('polling.restarted'));
    $.each(answer.data, (position, text) => chat.append(text));
    maxIndex = answer.max_index < asked ? 0 : answer.max_index;
    return answer.data.length;
  }

  function getMessages() {
    const asked = maxIndex;
    const fields = Object.assign({index: asked}, PushLab.roomField());
    const done = PushLab.counter.request('requests', 'GET', address + '?' + $.param(fields));
    $.ajax({
      url: address,
      type: 'GET',
      dataType: 'JSON',
      data: fields,
      success(answer, status, xhr) {
        chat.status('');
        const count = take(asked, answer);
        PushLab.counter.add('bytes', PushLab.utf8Length(xhr.responseText));
        PushLab.counter.add('messages', count);
        PushLab.counter.add('empty', answer.data.length === 0 ? 1 : 0);
        done(count ? PushLab.t('request.messages', {count}) : PushLab.t('request.empty'));
      },
      error(xhr) {
        done(PushLab.t('request.failed', {status: chat.reason(xhr)}));
        const refusal = chat.refusal(xhr);
        chat.status(refusal || PushLab.t('tutorial.noAnswer', {status: chat.reason(xhr)}));
        if (refusal)
          clearInterval(timer);
      },
    });
  }

  $(() => {
    $('#page-facts').text(PushLab.t('polling.facts', {room: PushLab.isolated(PushLab.room), interval}));
    chat.sendBy({method: 'GET', address: '/send/msg/', field: 'text'});
    chat.keep(() => maxIndex, (kept) => { maxIndex = kept; });
    getMessages();
    timer = setInterval(getMessages, interval * 1000);
  });
})(window.PushLab, window.jQuery);
