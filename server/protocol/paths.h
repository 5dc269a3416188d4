// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

//! The paths of the contract, spelled in this one place; each without its trailing slash. In a route `{}` stands for one
//! segment.
namespace pushlab::protocol {

inline constexpr QByteArrayView apiPrefix = "/api/";
inline constexpr QByteArrayView healthPath = "/api/health"; //!< for load balancers and monitors
inline constexpr QByteArrayView timePath = "/api/time";
inline constexpr QByteArrayView probePath = "/api/probe"; //!< answers, with wait= after a while
inline constexpr QByteArrayView probeEventsPath = "/api/probe/events"; //!< a stream of two events
inline constexpr QByteArrayView joinPath = "/api/join"; //!< gives a token for the class's PIN
inline constexpr QByteArrayView teacherPath = "/api/teacher"; //!< gives one for the teacher's key
inline constexpr QByteArrayView classModerationPath = "/api/class/moderation"; //!< for all rooms; a room's own is moderationRoute
inline constexpr QByteArrayView resetFiguresPath = "/api/class/reset-figures"; //!< figures since then: statsPath with since=reset
inline constexpr QByteArrayView markPath = "/api/class/mark"; //!< a named moment in charts and records
inline constexpr QByteArrayView racePath = "/api/class/race"; //!< begins one, and says who has it when
inline constexpr QByteArrayView questionPath = "/api/class/question"; //!< asked, closed, its result shown
inline constexpr QByteArrayView guessesPath = "/api/class/guesses"; //!< all of them as CSV
inline constexpr QByteArrayView clearPath = "/api/class/clear"; //!< all logs begin anew, empty
inline constexpr QByteArrayView projectorDataPath = "/api/class/projector"; //!< what the projector's page shows
inline constexpr QByteArrayView classSettingsPath = "/api/class/settings"; //!< what the teacher sets, read and changed
inline constexpr QByteArrayView statsPath = "/api/stats";
inline constexpr QByteArrayView metricsPath = "/metrics";

// Of a room, whose name `{}` is.
inline constexpr QByteArrayView roomRoute = "/api/rooms/{}";
inline constexpr QByteArrayView messagesRoute = "/api/rooms/{}/messages";
inline constexpr QByteArrayView eventsRoute = "/api/rooms/{}/events"; //!< its stream of server-sent events
inline constexpr QByteArrayView reportsRoute = "/api/rooms/{}/reports"; //!< where members say what delays they measured
inline constexpr QByteArrayView guessRoute = "/api/rooms/{}/guess"; //!< where members answer the class's question
inline constexpr QByteArrayView membersRoute = "/api/rooms/{}/members";
inline constexpr QByteArrayView peopleRoute = "/api/rooms/{}/people"; //!< the members of a room, for its members
inline constexpr QByteArrayView historyRoute = "/api/rooms/{}/history"; //!< the entries before a number
inline constexpr QByteArrayView moderationRoute = "/api/rooms/{}/moderation";
inline constexpr QByteArrayView trafficRoute = "/api/rooms/{}/traffic"; //!< the recorded bytes of a member, for itself
inline constexpr QByteArrayView roomSocketRoute = "/ws/chat/{}";
inline constexpr QByteArrayView roomPageRoute = "/web/{}";

inline constexpr QByteArrayView echoSocketPath = "/ws/echo";
inline constexpr QByteArrayView webSocketPrefix = "/ws/";

// The tutorials', which take the room as a field.
inline constexpr QByteArrayView homePath = "/home";
inline constexpr QByteArrayView pollSendPath = "/send/msg";
inline constexpr QByteArrayView pollPath = "/get/msg";
inline constexpr QByteArrayView uidPagePath = "/lang"; //!< opens the queue of the reader whom `uid=` names
inline constexpr QByteArrayView uidSendPath = "/send/message";
inline constexpr QByteArrayView uidQueuePath = "/get/message";
inline constexpr QByteArrayView namePagePath = "/ab_b1"; //!< that of the reader whom `name=` names
inline constexpr QByteArrayView nameSendPath = "/send_msg"; //!< a POST
inline constexpr QByteArrayView nameQueuePath = "/get_msg";

inline constexpr QByteArrayView adminPath = "/admin"; //!< the teacher's page
inline constexpr QByteArrayView projectorPath = "/projector"; //!< what the class sees, with the teacher's key
inline constexpr QByteArrayView worksheetPath = "/worksheet"; //!< the lesson's worksheet, to print
inline constexpr QByteArrayView staticPrefix = "/static/";

//! The room that a tutorial's request without `room=` means. Costs nothing to copy.
[[nodiscard]] inline QString defaultRoom()
{
    return QStringLiteral("lobby");
}

//! The path of a \a route with the room's name, percent-encoded, in its place.
[[nodiscard]] QByteArray pathOf(QByteArrayView route, QStringView room);

//! A path as tutorials, pages and addresses spell it, with its trailing slash.
[[nodiscard]] inline QByteArray withSlash(QByteArrayView path)
{
    return path.toByteArray() + '/';
}

//! What stands before the room's name in a \a route, and so begins each of its paths.
[[nodiscard]] constexpr QByteArrayView beforeRoom(QByteArrayView route)
{
    qsizetype length = 0;
    while (route[length] != '{')
        ++length;
    return route.first(length);
}

[[nodiscard]] inline QByteArray roomPath(QStringView room)
{
    return pathOf(roomRoute, room);
}
[[nodiscard]] inline QByteArray messagesPath(QStringView room)
{
    return pathOf(messagesRoute, room);
}
[[nodiscard]] inline QByteArray eventsPath(QStringView room)
{
    return pathOf(eventsRoute, room);
}
[[nodiscard]] inline QByteArray reportsPath(QStringView room)
{
    return pathOf(reportsRoute, room);
}
[[nodiscard]] inline QByteArray guessPath(QStringView room)
{
    return pathOf(guessRoute, room);
}
[[nodiscard]] inline QByteArray roomSocketPath(QStringView room)
{
    return withSlash(pathOf(roomSocketRoute, room));
}

//! Whether \a name is valid for a room: 1 to 64 characters, no '/', no control characters.
[[nodiscard]] bool isRoomName(QStringView name);

//! The room that a percent-encoded path segment names; nullopt when it is no room name or no UTF-8.
[[nodiscard]] std::optional<QString> roomFromSegment(QByteArrayView segment);

} // namespace pushlab::protocol
