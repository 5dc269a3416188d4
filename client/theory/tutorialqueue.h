// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/parameters.h"

//! The long polling of the tutorials, where an answer brings one message of the member's queue and never more.
//! Pure functions, for any thread; parameters must be valid.
//!
//! After an answer, with a message or with nothing, no request is there for R. So the queue has one server that takes
//! exactly R for each message; a message's wait for its answer is its wait for that server. Were requests held for
//! ever, this would be the queue M/D/1 with load rho = lambda R and the mean wait of Pollaczek and Khinchine,
//!     lambda E[S^2] / (2 (1 - rho)) = rho R / (2 (1 - rho)).
//! A hold that ends with nothing takes the server away for R as well: a vacation that begins with an empty queue. Of
//! the time in which no message is served a share
//!     v = e^(-lambda H) R / (e^(-lambda H) R + (1 - e^(-lambda H)) / lambda)
//! is vacation (an idle spell lasts (1 - e^(-lambda H)) / lambda in the mean and ends in a vacation with probability
//! e^(-lambda H)). The decomposition of Fuhrmann and Cooper (1985) says that the wait is the sum of M/D/1's and an
//! independent one, that of a message arriving at a random time of that share: what is left of the vacation, R/2 in
//! the mean. Hence
//!     mean delay = L + rho R / (2 (1 - rho)) + v R / 2.
//! For lambda -> 0 this is L + R^2 / (2 (R + H)), the same as with batches.
namespace pushlab::theory::tutorialqueue {

//! rho = lambda R. From 1 on the queue grows without bound.
[[nodiscard]] double load(const Parameters &parameters);

//! The mean delay from the host's acceptance of a message to its receipt. Infinite when load() >= 1.
[[nodiscard]] Seconds meanDelay(const Parameters &parameters);

//! The standard deviation of that delay. Infinite when load() >= 1.
[[nodiscard]] Seconds standardDeviation(const Parameters &parameters);

//! Requests per minute: one for each message, and one for each hold that ends without one; 60/R when load() >= 1.
[[nodiscard]] double requestsPerMinute(const Parameters &parameters);

//! The share of answers without a message, 0..1; 0 when load() >= 1.
[[nodiscard]] double emptyShare(const Parameters &parameters);

//! Bytes of TCP payload per minute, both directions; only delivered messages count.
[[nodiscard]] double bytesPerMinute(const Parameters &parameters);

} // namespace pushlab::theory::tutorialqueue
