// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/streampiece.h"
#include "server/room/roomlog.h"

#include <QString>

#include <array>

namespace pushlab::push {

//! The events of a stretch of a room's log (HTML Standard 9.2.5), encoded once and written to all who are at the same place
//! in it. A plain class; server's thread.
class EventCache
{
public:
    struct Stretch
    {
        http::StreamPiece piece; //!< sealed; the payload is the messages' objects, or all of the control entries' events
        qint64 after = 0; //!< number of the entry before it
        qint64 last = 0; //!< how far it reaches
        int count = 0; //!< messages in it; without any, control entries are all that is in it, or nothing is
    };

    //! What follows \a after, which must be below log.next(): at least one entry, up to about stretchBytes. Messages and
    //! control entries, which are left out unless \a withControl, go in stretches of their own.
    [[nodiscard]] const Stretch &stretch(const room::RoomLog &log, qint64 after, bool withControl);

    static constexpr qsizetype stretchBytes = 64 * 1024;

private:
    struct Kept
    {
        QString epoch;
        qint64 after = -1;
        qint64 end = -1;
        Stretch stretch;
    };

    std::array<Kept, 2> m_kept; //!< without control entries and with them
};

//! A sealed event of another \a type with \a data, which is a line; \a fields: whole lines before it.
[[nodiscard]] http::StreamPiece eventOf(QByteArrayView type, QByteArrayView data, QByteArrayView fields = {});

} // namespace pushlab::push
