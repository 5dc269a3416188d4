// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace pushlab::protocol {

//! Answer to `GET /api/rooms/ROOM/messages`.
struct MessageBatch
{
    QString epoch;
    QList<Entry> entries; //!< ascending by seq; with control entries where they were asked for
    qint64 next = 0; //!< the `after` of the next request
    qint64 oldest = 1; //!< number of the oldest entry still in the log
    double now = 0; //!< the host's time, ms since 1970
    QString why{}; //!< the reason for a log that is not the client's, see RoomInfo

    friend bool operator==(const MessageBatch &, const MessageBatch &) = default;
};

//! Nothing when \a json is no such answer.
[[nodiscard]] std::optional<MessageBatch> decodeMessageBatch(QByteArrayView json);

} // namespace pushlab::protocol
