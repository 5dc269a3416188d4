// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"
#include "server/http/router.h"
#include "server/protocol/urlencoding.h"
#include "server/room/member.h"

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

//! Readers of the parts that chat requests share. Each returns the value, or the answer that refuses the request.
namespace pushlab::push {

template <typename T>
using Read = std::variant<T, http::Response>;

//! The first refusal among \a reads; nullptr when all are values.
template <typename... T>
[[nodiscard]] const http::Response *firstFault(const Read<T> &...reads)
{
    const http::Response *fault = nullptr;
    ((fault = fault ? fault : std::get_if<http::Response>(&reads)), ...);
    return fault;
}

//! The room named by `room=`; the default room when the field is missing or empty.
[[nodiscard]] Read<QString> readRoom(protocol::FormView::Field field);
[[nodiscard]] inline Read<QString> readRoom(const protocol::FormView &form)
{
    return readRoom(form.field("room"));
}

//! The room named by a path segment.
[[nodiscard]] Read<QString> readRoomSegment(QByteArrayView segment);

//! A whole number from 0 to 2^63 - 1. A missing field gives \a missing, or is refused without it.
[[nodiscard]] Read<qint64> readNumber(const protocol::FormView &form, QByteArrayView name, std::optional<qint64> missing);

//! A message's text of at most maxTextBytes, from the field \a name; it may be empty.
[[nodiscard]] Read<QString> readText(protocol::FormView::Field field, QByteArrayView name);

//! A name of 1 to maxNameBytes bytes. A missing or empty one is refused if \a isNeeded, otherwise it is "".
[[nodiscard]] Read<QString> readName(const protocol::FormView &form, QByteArrayView name, bool isNeeded);

//! A duration in seconds, with or without a fraction, up to maxWait; 0 when missing.
[[nodiscard]] Read<std::chrono::milliseconds> readWait(const protocol::FormView &form);

//! What a reader of PushLab's own API says of itself and of its place in the log, by whatever technique it reads.
struct ReaderQuery
{
    QString member; //!< opaque id; empty: none
    QString name; //!< shown; empty: not said
    QString epoch; //!< empty: not named
    std::optional<qint64> after; //!< nothing: not said
    bool withControl = false; //!< v=2: takes control entries, which are left out else
};
[[nodiscard]] Read<ReaderQuery> readReaderQuery(const protocol::FormView &form);

//! A member of PushLab's own API: by the id it drew, else by its address.
[[nodiscard]] room::MemberIdentity apiIdentity(const QString &member, const QString &name, const QString &address,
                                               bool isTeacher = false);
//! A tutorial's reader without a name: all of one address are one member.
[[nodiscard]] room::MemberIdentity addressIdentity(const QString &address, bool isTeacher = false);
//! Whether it is one of these: somebody without an id or a queue.
[[nodiscard]] bool isKnownByAddress(const room::MemberIdentity &identity);
//! A tutorial's reader with a queue.
[[nodiscard]] room::MemberIdentity queueIdentity(const QString &user, const QString &address, bool isTeacher);

[[nodiscard]] http::Response noRoomLeft(); //!< 503: too many rooms
[[nodiscard]] http::Response noPlaceToWait(); //!< 503: too many held requests
[[nodiscard]] http::Response noPlaceToKeep(); //!< 503: the disk is behind

} // namespace pushlab::push
