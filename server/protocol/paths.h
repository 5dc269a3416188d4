// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

//! The paths of the contract, spelled in this one place; each without its trailing slash.
namespace pushlab::protocol {

inline constexpr QByteArrayView apiPrefix = "/api/";
inline constexpr QByteArrayView healthPath = "/api/health"; //!< for a load balancer or a monitor
inline constexpr QByteArrayView timePath = "/api/time";
inline constexpr QByteArrayView joinPath = "/api/join"; //!< gives a token for the class's PIN
inline constexpr QByteArrayView teacherPath = "/api/teacher"; //!< gives one for the teacher's key
inline constexpr QByteArrayView classModerationPath = "/api/class/moderation"; //!< for all rooms; a room's own is below roomsPath
inline constexpr QByteArrayView resetFiguresPath = "/api/class/reset-figures"; //!< figures since then: statsPath with since=reset
inline constexpr QByteArrayView markPath = "/api/class/mark"; //!< a named moment in charts and records
inline constexpr QByteArrayView clearPath = "/api/class/clear"; //!< all logs begin anew, empty
inline constexpr QByteArrayView classSettingsPath = "/api/class/settings"; //!< what the teacher sets, read and changed
inline constexpr QByteArrayView statsPath = "/api/stats";
inline constexpr QByteArrayView metricsPath = "/metrics";
inline constexpr QByteArrayView roomsPath = "/api/rooms"; //!< followed by /ROOM, and that by /messages or /reports
inline constexpr QByteArrayView chatSocketPath = "/ws/chat"; //!< followed by /ROOM
inline constexpr QByteArrayView echoSocketPath = "/ws/echo";
inline constexpr QByteArrayView webSocketPrefix = "/ws/";

//! The room that a tutorial's request without `room=` means. Costs nothing to copy.
[[nodiscard]] inline QString defaultRoom()
{
    return QStringLiteral("lobby");
}

//! "/api/rooms/ROOM" with the name percent-encoded.
[[nodiscard]] QByteArray roomPath(QStringView room);

//! "/api/rooms/ROOM/messages".
[[nodiscard]] QByteArray messagesPath(QStringView room);

//! The room's stream of server-sent events.
[[nodiscard]] inline QByteArray eventsPath(QStringView room)
{
    return roomPath(room) + "/events";
}

//! "/api/rooms/ROOM/reports": where members say what delays they measured.
[[nodiscard]] QByteArray reportsPath(QStringView room);

//! "/ws/chat/ROOM/".
[[nodiscard]] QByteArray roomSocketPath(QStringView room);

//! Whether \a name may name a room: 1 to 64 characters, no '/', no control characters.
[[nodiscard]] bool isRoomName(QStringView name);

//! The room that one percent-encoded path segment names; nothing when it is no room name or no UTF-8.
[[nodiscard]] std::optional<QString> roomFromSegment(QByteArrayView segment);

} // namespace pushlab::protocol
