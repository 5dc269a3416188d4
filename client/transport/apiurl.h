// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"

#include <QStringView>
#include <QUrl>

#include <chrono>

//! The addresses that a client asks, each on the host of \a host (its path is ignored).
namespace pushlab::transport {

[[nodiscard]] QUrl timeUrl(const QUrl &host);
//! Where a technique is tried, held for \a wait.
[[nodiscard]] QUrl probeUrl(const QUrl &host, std::chrono::milliseconds wait);
[[nodiscard]] QUrl probeEventsUrl(const QUrl &host);
[[nodiscard]] QUrl echoUrl(const QUrl &host); //!< ws://… or wss://…
[[nodiscard]] QUrl joinUrl(const QUrl &host); //!< gives a token for a PIN
[[nodiscard]] QUrl roomUrl(const Endpoint &endpoint);

//! Where messages are posted to.
[[nodiscard]] QUrl sendUrl(const Endpoint &endpoint);

//! Where measured delays are reported to.
[[nodiscard]] QUrl reportsUrl(const Endpoint &endpoint);

//! Asks for what comes after \a cursor; \a wait of 0 is answered at once.
[[nodiscard]] QUrl messagesUrl(const Endpoint &endpoint, const Cursor &cursor, std::chrono::milliseconds wait);

//! The room's stream of events.
[[nodiscard]] QUrl eventsUrl(const Endpoint &endpoint, const Cursor &cursor);

//! The room's WebSocket, in the form that carries numbers and times.
[[nodiscard]] QUrl socketUrl(const Endpoint &endpoint, const Cursor &cursor);

} // namespace pushlab::transport
