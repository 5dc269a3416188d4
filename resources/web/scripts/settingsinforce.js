// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The class settings that the page has to follow, and the class's question: those that the host stated, and later changes from the room's log. Each change
// is applied once; changes that the host's statement contains already are not applied again.
(function (PushLab) {
  'use strict';

  PushLab.SettingsInForce = class {
    constructor(settings) {
      this.settings = settings;
      this.own = {}; // what the teacher has ordered of this member alone: {technique, split, muted, name}
      this.epoch = null;
      this.asOf = 0; // number of the last entry that is in the settings
      this.heard = null; // the last change that was taken: {epoch, seq, settings}
      this.question = null; // the class's: {id, text, unit, open, guess, result}
      this.heardQuestion = null; // the last word of it: {epoch, seq, question}
    }

    // Takes the settings that the host states now.
    begin(info) {
      if (info.epoch === this.epoch && info.next < this.asOf)
        return; // said before what has been heard since
      Object.assign(this, {settings: info.settings, own: info.own || {}, question: info.question || null, epoch: info.epoch, asOf: info.next});
      this.use();
    }

    // Takes a control entry of the log of this epoch. If the epoch is not that of the last begin(), the entry is kept until
    // begin() states what was before it. Returns whether there may be other orders for this member, for which the host is to be
    // asked: other members cannot read them.
    take(epoch, entry) {
      const isNew = epoch === this.epoch && entry.seq > this.asOf;
      if (entry.control.kind === 'own')
        return isNew;
      if (entry.control.kind === 'question' || entry.control.kind === 'result') {
        this.heardQuestion = {epoch, seq: entry.seq, question: entry.control.question};
        this.use();
        return false;
      }
      if (entry.control.kind !== 'settings')
        return false; // later kinds are ignored
      this.heard = {epoch, seq: entry.seq, settings: entry.control.settings};
      this.use();
      return isNew && Boolean(this.settings.split);
    }

    // The log was restarted: none of its entries is applied until begin().
    forget() {
      Object.assign(this, {epoch: null, heard: null, heardQuestion: null});
    }

    use() {
      const fresh = [this.heard, this.heardQuestion].filter((said) => said && said.epoch === this.epoch && said.seq > this.asOf);
      for (const said of fresh) {
        if (said.question && this.question && said.question.id === this.question.id)
          said.question.guess = this.question.guess; // the log says no one's guess
        Object.assign(this, {settings: said.settings || this.settings, question: 'question' in said ? said.question : this.question,
          asOf: Math.max(said.seq, this.asOf)});
      }
      if (this.own.split && !this.settings.split)
        this.own = Object.assign({}, this.own, {technique: null, split: false});
    }
  };
})(window.PushLab);
