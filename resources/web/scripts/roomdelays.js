// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a room's client measures: how long a message, or a race's, took from the host to here.
(function (PushLab) {
  'use strict';

  const unmeasured = {delay: null, uncertainty: null};

  // Counts a delay in ms among the client's own; returns {delay, uncertainty}.
  function count(client, delay) {
    const {uncertainty} = client.clock.best;
    const counters = client.counters[client.carrier];
    counters.delays.add(Math.round(delay * 1e6));
    counters.uncertainty = Math.max(counters.uncertainty, uncertainty);
    return {delay, uncertainty};
  }

  // {delay, uncertainty}: from acceptance by the host to now, in ms; delay is null when it says nothing about the technique.
  PushLab.measureMessage = function (client, message) {
    if (!client.clock.known || client.wasBefore(message))
      return unmeasured; // it was there before us
    if (client.events.isSetAside(message.accepted)) {
      client.count('setAside');
      client.reporter.setAside(client.carrier);
      return unmeasured;
    }
    const now = client.clock.hostNow();
    const delay = Math.max(0, now - message.accepted);
    // The key was pressed before the message was accepted, whatever the sender's clock says.
    const keypress = message.sent > 0 ? Math.max(0, now - Math.min(message.sent, message.accepted)) : null;
    if (!client.reporter.add(client.carrier, delay, keypress)) {
      client.count('setAside');
      return unmeasured;
    }
    return count(client, delay);
  };

  // Reports at once when a race's message came. Races that were there before us, or are over, are only shown: then left is 0.
  function run(client, entry) {
    const {number, open} = entry.control;
    const age = client.clock.known ? Math.max(0, client.clock.hostNow() - entry.accepted) : 0;
    const left = client.wasBefore(entry) ? 0 : Math.max(0, 1000 * open - age); // ms
    const receipt = {number, technique: client.carrier, left, ...unmeasured};
    if (left > 0) {
      if (client.clock.known && !client.events.isSetAside(entry.accepted))
        Object.assign(receipt, count(client, age));
      client.reporter.addRace(number, client.carrier, receipt.delay);
    }
    return receipt;
  }

  // Takes part in races; to be called for each control entry as it comes. Tells of them by the client's events race(receipt) and
  // raceResult(race), if it has these.
  PushLab.followRaces = function (client, entry) {
    const {kind, race} = entry.control || {}; // a withdrawn message has none
    const {events} = client;
    if (kind === 'race') {
      const receipt = run(client, entry);
      if (events.race)
        events.race(receipt);
    } else if (kind === 'result' && race && events.raceResult) {
      events.raceResult(race);
    }
  };
})(window.PushLab);
