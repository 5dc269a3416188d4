// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/chatcall.h"

#include "server/protocol/limits.h"
#include "server/protocol/paths.h"

#include <cmath>

namespace pushlab::push {

using http::Response;
using Field = protocol::FormView::Field;
using Status = protocol::FormView::Status;

namespace {

bool isMalformed(Status status)
{
    return status != Status::Found && status != Status::Missing;
}

//! The refusal of an invalid body, or of the invalid field \a name.
Response malformed(QByteArrayView name, Status status)
{
    if (status == Status::NoBoundary) {
        return Response::error(400, "no-boundary",
                               "multipart/form-data needs its boundary, of 1 to 70 characters, in Content-Type: "
                               "let the browser or library set this field.");
    }
    if (status == Status::BadParts) {
        return Response::error(400, "bad-multipart",
                               "The multipart body is malformed: each part begins behind the boundary of "
                               "Content-Type with a Content-Disposition that has a name, and a last boundary ends it.");
    }
    return Response::error(400, "bad-encoding", name.toByteArray() + " must be UTF-8, encoded as the form's type asks.");
}

//! Whether \a text has more than \a most bytes of UTF-8; a UTF-16 unit takes at most three.
bool isLonger(const QString &text, qsizetype most)
{
    return text.size() > most / 3 && text.toUtf8().size() > most;
}

Response missing(QByteArrayView name)
{
    return Response::error(400, "missing-" + name.toByteArray(), "Add " + name.toByteArray() + "= to the request.");
}

//! The teacher is another than whoever else comes from that address, or reads that queue.
QByteArray sharedKey(const QByteArray &own, bool isTeacher)
{
    return isTeacher ? QByteArray("t:" + own) : own;
}

} // namespace

Read<QString> readRoom(Field field)
{
    if (isMalformed(field.status))
        return malformed("room", field.status);
    if (field.value.isEmpty()) // sent by a form whose field was left empty
        return protocol::defaultRoom();
    if (!protocol::isRoomName(field.value))
        return Response::error(400, "bad-room",
                               "A room's name has 1 to " + QByteArray::number(protocol::maxRoomNameCharacters)
                                   + " characters, without / and control characters.");
    return std::move(field.value);
}

Read<QString> readRoomSegment(QByteArrayView segment)
{
    if (std::optional<QString> name = protocol::roomFromSegment(segment))
        return *std::move(name);
    return Response::error(400, "bad-room",
                           "A room's name is percent-encoded UTF-8 of 1 to " + QByteArray::number(protocol::maxRoomNameCharacters)
                               + " characters, without / and control characters.");
}

Read<qint64> readNumber(const protocol::FormView &form, QByteArrayView name, std::optional<qint64> otherwise)
{
    const Field field = form.field(name);
    if (isMalformed(field.status))
        return malformed(name, field.status);
    if (field.status == Status::Missing && otherwise)
        return *otherwise;
    if (field.status == Status::Missing)
        return missing(name);
    bool isNumber = !field.value.isEmpty();
    for (const QChar c : field.value)
        isNumber = isNumber && c >= u'0' && c <= u'9'; // toLongLong() would take blanks and signs
    const qint64 number = isNumber ? field.value.toLongLong(&isNumber) : 0;
    if (!isNumber) {
        return Response::error(400, "bad-" + name.toByteArray(),
                               name.toByteArray() + " must be a whole number from 0 to 9223372036854775807.");
    }
    return number;
}

Read<QString> readText(Field field, QByteArrayView name)
{
    if (field.status == Status::Missing)
        return missing(name);
    if (isMalformed(field.status))
        return malformed(name, field.status);
    if (isLonger(field.value, protocol::maxTextBytes))
        return Response::error(
            413, "text-too-long",
            "A text may have at most " + QByteArray::number(protocol::maxTextBytes) + " bytes of UTF-8; send it in parts.");
    return std::move(field.value);
}

Read<QString> readName(const protocol::FormView &form, QByteArrayView name, bool isNeeded)
{
    Field field = form.field(name);
    if (isMalformed(field.status))
        return malformed(name, field.status);
    if (isNeeded && field.value.isEmpty())
        return missing(name);
    if (isLonger(field.value, protocol::maxNameBytes))
        return Response::error(
            400, "bad-" + name.toByteArray(),
            name.toByteArray() + " may have at most " + QByteArray::number(protocol::maxNameBytes) + " bytes of UTF-8.");
    return std::move(field.value);
}

Read<std::chrono::milliseconds> readWait(const protocol::FormView &form)
{
    const Field field = form.field("wait");
    if (field.status == Status::Missing)
        return std::chrono::milliseconds(0);
    bool isNumber = false;
    const double seconds = field.value.toDouble(&isNumber);
    constexpr double most = double(protocol::maxWait.count());
    if (!isNumber || !(seconds >= 0 && seconds <= most))
        return Response::error(400, "bad-wait", "wait must be a number of seconds from 0 to " + QByteArray::number(most) + '.');
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

Read<ReaderQuery> readReaderQuery(const protocol::FormView &form)
{
    constexpr qint64 unsaid = -1;
    const Read<qint64> after = readNumber(form, "after", unsaid);
    Read<QString> member = readName(form, "member", false);
    Read<QString> name = readName(form, "name", false);
    Read<QString> epoch = readName(form, "epoch", false);
    if (const Response *const fault = firstFault(after, member, name, epoch))
        return *fault;
    ReaderQuery query{std::get<QString>(std::move(member)), std::get<QString>(std::move(name)),
                      std::get<QString>(std::move(epoch)), std::nullopt, form.field("v").value == u"2"};
    if (std::get<qint64>(after) != unsaid)
        query.after = std::get<qint64>(after);
    return query;
}

room::MemberIdentity apiIdentity(const QString &member, const QString &name, const QString &address, bool isTeacher)
{
    if (member.isEmpty()) {
        room::MemberIdentity identity = addressIdentity(address, isTeacher);
        identity.name = name;
        return identity;
    }
    return {room::memberKey(member), name, address, isTeacher};
}

room::MemberIdentity addressIdentity(const QString &address, bool isTeacher)
{
    return {sharedKey("a:" + address.toUtf8(), isTeacher), {}, address, isTeacher};
}

bool isKnownByAddress(const room::MemberIdentity &identity)
{
    return identity.key.startsWith("a:");
}

room::MemberIdentity queueIdentity(const QString &user, const QString &address, bool isTeacher)
{
    return {sharedKey("q:" + user.toUtf8(), isTeacher), user, address, isTeacher};
}

Response noRoomLeft()
{
    return Response::error(503, "too-many-rooms", "The host has as many rooms as it can hold; use one that exists.");
}

Response noPlaceToWait()
{
    return Response::error(503, "too-many-waiting", "Too many requests wait already; poll instead, or try again later.");
}

Response noPlaceToKeep()
{
    return Response::error(503, "disk-behind", "Too much waits to be written to the host's disk; send it again later.");
}

} // namespace pushlab::push
