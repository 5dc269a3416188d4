// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/gap.h"
#include "client/transport/chattransport.h"
#include "server/protocol/messagebatch.h"
#include "server/protocol/roominfo.h"

#include <QList>

#include <optional>

namespace pushlab::session {

//! The client's position in the room's log, which only this class moves: it takes each message once, in order, and reports what
//! is missing. A plain class.
class LogCursor
{
public:
    //! The new content of a batch.
    struct Taken
    {
        QList<protocol::Message> messages; //!< ascending
        QList<protocol::ControlEntry> controls; //!< ascending; together with the messages they have no gaps
        int repeated = 0; //!< number of messages that came before
        std::optional<Gap> gap; //!< missing entries before the new ones
        bool fault = false; //!< the host skipped entries that its log should have; ask again from position()
    };

    [[nodiscard]] const transport::Cursor &position() const { return m_position; }

    //! Whether the client has a position in a log.
    [[nodiscard]] bool isPlaced() const { return !m_position.epoch.isEmpty(); }

    //! Sets the first position: before the oldest message, or behind the newest.
    void place(const protocol::RoomInfo &info, bool atOldest);

    //! Compares the position with the room's state before anything is received; moves it behind a gap and returns that. \a info
    //! must not be older than the last batch.
    [[nodiscard]] std::optional<Gap> check(const protocol::RoomInfo &info);

    //! Takes the new entries of \a batch.
    [[nodiscard]] Taken take(const protocol::MessageBatch &batch);

private:
    [[nodiscard]] std::optional<Gap> reach(const QString &epoch, qint64 oldest, const QString &why);

    transport::Cursor m_position;
};

} // namespace pushlab::session
