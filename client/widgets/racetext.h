// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/race.h"

#include <QJsonObject>
#include <QString>

namespace pushlab::session {
struct RaceReceipt;
}

//! Words for races, in the language of the windows.
namespace pushlab::widgets {

//! "Race 2: you had it after 1.02 s, by Short polling."
[[nodiscard]] QString receiptText(const session::RaceReceipt &receipt);

//! What a control entry tells of a race: that it began, or the medians by technique. Empty when it is about something else.
[[nodiscard]] QString raceEntryText(const QJsonObject &control);

//! How far the race is, at \a now, ms since 1970, and how many have answered.
[[nodiscard]] QString raceStateText(const protocol::Race &race, double now);

//! The technique that had it first, or those that are tied; empty when nobody has answered.
[[nodiscard]] QString raceVerdictText(const protocol::Race &race);

//! "2", or "2, tied"; "–" for who is not ranked.
[[nodiscard]] QString racePlaceText(int place, bool isTied);

} // namespace pushlab::widgets
