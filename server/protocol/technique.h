// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace pushlab::protocol {

//! The ways in which a member asks for messages. A new one also needs a row in techniquetraits.h.
enum class Technique : quint8 { Polling, LongPolling, WebSocket, Sse };

inline constexpr std::array allTechniques{Technique::Polling, Technique::LongPolling, Technique::WebSocket, Technique::Sse};

//! The technique's name on the wire and on the command line: "polling", "long-polling", "websocket", "sse".
[[nodiscard]] QByteArrayView techniqueName(Technique technique);

//! The technique whose name is exactly \a name; nullopt when there is none.
[[nodiscard]] std::optional<Technique> techniqueFromName(QByteArrayView name);

} // namespace pushlab::protocol
