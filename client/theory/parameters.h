// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/seconds.h"
#include "server/protocol/limits.h"

namespace pushlab::theory {

//! When the next poll is due.
enum class PollTimer : quint8 {
    RunsOn, //!< a timer with a fixed period: a cycle is the interval
    FromAnswer //!< the interval starts at the answer: a cycle is the interval and one round trip
};

enum class Connections : quint8 {
    KeptAlive, //!< requests follow one another on one connection
    NewEachTime //!< a connection for every request: one round trip more
};

//! What theory needs to know of a set-up. All is per client: \c rate counts the messages that one client receives.
struct Parameters
{
    double rate = 1; //!< lambda, messages per second, a Poisson process; finite, >= 0
    Seconds oneWay{0.005}; //!< L, mean delay of the network in one direction; >= 0
    Seconds turnAround{0}; //!< of client and host together, the part of R that is not the network; >= 0
    Seconds pollInterval{protocol::defaultPollInterval}; //!< of the client's timer; T follows from it and pollTimer; >= 0
    PollTimer pollTimer = PollTimer::FromAnswer;
    Seconds hold{protocol::defaultHold}; //!< H; >= 0, infinity for a host that never answers with nothing
    double headerBytes = 585; //!< h, headers of request and answer and the body of an empty answer together; >= 0
    double messageBytes = 100; //!< m, a message with the JSON around it; >= 0
    double messageNumber = 1; //!< of a message in the middle of the run, whose digits an event carries; >= 1
    Seconds pingInterval{protocol::pingInterval}; //!< P; zero for no pings
    Connections connections = Connections::KeptAlive;
};

//! Whether every value is in its range, a poll takes time and so does a long poll. The models demand it.
[[nodiscard]] bool isValid(const Parameters &parameters);

//! R: from one answer's leaving of the host to the next request's arrival there. Twice L and the turn-around; one
//! network round trip (2 L) more when every request opens a connection.
[[nodiscard]] Seconds roundTrip(const Parameters &parameters);

//! T: from one poll's arrival at the host to the next one's.
[[nodiscard]] Seconds pollCycle(const Parameters &parameters);

} // namespace pushlab::theory
