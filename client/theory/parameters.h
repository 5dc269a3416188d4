// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/seconds.h"
#include "server/protocol/limits.h"

namespace pushlab::theory {

//! When the next poll is sent.
enum class PollTimer : quint8 {
    RunsOn, //!< on a timer with a fixed period: a cycle is the interval
    FromAnswer //!< the interval starts at the answer: a cycle is the interval plus one round trip
};

enum class Connections : quint8 {
    KeptAlive, //!< all requests use one connection
    NewEachTime //!< every request opens a connection: one round trip more
};

//! The parameters of theory. All are per client: \c rate counts the messages that one client receives.
struct Parameters
{
    double rate = 1; //!< lambda, messages per second, a Poisson process; finite, >= 0
    Seconds oneWay{0.005}; //!< L, mean delay of the network in one direction; >= 0
    Seconds turnAround{0}; //!< of client and host together, the part of R outside the network; >= 0
    Seconds pollInterval{protocol::defaultPollInterval}; //!< of the client's timer; together with pollTimer it gives T; >= 0
    PollTimer pollTimer = PollTimer::FromAnswer;
    Seconds hold{protocol::defaultHold}; //!< H; >= 0, infinite for a host that never answers without a message
    double headerBytes = 585; //!< h, heads of request and answer and the body of an empty answer; >= 0
    double messageBytes = 100; //!< m, a message with the JSON around it; >= 0
    double messageNumber = 1; //!< of a message in the middle of the run, whose digits an event carries; >= 1
    Seconds pingInterval{protocol::pingInterval}; //!< P; zero for no pings
    Connections connections = Connections::KeptAlive;
};

//! Whether every value is in its range, and polling and long polling cycles are longer than 0. Required by the models.
[[nodiscard]] bool isValid(const Parameters &parameters);

//! R: from the host's sending of an answer to the arrival of the next request. Twice L plus the turn-around; 2 L more when every
//! request opens a connection.
[[nodiscard]] Seconds roundTrip(const Parameters &parameters);

//! T: from the arrival of one poll at the host to that of the next one.
[[nodiscard]] Seconds pollCycle(const Parameters &parameters);

} // namespace pushlab::theory
