// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/gap.h"
#include "client/transport/chattransport.h"
#include "server/protocol/messagecodec.h"
#include "server/protocol/roominfo.h"

#include <QList>

#include <optional>

namespace pushlab::session {

//! Where a client stands in the room's log, and the one place that moves it: each message is taken once, in order, and
//! what is missing is named. A plain class.
class LogCursor
{
public:
    //! What a batch brought.
    struct Taken
    {
        QList<protocol::Message> messages; //!< new ones, ascending
        QList<protocol::ControlEntry> controls; //!< likewise; with the messages there are no holes
        int repeated = 0; //!< messages that had come before
        std::optional<Gap> gap; //!< before the new ones
        bool fault = false; //!< the host passed over entries that its log should have: ask again from position()
    };

    [[nodiscard]] const transport::Cursor &position() const { return m_position; }

    //! Whether the client stands in a log at all.
    [[nodiscard]] bool isPlaced() const { return !m_position.epoch.isEmpty(); }

    //! Takes its first place: before the oldest message, or behind the newest.
    void place(const protocol::RoomInfo &info, bool atOldest);

    //! Compares its place with what the host says before it delivers. Goes on behind the gap when there is one. Not to be
    //! called with an info that may be older than the last batch.
    [[nodiscard]] std::optional<Gap> check(const protocol::RoomInfo &info);

    //! Takes what is new in \a batch.
    [[nodiscard]] Taken take(const protocol::MessageBatch &batch);

private:
    [[nodiscard]] std::optional<Gap> reach(const QString &epoch, qint64 oldest, const QString &why);

    transport::Cursor m_position;
};

} // namespace pushlab::session
