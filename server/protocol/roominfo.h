// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"
#include "server/protocol/questionresult.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace pushlab::protocol {

//! What the teacher has ordered of a single member; only that member is told. A plain value.
struct OwnOrders
{
    std::optional<Technique> technique; //!< the technique that it uses, whatever holds for the others
    bool isBySplit = false; //!< the technique is its part of a split class, not an order for this member
    bool isMuted = false;
    QString name; //!< the name that the teacher gave it; empty: its own

    friend bool operator==(const OwnOrders &, const OwnOrders &) = default;
};

//! The reason for a new log, when there is one to state.
inline constexpr QLatin1StringView clearedReason("cleared"); //!< the teacher has cleared the room

//! What a client needs to begin: the answer of `GET /api/rooms/ROOM`, also contained in a welcome frame.
struct RoomInfo
{
    QString epoch; //!< identifies the room's log; generated when the log began
    qint64 oldest = 1; //!< number of the oldest entry that is still in the log; next + 1 when it is empty
    qint64 next = 0; //!< the value of `after` that asks only for entries still to come
    double now = 0; //!< the host's time, ms since 1970
    ClassSettings settings{}; //!< as they concern a client of this room, with all changes that the log contains up to next
    QString name{}; //!< the host's name for the member that asked, if it has one
    OwnOrders own{}; //!< of the member that asks, as of next
    QString why{}; //!< the reason for a new log: empty, clearedReason, or one that only later hosts know
    std::optional<AskedQuestion> question{}; //!< the class's, as of next, with the guess of the member that asks

    friend bool operator==(const RoomInfo &, const RoomInfo &) = default;
};

[[nodiscard]] QByteArray encodeRoomInfo(const RoomInfo &info);

//! Returns nullopt when a field is missing or of another type.
[[nodiscard]] std::optional<RoomInfo> decodeRoomInfo(const QJsonObject &object);

} // namespace pushlab::protocol
