// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"

#include <QStringView>
#include <QUrl>

#include <chrono>

//! The URLs that a client requests, on the host of the given URL, whose path is ignored.
namespace pushlab::transport {

[[nodiscard]] QUrl timeUrl(const QUrl &host);
//! Where a technique is tried, held for \a wait.
[[nodiscard]] QUrl probeUrl(const QUrl &host, std::chrono::milliseconds wait);
[[nodiscard]] QUrl probeEventsUrl(const QUrl &host);
[[nodiscard]] QUrl echoUrl(const QUrl &host); //!< ws://… or wss://…
[[nodiscard]] QUrl joinUrl(const QUrl &host); //!< to exchange a PIN for a token
[[nodiscard]] QUrl roomUrl(const Endpoint &endpoint);

//! The URL to which messages are posted.
[[nodiscard]] QUrl sendUrl(const Endpoint &endpoint);

//! The URL to which measured delays are posted.
[[nodiscard]] QUrl reportsUrl(const Endpoint &endpoint);

//! The URL to which a guess is posted.
[[nodiscard]] QUrl guessUrl(const Endpoint &endpoint);

//! The URL to get what follows \a cursor; a \a wait of 0 is answered at once.
[[nodiscard]] QUrl messagesUrl(const Endpoint &endpoint, const Cursor &cursor, std::chrono::milliseconds wait);

//! The URL of the room's stream of events.
[[nodiscard]] QUrl eventsUrl(const Endpoint &endpoint, const Cursor &cursor);

//! The URL of the room's WebSocket, in its form with numbers and times.
[[nodiscard]] QUrl socketUrl(const Endpoint &endpoint, const Cursor &cursor);

} // namespace pushlab::transport
