// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

namespace pushlab::compare {

//! What can be compared: the techniques, and the tutorials' long polling, whose queues give one message an answer.
enum class Contestant : quint8 { Polling, LongPolling, WebSocket, TutorialQueue };

inline constexpr std::array allContestants{Contestant::Polling, Contestant::LongPolling, Contestant::WebSocket,
                                           Contestant::TutorialQueue};

//! "polling", "long-polling", "websocket", "tutorial-queue": on the command line and in files.
[[nodiscard]] QByteArrayView contestantName(Contestant contestant);
[[nodiscard]] std::optional<Contestant> contestantFromName(QByteArrayView name);

//! For people, in English: "long polling".
[[nodiscard]] QString contestantTitle(Contestant contestant);

//! The technique under which the host knows it.
[[nodiscard]] protocol::Technique techniqueOf(Contestant contestant);

} // namespace pushlab::compare
