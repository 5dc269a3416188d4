// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Long polling as the tutorials write it: a request that the host holds, and the next one in its callback.
(function (PushLab, $) {
  'use strict';

  const chat = PushLab.tutorialChat;
  const longestHold = 75000; // ms; past the host's longest hold the answer is lost, not late
  const settleTime = 100; // ms in which tabs that begin at once hear of each other
  const firstPause = 1; // seconds
  const longestPause = 30;
  const pollInterval = 2; // seconds, where no more requests may be held
  const shortestHold = 100; // ms; an empty answer that comes sooner is no end of a hold

  // The tutorials differ only in the names of fields.
  const byUid = PushLab.data.get === '/get/message/' || location.pathname.startsWith('/lang');
  const userField = byUid ? 'uid' : 'name';
  const getAddress = PushLab.data.get || (byUid ? '/get/message/' : '/get_msg/');
  const sendAddress = PushLab.data.send || (byUid ? '/send/message/' : '/send_msg/');
  const sendOptions = sendAddress === '/send_msg/'
    ? {method: 'POST', address: sendAddress, field: 'content'}
    : {method: 'GET', address: sendAddress, field: 'text'};
  const user = PushLab.data.user || PushLab.query.get(userField) || '';
  let pause = firstPause;

  function retry(seconds) {
    pause = Math.min(pause * 2, longestPause);
    setTimeout(getMessage, seconds * 1000);
  }

  // The host removes a queue that was not used for long (a laptop that slept): loading the page's address opens it again.
  function reopenQueue(seconds) {
    $.ajax({url: location.href, type: 'GET', dataType: 'text'}).always(() => retry(seconds));
  }

  function take(answer, held, holds) {
    if (answer.status) {
      chat.append(answer.data);
      PushLab.counter.add('messages');
    } else {
      PushLab.counter.add('empty');
    }
    if (!holds) {
      setTimeout(getMessage, answer.status ? 0 : pollInterval * 1000);
      return;
    }
    if (!answer.status && held < shortestHold) {
      retry(pause);
      return;
    }
    pause = firstPause;
    getMessage();
  }

  // When another tab turns out to be older, this request is not aborted, because a message that the host has just sent would be
  // lost. The next one is sent without a hold.
  function mayHold() {
    return PushLab.holds.take(longestHold, pollInterval, () => {});
  }

  function getMessage() {
    const holds = mayHold();
    const fields = Object.assign({[userField]: user}, PushLab.roomField(), holds ? {} : {wait: 0});
    const done = PushLab.counter.request('requests', 'GET', getAddress + '?' + $.param(fields));
    const start = performance.now();
    chat.status(holds ? PushLab.t('longpolling.waiting') : PushLab.t('longpolling.short', {seconds: pollInterval}));
    $.ajax({
      url: getAddress,
      type: 'GET',
      dataType: 'JSON',
      timeout: longestHold,
      data: fields,
      success(answer, status, xhr) {
        PushLab.counter.add('bytes', PushLab.utf8Length(xhr.responseText));
        done(answer.status ? PushLab.t('request.messages', {count: 1}) : PushLab.t('request.empty'));
        take(answer, performance.now() - start, holds);
      },
      error(xhr) {
        const seconds = pause;
        const refusal = chat.refusal(xhr);
        done(PushLab.t('request.failed', {status: chat.reason(xhr)}));
        if (refusal) {
          PushLab.holds.release();
          chat.status(refusal);
          return;
        }
        chat.status(PushLab.t('longpolling.pause', {status: chat.reason(xhr), seconds}));
        if (xhr.status === 404)
          reopenQueue(seconds);
        else
          retry(seconds);
      },
    });
  }

  function askForUser() {
    $('#user').attr('name', userField);
    if (PushLab.query.has('room'))
      $('<input type="hidden" name="room">').val(PushLab.room).appendTo('#user-form');
    $('#user-form').prop('hidden', false);
  }

  $(() => {
    if (user === '') {
      askForUser();
      return;
    }
    $('#user-page').prop('hidden', false);
    $('#page-facts').text(PushLab.t('longpolling.facts', {
      room: PushLab.isolated(PushLab.room), user: PushLab.isolated(user), send: sendOptions.method + ' ' + sendAddress, get: 'GET ' + getAddress,
    }));
    chat.sendBy(sendOptions);
    chat.keep(() => null, () => {});
    mayHold();
    setTimeout(getMessage, settleTime);
  });
})(window.PushLab, window.jQuery);
