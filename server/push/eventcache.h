// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/streampiece.h"
#include "server/room/roomlog.h"

#include <QString>

#include <array>

namespace pushlab::push {

//! Encoded events of parts of a room's log (HTML Standard 9.2.5), each encoded once and written to all readers at the same
//! position. A plain class; server's thread.
class EventCache
{
public:
    struct Stretch
    {
        http::StreamPiece piece; //!< sealed; its payload is the messages' objects, or the whole events of control entries
        qint64 after = 0; //!< number of the entry before the first
        qint64 last = 0; //!< number of the last entry that it covers
        int count = 0; //!< number of messages; when 0, it holds only control entries, or nothing
    };

    //! The entries after \a after, which must be below log.next(): at least one entry, up to about stretchBytes. Messages and
    //! control entries, which are left out unless \a withControl, are in separate stretches.
    [[nodiscard]] const Stretch &stretch(const room::RoomLog &log, qint64 after, bool withControl);

    static constexpr qsizetype stretchBytes = 64 * 1024;

    void forget() { *this = {}; } //!< a message that may be in it was withdrawn

private:
    struct Kept
    {
        QString epoch;
        qint64 after = -1;
        qint64 end = -1;
        Stretch stretch;
    };

    std::array<Kept, 2> m_kept; //!< index 0: without control entries, 1: with them
};

//! A sealed event of another \a type than messages, with one line of \a data; \a fields: whole lines before it.
[[nodiscard]] http::StreamPiece eventOf(QByteArrayView type, QByteArrayView data, QByteArrayView fields = {});

} // namespace pushlab::push
