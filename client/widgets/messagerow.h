// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "server/protocol/message.h"
#include "server/protocol/technique.h"

#include <QString>

#include <optional>

namespace pushlab::widgets {

//! One row of the chat: a message of the log, one on its way there, a hole, or a mark. A plain value.
struct MessageRow
{
    enum class Kind : quint8 { Message, Gap, Mark };
    enum class State : quint8 { Received, Pending, Failed };

    Kind kind = Kind::Message;
    State state = State::Received;
    quint64 key = 0; //!< unlike every other row's, for as long as the row is there
    protocol::Message message; //!< seq is 0 until the host has numbered it
    std::optional<protocol::Technique> technique; //!< by which it came
    std::optional<double> delay; //!< ms
    std::optional<double> uncertainty; //!< ± ms, of the delay
    bool own = false;
    QString id; //!< of an own message
    QString reason; //!< why it failed, in English
    QString code; //!< the host's word for it, where it has one
    session::Gap gap;
    QString mark; //!< the teacher's word for this moment
};

//! What the row says: the message's text, or the hole or mark in words.
[[nodiscard]] QString rowText(const MessageRow &row);

//! The sender as shown, see shownName(); a word in place of an empty name.
[[nodiscard]] QString rowSender(const MessageRow &row);

//! The delay as it is known; empty when it is not.
[[nodiscard]] QString rowDelay(const MessageRow &row);

//! Technique, bytes and number, a line each, see plainToolTip().
[[nodiscard]] QString rowToolTip(const MessageRow &row);

//! The whole row as a sentence for a screen reader.
[[nodiscard]] QString rowSpoken(const MessageRow &row);

//! "14:03:09" of the local day; empty when the time is unknown.
[[nodiscard]] QString rowTime(const MessageRow &row);

} // namespace pushlab::widgets
