// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

//! The paths of the contract; each without its trailing slash.
namespace pushlab::protocol {

inline constexpr QByteArrayView apiPrefix = "/api/";
inline constexpr QByteArrayView healthPath = "/api/health"; //!< for load balancers and monitors
inline constexpr QByteArrayView timePath = "/api/time";
inline constexpr QByteArrayView joinPath = "/api/join"; //!< exchanges the class's PIN for a token
inline constexpr QByteArrayView teacherPath = "/api/teacher"; //!< exchanges the teacher's key for a token
//! Moderation of all rooms; a room's own path is below roomsPath.
inline constexpr QByteArrayView classModerationPath = "/api/class/moderation";
//! Restarts the figures; statsPath with since=reset then counts from there.
inline constexpr QByteArrayView resetFiguresPath = "/api/class/reset-figures";
inline constexpr QByteArrayView classSettingsPath = "/api/class/settings"; //!< the teacher's settings, to read and to change
inline constexpr QByteArrayView statsPath = "/api/stats";
inline constexpr QByteArrayView metricsPath = "/metrics";
inline constexpr QByteArrayView roomsPath = "/api/rooms"; //!< followed by /ROOM, and that by /messages or /reports
inline constexpr QByteArrayView chatSocketPath = "/ws/chat"; //!< followed by /ROOM
inline constexpr QByteArrayView echoSocketPath = "/ws/echo";
inline constexpr QByteArrayView webSocketPrefix = "/ws/";

//! The room that tutorial requests without `room=` use. Costs nothing to copy.
[[nodiscard]] inline QString defaultRoom()
{
    return QStringLiteral("lobby");
}

//! "/api/rooms/ROOM" with the name percent-encoded.
[[nodiscard]] QByteArray roomPath(QStringView room);

//! "/api/rooms/ROOM/messages".
[[nodiscard]] QByteArray messagesPath(QStringView room);

//! The path of the room's stream of server-sent events.
[[nodiscard]] inline QByteArray eventsPath(QStringView room)
{
    return roomPath(room) + "/events";
}

//! "/api/rooms/ROOM/reports": takes the delays that members measured.
[[nodiscard]] QByteArray reportsPath(QStringView room);

//! "/ws/chat/ROOM/".
[[nodiscard]] QByteArray roomSocketPath(QStringView room);

//! Whether \a name is valid for a room: 1 to 64 characters, no '/', no control characters.
[[nodiscard]] bool isRoomName(QStringView name);

//! The room that a percent-encoded path segment names; nullopt when it is no room name or no UTF-8.
[[nodiscard]] std::optional<QString> roomFromSegment(QByteArrayView segment);

} // namespace pushlab::protocol
