// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The id of this tab's member. It stays when the page is loaded anew, and goes to the next tab that comes to the room under the same
// name once this one is closed: the host then knows the member again, its name, its figures and what the teacher has ordered. Tabs that
// are open at once are members of their own.
(function (PushLab) {
  'use strict';

  const life = 5 * 60000; // ms; the host, too, keeps the name of who is away for that time
  const longestSleep = 24 * 3600000; // ms, after which a tab that a phone has put to sleep is not expected any more
  const patience = 1000; // ms for another tab to say that it is still there
  const prefix = 'pushlab-left ';
  const asking = 'pushlab-asks';
  const answering = 'pushlab-here';
  const backKey = 'pushlab-back';
  const page = PushLab.generateId(); // this page, until it is loaded anew
  let member = '';
  let isNew = false; // drawn here, and nobody has looked yet who has left
  let isLeft = false;
  let leaving = null; // of the room's page: {say(), lost()}

  function attempt(action) {
    try {
      return action();
    } catch (error) { // storage may be forbidden, or full
      return null;
    }
  }

  // An entry says to which page an id belongs: {owner, at}; with {room, name, isHidden, kept} when that page is closed, or nobody
  // sees it, and then it may be closed without a word.
  const read = (id) => attempt(() => JSON.parse(localStorage.getItem(prefix + id)));
  const write = (id, entry) => attempt(() => localStorage.setItem(prefix + id, JSON.stringify(Object.assign({owner: page, at: Date.now()}, entry))));

  // Returns false when another tab has come back as this member.
  function reclaim(id, owner) {
    const entry = read(id);
    if (entry && entry.owner !== owner)
      return false;
    if (entry)
      write(id);
    return true;
  }

  function leave(isHidden) {
    if (leaving && member)
      write(member, Object.assign({isHidden}, leaving.say()));
  }

  // The ids of those who have left, the last one first. Old entries are removed.
  function candidates(room, name) {
    const now = Date.now();
    const found = [];
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
      const entry = read(key.slice(prefix.length));
      if (!entry || !(now - entry.at < longestSleep))
        localStorage.removeItem(key);
      else if (entry.room === room && entry.name === name && now - entry.at < life)
        found.push([entry.at, key.slice(prefix.length)]);
    }
    return found.sort((a, b) => b[0] - a[0]).map(([, id]) => id);
  }

  // Whether a tab that nobody sees still runs as that member. One that was ended, or put to sleep, does not answer.
  function isThere(id) {
    return new Promise((resolve) => {
      const question = id + ' ' + PushLab.generateId();
      const end = (answer) => {
        window.removeEventListener('storage', hear);
        resolve(answer);
      };
      const hear = (event) => {
        if (event.key === answering && event.newValue === question)
          end(true);
      };
      window.addEventListener('storage', hear);
      setTimeout(() => end(false), patience);
      localStorage.setItem(asking, question);
    });
  }

  async function takeOver(id) {
    const entry = read(id);
    if (!entry || (entry.isHidden && await isThere(id)))
      return false;
    const now = read(id);
    if (!now || now.owner !== entry.owner || now.at !== entry.at) // another was faster, or it has come back itself
      return false;
    write(id);
    member = id;
    attempt(() => sessionStorage.setItem(backKey, JSON.stringify({member, kept: entry.kept})));
    return true;
  }

  PushLab.keep('pushlab-member', () => ({member, owner: page}), (known) => {
    if (known.member && reclaim(known.member, known.owner))
      member = known.member;
  });

  PushLab.member = function () {
    isNew = isNew || member === '';
    member = member || PushLab.generateId();
    return member;
  };

  PushLab.renewMember = function () {
    member = PushLab.generateId();
    return member;
  };

  // Becomes the member that has left the room under that name, if there is one and this tab is none yet.
  PushLab.comeBack = async function (room, name) {
    PushLab.member();
    if (!isNew)
      return;
    isNew = false;
    for (const id of attempt(() => candidates(room, name)) || []) {
      if (await takeOver(id).catch(() => false))
        return;
    }
  };

  // What the tab of this member has kept that was closed; null when there is none. Only once.
  PushLab.takeKept = function () {
    const back = attempt(() => JSON.parse(sessionStorage.getItem(backKey)));
    attempt(() => sessionStorage.removeItem(backKey));
    return back && back.member === member ? back.kept : null;
  };

  // say() returns {room, name, kept} for the tab that comes back; lost() is called when one has while this one slept.
  PushLab.leaveAs = function (say, lost) {
    leaving = {say, lost};
  };

  document.addEventListener('visibilitychange', () => {
    if (isLeft || !leaving)
      return;
    if (document.hidden)
      leave(true);
    else if (!reclaim(member, page))
      leaving.lost();
  });
  window.addEventListener('pagehide', () => {
    isLeft = true;
    leave(false);
  });
  window.addEventListener('pageshow', (event) => {
    isLeft = false;
    if (!event.persisted || !leaving || reclaim(member, page))
      return;
    member = '';
    location.reload();
  });
  window.addEventListener('storage', (event) => {
    if (isLeft || !member || !event.newValue)
      return;
    if (event.key === asking && event.newValue.startsWith(member + ' '))
      attempt(() => localStorage.setItem(answering, event.newValue));
    else if (event.key === prefix + member && leaving && !reclaim(member, page)) // the answer came too late
      leaving.lost();
  });
})(window.PushLab);
