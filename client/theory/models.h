// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/delaymodel.h"
#include "client/theory/parameters.h"
#include "server/protocol/technique.h"

//! What each technique costs one client, by theory: pure functions, for any thread. Messages arrive as a Poisson
//! process, phases are random, transit takes L always. Parameters must be valid (isValid()); results are then never
//! NaN, and infinite only where that is said.
namespace pushlab::theory {

//! Whether a WebSocket frame is masked: every frame from client to server is, no other.
enum class Masking : quint8 { Unmasked, Masked };

inline constexpr int pingBytes = 8; //!< an empty ping, 2 bytes, and its masked pong, 6

//! Bytes of a WebSocket frame's header (RFC 6455 5.2) before \a payloadBytes of payload, its mask included.
[[nodiscard]] int frameHeaderBytes(double payloadBytes, Masking masking);

//! From one request's arrival to the next one's: polling's T, long polling's C. Infinite where a connection is held,
//! and for long polling without messages and without an end of the hold.
[[nodiscard]] Seconds cycle(protocol::Technique technique, const Parameters &parameters);

//! Requests that ask for messages; none where a connection is held.
[[nodiscard]] double requestsPerMinute(protocol::Technique technique, const Parameters &parameters);

//! From the host's acceptance of a message to its receipt.
[[nodiscard]] DelayModel delay(protocol::Technique technique, const Parameters &parameters);

//! The share, 0..1, of answers that bring no message; 0 where a connection is held.
[[nodiscard]] double emptyShare(protocol::Technique technique, const Parameters &parameters);

//! TCP payload of a minute in both directions, without what opens a connection that is held.
[[nodiscard]] double bytesPerMinute(protocol::Technique technique, const Parameters &parameters);

//! bytesPerMinute() for each message received. Infinite at rate 0 when bytes flow without messages.
[[nodiscard]] double bytesPerMessage(protocol::Technique technique, const Parameters &parameters);

//! Where long polling begins to need more requests than polling. Long polling's rate of requests grows with the
//! messages from 1/(R+H) to 1/R, polling's is 1/T whatever comes: they meet once, or never.
struct Crossover
{
    enum class Kind : quint8 {
        AtRate, //!< at \c rate
        Always, //!< R + H <= T: long polling needs at least as many even when nothing comes
        Never //!< T <= R: however much comes
    };
    Kind kind = Kind::AtRate;
    double rate = 0; //!< messages per second; meaningful for AtRate, to 1e-9 of itself

    friend bool operator==(const Crossover &, const Crossover &) = default;
};

//! The rate of \a parameters does not matter. About ruleOfThumb() when R << T << H.
[[nodiscard]] Crossover crossover(const Parameters &parameters);

//! 1/T in messages per second: what to remember for crossover().
[[nodiscard]] double ruleOfThumb(const Parameters &parameters);

} // namespace pushlab::theory
