// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace pushlab::protocol {

//! What the teacher has ordered of one member alone, which that member is told and nobody else. A plain value.
struct OwnOrders
{
    std::optional<Technique> technique; //!< that it uses, whatever holds for the others
    bool isBySplit = false; //!< as its part of a class that is split; else for itself
    bool isMuted = false;
    QString name; //!< that the teacher gave it; empty: its own

    friend bool operator==(const OwnOrders &, const OwnOrders &) = default;
};

//! Why a log began, where it is worth a word.
inline constexpr QLatin1StringView clearedReason("cleared"); //!< by the teacher

//! What a client starts from: the answer of `GET /api/rooms/ROOM` and the inside of a welcome frame.
struct RoomInfo
{
    QString epoch; //!< generated when the room's log began
    qint64 oldest = 1; //!< number of the oldest entry still in the log; next + 1 when there is none
    qint64 next = 0; //!< the `after` that asks for nothing but what is still to come
    double now = 0; //!< the host's time, ms since 1970
    ClassSettings settings{}; //!< as they concern a client of this room, with all that the log says up to next
    OwnOrders own{}; //!< of the member who asks, as of next
    QString why{}; //!< the log began; empty, clearedReason, or what a later host says

    friend bool operator==(const RoomInfo &, const RoomInfo &) = default;
};

[[nodiscard]] QByteArray encodeRoomInfo(const RoomInfo &info);

//! Nothing when a field is missing or of another type.
[[nodiscard]] std::optional<RoomInfo> decodeRoomInfo(const QJsonObject &object);

} // namespace pushlab::protocol
