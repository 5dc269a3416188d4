// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QByteArrayView>

#include <array>
#include <optional>

namespace pushlab::compare {

//! What can be compared: the techniques, and the tutorials' long polling, whose queues give one message per answer.
enum class Variant : quint8 { Polling, LongPolling, WebSocket, TutorialQueue };

inline constexpr std::array allVariants{Variant::Polling, Variant::LongPolling, Variant::WebSocket, Variant::TutorialQueue};

//! "polling", "long-polling", "websocket", "tutorial-queue": on the command line and in files.
[[nodiscard]] QByteArrayView variantName(Variant variant);
[[nodiscard]] std::optional<Variant> variantFromName(QByteArrayView name);

//! The technique under which the host knows it.
[[nodiscard]] protocol::Technique techniqueOf(Variant variant);

//! The technique itself, not the tutorials' form of it.
[[nodiscard]] Variant variantOf(protocol::Technique technique);

} // namespace pushlab::compare
