// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"
#include "server/protocol/message.h"
#include "server/protocol/technique.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace pushlab::widgets {

//! A row of the chat: a received message, an own one that is not in the log yet, a gap, a mark, or a race. A plain value.
struct MessageRow
{
    enum class Kind : quint8 { Message, Gap, Mark, Race, Worksheet };
    enum class State : quint8 { Received, Pending, Failed };

    Kind kind = Kind::Message;
    State state = State::Received;
    quint64 key = 0; //!< unique among the rows of a model
    protocol::Message message; //!< seq is 0 until the host has numbered it
    std::optional<protocol::Technique> technique; //!< by which it was received
    std::optional<double> delay; //!< ms
    std::optional<double> uncertainty; //!< ± ms, of the delay
    bool own = false;
    QString id; //!< of own messages
    QString reason; //!< why it was refused, in English
    QString code; //!< the host's identifier for the reason, if there is one
    session::Gap gap;
    QString mark; //!< the teacher's word for this moment
    QJsonObject race; //!< the object of a control entry that tells of a race
};

//! The text of the row: the message's, or a description of the gap, the mark or the race.
[[nodiscard]] QString rowText(const MessageRow &row);

//! The sender, as shownName() gives it; a placeholder for an empty name.
[[nodiscard]] QString rowSender(const MessageRow &row);

//! The delay with no more digits than are known; empty when unknown.
[[nodiscard]] QString rowDelay(const MessageRow &row);

//! Technique, size and number, one line each, for a tool tip, see plainToolTip().
[[nodiscard]] QString rowToolTip(const MessageRow &row);

//! The row as a sentence for screen readers.
[[nodiscard]] QString rowSpoken(const MessageRow &row);

//! "14:03:09" in local time; empty when the time is unknown.
[[nodiscard]] QString rowTime(const MessageRow &row);

} // namespace pushlab::widgets
