// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace pushlab::push {

//! Encoded frames of parts of a room's log, each encoded once and written to all sockets at the same position. A plain class;
//! server's thread.
class FrameCache
{
public:
    enum class Format : quint8 {
        Tutorial,
        Api,
        ApiWithControl //!< the other formats leave control entries out
    };

    struct Stretch
    {
        QByteArray bytes; //!< whole frames; empty when all entries are control entries that are left out
        qint64 payload = 0; //!< the bytes that are the frames' payload
        qint64 after = 0; //!< number of the entry before the first
        qint64 last = 0; //!< number of the last entry that it covers
        int count = 0; //!< number of messages
        bool isControl = false; //!< it holds control entries only
    };

    //! The entries after \a after, which must be below log.next(): at least one entry, up to about stretchBytes. Messages and
    //! control entries that are not left out are in separate stretches, so that they can be counted apart.
    [[nodiscard]] const Stretch &stretch(const room::RoomLog &log, qint64 after, Format format);

    static constexpr qsizetype stretchBytes = 64 * 1024;

    void forget() { *this = {}; } //!< a message that may be in it was withdrawn

private:
    struct Entry
    {
        QString epoch;
        qint64 after = -1;
        qint64 end = -1;
        Stretch stretch;
    };

    std::array<Entry, 3> m_entries; //!< indexed by Format
};

} // namespace pushlab::push
