// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/answers.h"
#include "server/room/room.h"

namespace pushlab::push {

//! The messages of a stretch of a room's log, as an answer or some frames carry them to a reader. The control entries among
//! them are none of them, whether the reader gets these or not.
struct Handed
{
    //! What of a message goes over the wire.
    enum class Form : quint8 { Object, Text, TextTwice, ApiFrame, TutorialFrame };

    qint64 after = 0; //!< number of the entry before the first
    qint64 last = 0; //!< number of the last
    int count = 0; //!< messages
    Form form = Form::Object;
    int controls = 0; //!< control entries beside them
    qint64 controlBytes = 0; //!< theirs

    //! There is nothing in it but what the teacher tells.
    [[nodiscard]] bool isControlAlone() const { return controls > 0 && count == 0; }
};
//! What is in an answer of the API.
[[nodiscard]] inline Handed handedIn(const Batch &batch)
{
    return {batch.after, batch.last, batch.count, Handed::Form::Object, batch.controls, batch.controlBytes};
}

//! Of what is handed to a member, that which tells nothing of the technique: messages that were there before it came, or
//! that it had been given before.
struct History
{
    int count = 0; //!< messages
    qint64 bytes = 0; //!< their objects, without what stands between them
};

//! What of \a handed is history to \a reader, who may be nullptr: to a reader that the room does not know, nothing is.
[[nodiscard]] History historyIn(const room::RoomLog &log, const room::Member *reader, const Handed &handed);
//! The same for an answer, before which the reader's sockets are asked what they gave it.
[[nodiscard]] History historyInAnswer(room::Room &room, room::Member *reader, const Handed &handed);
//! From now on \a reader has been given it.
void noteHanded(room::Member *reader, const Handed &handed);

//! Counts an answer in which that was handed, of it \a old messages that are history. \a asked: requests that were not counted
//! when they came.
void countAnswer(ledger::Usage &usage, const Handed &handed, int old, int asked);

} // namespace pushlab::push
