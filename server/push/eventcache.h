// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/streampiece.h"
#include "server/room/roomlog.h"

#include <QString>

namespace pushlab::push {

//! The events of a stretch of a room's log (HTML Standard 9.2.5), encoded once and written to all who are at the same place
//! in it. A plain class; server's thread.
class EventCache
{
public:
    struct Stretch
    {
        http::StreamPiece piece; //!< sealed; the payload is the messages' objects
        qint64 after = 0; //!< number of the entry before it
        qint64 last = 0; //!< number of the last entry in it
        int count = 0; //!< messages in it; control entries are left out
    };

    //! What follows \a after, which must be below log.next(): at least one entry, up to about stretchBytes.
    [[nodiscard]] const Stretch &stretch(const room::RoomLog &log, qint64 after);

    static constexpr qsizetype stretchBytes = 64 * 1024;

private:
    QString m_epoch;
    qint64 m_after = -1;
    qint64 m_end = -1;
    Stretch m_stretch;
};

//! A sealed event of another \a type with \a data, which is a line; \a fields: whole lines before it.
[[nodiscard]] http::StreamPiece eventOf(QByteArrayView type, QByteArrayView data, QByteArrayView fields = {});

} // namespace pushlab::push
