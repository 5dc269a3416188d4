// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/answers.h"
#include "server/room/room.h"

#include <limits>

namespace pushlab::io {
struct Cargo;
}

namespace pushlab::push {

//! The messages of a part of a room's log, as given to a reader in an answer or in frames. Control entries among them are counted
//! apart, whether the reader gets them or not.
struct Handed
{
    //! Which part of a message is sent.
    enum class Form : quint8 { Object, Text, TextTwice, ApiFrame, TutorialFrame };

    qint64 after = 0; //!< number of the entry before the first
    qint64 last = 0; //!< number of the last
    int count = 0; //!< number of messages
    Form form = Form::Object;
    int controls = 0; //!< number of control entries
    qint64 controlBytes = 0; //!< bytes of these

    //! Whether it contains control entries and no messages.
    [[nodiscard]] bool isControlAlone() const { return controls > 0 && count == 0; }
};
//! The entries in an answer of the API.
[[nodiscard]] inline Handed handedIn(const Batch &batch)
{
    return {batch.after, batch.last, batch.count, Handed::Form::Object, batch.controls, batch.controlBytes};
}

//! The same for whoever records the traffic.
[[nodiscard]] io::Cargo cargoOf(const Handed &handed);

//! The part of what a member is given that says nothing about the technique: messages that were in the log before the member
//! joined, or that it had received before.
struct History
{
    int count = 0; //!< number of messages
    qint64 bytes = 0; //!< bytes of their objects, without separators
};

//! Up to which number messages may be history to a reader whose member's own counts: every one is then looked at.
inline constexpr qint64 knownByMember = std::numeric_limits<qint64>::max();

//! Stretches that a reader may get in one turn while it catches up, before others have theirs.
inline constexpr int stretchesPerTurn = 4;

//! What of \a handed is history to \a reader, who may be nullptr: to a reader that the room does not know, nothing is.
[[nodiscard]] History historyIn(const room::RoomLog &log, const room::Member *reader, const Handed &handed);
//! As historyIn(), for an answer: the reader's sockets first note in the member what they gave it.
[[nodiscard]] History historyInAnswer(room::Room &room, room::Member *reader, const Handed &handed);
//! Notes in \a reader that it was given \a handed.
void noteHanded(room::Member *reader, const Handed &handed);

//! Counts an answer that contained \a handed, \a old messages of which are history. \a asked: requests that were not counted when
//! they arrived.
void countAnswer(ledger::Usage &usage, const Handed &handed, int old, int asked);

} // namespace pushlab::push
