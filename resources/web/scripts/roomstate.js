// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the room's client is doing, in words that count along; a screen reader is told of it only when the way to the host
// is lost or found again.
(function (PushLab) {
  'use strict';

  const seconds = (ms) => PushLab.number(Math.max(0, ms) / 1000, 1);
  const texts = {
    connecting: () => PushLab.t('room.connecting'),
    asking: () => PushLab.t('room.asking'),
    waiting: (state) => PushLab.t('room.waiting', {seconds: seconds(performance.now() - state.since)}),
    pausing: (state) => PushLab.t('room.pausing', {seconds: seconds(state.until - performance.now())}),
    connected: () => PushLab.t('room.connected'),
    retrying: () => PushLab.t('room.retrying'),
    'access-denied': () => PushLab.t('room.accessDenied'),
    stopped: () => PushLab.t('room.stopped'),
  };

  function bannerText(state) {
    if (state.kind === 'access-denied')
      return state.code === 'locked' ? PushLab.t('room.lockedOut') : PushLab.refusalText(state.code, state.reason);
    const left = seconds(state.until - performance.now());
    return state.reason ? PushLab.t('room.lostBecause', {reason: state.reason, seconds: left}) : PushLab.t('room.lost', {seconds: left});
  }

  function buttonText(state) {
    if (state.kind === 'retrying')
      return PushLab.t('room.retryNow');
    return PushLab.needsPin(state.code) ? PushLab.t('room.enterPin') : PushLab.t('room.tryAgain');
  }

  const isTrouble = (state) => state.kind === 'retrying' || state.kind === 'access-denied';

  PushLab.RoomState = class {
    constructor() {
      for (const id of ['state', 'dot', 'banner', 'banner-text', 'retry-now', 'state-said'])
        this[id] = document.getElementById(id);
      this.wasTrouble = false;
    }

    show(state, technique) {
      this.state.textContent = texts[state.kind](state);
      this.dot.className = 'dot ' + technique + ' ' + state.kind;
      const trouble = isTrouble(state);
      this.banner.hidden = !trouble;
      if (trouble) {
        this['banner-text'].textContent = bannerText(state);
        this['retry-now'].textContent = buttonText(state);
      }
      this.say(state, trouble);
    }

    say(state, trouble) {
      if (state.kind === 'connecting' || state.kind === 'stopped' || trouble === this.wasTrouble)
        return; // nothing is known yet, or nothing is new
      this.wasTrouble = trouble;
      this['state-said'].textContent = trouble ? texts[state.kind](state) : PushLab.t('room.connected');
    }
  };
})(window.PushLab);
