// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/delaymodel.h"
#include "client/theory/parameters.h"
#include "server/protocol/technique.h"

//! What each technique costs one client by theory: pure functions, for any thread. Messages are a Poisson process, phases are
//! random, transit always takes L. Parameters must be valid, see isValid(); results are then never NaN, and infinite only where
//! stated.
namespace pushlab::theory {

//! Whether a WebSocket frame is masked: frames from client to server are, others are not.
enum class Masking : quint8 { Unmasked, Masked };

inline constexpr int pingBytes = 8; //!< an empty ping, 2 bytes, and its masked pong, 6

//! Bytes of a WebSocket frame's header (RFC 6455 5.2) for \a payloadBytes of payload, including the masking key.
[[nodiscard]] int frameHeaderBytes(double payloadBytes, Masking masking);

//! The time from one request's arrival at the host to the next one's: polling's T, long polling's C. Infinite for techniques that
//! hold a connection, and for long polling with neither messages nor an end of the hold.
[[nodiscard]] Seconds cycle(protocol::Technique technique, const Parameters &parameters);

//! Requests for messages per minute; 0 for techniques that hold a connection.
[[nodiscard]] double requestsPerMinute(protocol::Technique technique, const Parameters &parameters);

//! The delay from the host's acceptance of a message to its receipt.
[[nodiscard]] DelayModel delay(protocol::Technique technique, const Parameters &parameters);

//! The share of answers without messages, 0..1; 0 for techniques that hold a connection.
[[nodiscard]] double emptyShare(protocol::Technique technique, const Parameters &parameters);

//! TCP payload of a minute in both directions, without what opens a connection that is held.
[[nodiscard]] double bytesPerMinute(protocol::Technique technique, const Parameters &parameters);

//! bytesPerMinute() for each message received. Infinite at rate 0 when bytes flow without messages.
[[nodiscard]] double bytesPerMessage(protocol::Technique technique, const Parameters &parameters);

//! Where long polling begins to need more requests than polling. Long polling's request rate grows with the message rate from
//! 1/(R+H) to 1/R; polling's is always 1/T. So they cross once or never.
struct Crossover
{
    enum class Kind : quint8 {
        AtRate, //!< at \c rate
        Always, //!< R + H <= T: long polling needs at least as many even without messages
        Never //!< T <= R: at any message rate
    };
    Kind kind = Kind::AtRate;
    double rate = 0; //!< messages per second; valid for AtRate, with a relative error of 1e-9

    friend bool operator==(const Crossover &, const Crossover &) = default;
};

//! The crossover for \a parameters, whose rate is ignored. About ruleOfThumb() when R << T << H.
[[nodiscard]] Crossover crossover(const Parameters &parameters);

//! 1/T in messages per second, the simple approximation of crossover().
[[nodiscard]] double ruleOfThumb(const Parameters &parameters);

} // namespace pushlab::theory
