// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of the banned, each of whom can be let in again.
(function (PushLab) {
  'use strict';

  const list = document.getElementById('bans');
  let shown = '[]';

  function row(ban, lift) {
    const item = PushLab.element('li');
    if (ban.member)
      item.append(PushLab.element('bdi', '', PushLab.shownName(ban.name) || PushLab.t('admin.noName')), ' ');
    if (ban.address)
      item.append(PushLab.element('span', 'address', PushLab.t('admin.bannedAt', {address: ban.address})), ' ');
    item.append(PushLab.element('span', 'facts', ban.room === null ? PushLab.t('admin.allRooms') : PushLab.isolated(ban.room)), ' ');
    const button = PushLab.element('button', '', PushLab.t('admin.liftBan'));
    button.type = 'button';
    button.addEventListener('click', () => lift(ban));
    item.append(button);
    return item;
  }

  // lift(ban) takes one back.
  PushLab.showBans = function (bans, lift) {
    const now = JSON.stringify(bans);
    if (now === shown)
      return; // the button under somebody's finger stays the same one
    shown = now;
    list.replaceChildren(...bans.map((ban) => row(ban, lift)));
    document.getElementById('banned').hidden = bans.length === 0;
  };
})(window.PushLab);
