// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

//! A class as it went, for a file: traffic, members, settings, marks. sessionwriter.h writes such a file, sessionreader.h reads it.
namespace pushlab::wire {

inline constexpr quint16 sessionVersion = 1; //!< increased when an older reader would misread a file

//! What a session says besides traffic. All but marks hold until the next of their kind. The JSON is that of the host's API.
struct SessionNote
{
    enum class Kind : quint8 {
        Settings, //!< of the class
        Members, //!< all of them
        Figures, //!< what the host has counted
        Mark, //!< a moment with a name
    };

    Kind kind = Kind::Mark;
    QByteArray json;

    static constexpr qsizetype maxSize = 2 * 1024 * 1024; //!< of the JSON; a larger one is not kept

    friend bool operator==(const SessionNote &, const SessionNote &) = default;
};

//! What was heard of a class at one time. A value.
struct SessionMoment
{
    qint64 at = 0; //!< µs since 1970; not before that of the moment before
    TrafficExcerpt traffic; //!< what is new; connections that have ended are told again
    QList<SessionNote> notes;

    friend bool operator==(const SessionMoment &, const SessionMoment &) = default;
};

//! What holds before a moment. A value.
struct SessionState
{
    QByteArray settings; //!< JSON; empty: not said yet
    QByteArray members;
    QByteArray figures;
    QList<QByteArray> marks; //!< those so far, at most the last maxMarks
    QList<TrafficConnection> connections; //!< open ones

    static constexpr qsizetype maxMarks = 200;

    friend bool operator==(const SessionState &, const SessionState &) = default;
};

//! A piece of a session that can be played without those before it. A value.
struct SessionPart
{
    SessionState before;
    QList<SessionMoment> moments;

    friend bool operator==(const SessionPart &, const SessionPart &) = default;
};

//! What a file says of itself. A value.
struct SessionHead
{
    QString application; //!< that wrote it, with its version
    QString title; //!< the class's
    qint64 began = 0; //!< µs since 1970
    bool hasNames = true; //!< false: members are numbered
    bool hasSecrets = false; //!< PIN, cookies, tokens and members' ids are in its bytes

    friend bool operator==(const SessionHead &, const SessionHead &) = default;
};

//! Why a file is not opened.
struct SessionFault
{
    enum class Kind : quint8 {
        NoSession, //!< another kind of file, or one whose beginning is damaged
        Newer, //!< of a version that this program does not know
        Unreadable, //!< the device failed
    };

    Kind kind = Kind::NoSession;
    int version = 0; //!< of Newer
    QString problem; //!< of Unreadable: what the device says
};

//! How a file ends.
struct SessionEnding
{
    enum class Kind : quint8 {
        Whole, //!< as it was finished
        Cut, //!< in the middle, as when the program or the computer was stopped
        Damaged, //!< with bytes that are not those that were written
    };

    Kind kind = Kind::Cut;
    qint64 at = 0; //!< µs since 1970: up to there it can be played; 0: nothing can

    friend bool operator==(const SessionEnding &, const SessionEnding &) = default;
};

} // namespace pushlab::wire
