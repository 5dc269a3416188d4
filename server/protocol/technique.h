// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace pushlab::protocol {

//! The ways in which a member asks for messages. A new one is a new row here.
enum class Technique : quint8 { Polling, LongPolling, WebSocket, Sse };

inline constexpr std::array allTechniques{Technique::Polling, Technique::LongPolling, Technique::WebSocket, Technique::Sse};

//! The name on the wire and on the command line: "polling", "long-polling", "websocket", "sse".
[[nodiscard]] QByteArrayView techniqueName(Technique technique);

//! The technique of that name on the wire, exactly as techniqueName() spells it.
[[nodiscard]] std::optional<Technique> techniqueFromName(QByteArrayView name);

} // namespace pushlab::protocol
