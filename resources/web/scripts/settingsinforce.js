// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The class settings that hold for this page: what the host said when it was asked, and what the teacher has changed since, as
// the room's log says. A change is acted on once, and none that was in force already when the host was asked.
(function (PushLab) {
  'use strict';

  PushLab.SettingsInForce = class {
    constructor(settings) {
      this.settings = settings;
      this.own = {}; // what the teacher has ordered of this member alone: {technique, split, muted, name}
      this.epoch = null;
      this.asOf = 0; // number of the last entry that is in the settings
      this.heard = null; // the last change that was taken: {epoch, seq, settings}
    }

    // The host says what is in force.
    begin(info) {
      if (info.epoch === this.epoch && info.next < this.asOf)
        return; // said before what has been heard since
      Object.assign(this, {settings: info.settings, own: info.own || {}, epoch: info.epoch, asOf: info.next});
      this.use();
    }

    // Takes an entry of the log of this epoch. Of another than begin() was told last, it is kept until begin() says what was
    // before it. Returns whether there may be other orders for this member, which are not for others to read: the host is to be asked.
    take(epoch, entry) {
      const isNew = epoch === this.epoch && entry.seq > this.asOf;
      if (entry.control.kind === 'own')
        return isNew;
      if (entry.control.kind !== 'settings')
        return false; // later kinds are ignored
      this.heard = {epoch, seq: entry.seq, settings: entry.control.settings};
      this.use();
      return isNew && Boolean(this.settings.split);
    }

    // The log is another one: nothing in it is acted on until begin().
    forget() {
      Object.assign(this, {epoch: null, heard: null});
    }

    use() {
      if (this.heard && this.heard.epoch === this.epoch && this.heard.seq > this.asOf)
        Object.assign(this, {settings: this.heard.settings, asOf: this.heard.seq});
      if (this.own.split && !this.settings.split)
        this.own = Object.assign({}, this.own, {technique: null, split: false});
    }
  };
})(window.PushLab);
