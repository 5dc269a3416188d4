// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace pushlab::push {

//! The frames of a stretch of a room's log, encoded once and written to all who are at the same place in it. A plain
//! class; server's thread.
class FrameCache
{
public:
    enum class Format : quint8 {
        Tutorial,
        Api,
        ApiWithControl //!< the others leave control entries out
    };

    struct Stretch
    {
        QByteArray bytes; //!< whole frames; none when there are but control entries that are left out
        qint64 payload = 0; //!< bytes of it that are the frames' payload
        qint64 after = 0; //!< number before the first entry
        qint64 last = 0; //!< how far it reaches
        int count = 0; //!< messages in it
        bool isControl = false; //!< control entries are all that is in it
    };

    //! What follows \a after, which must be below log.next(): at least one entry, up to about stretchBytes. Messages and
    //! control entries that are not left out go in stretches of their own, so that they can be counted apart.
    [[nodiscard]] const Stretch &stretch(const room::RoomLog &log, qint64 after, Format format);

    static constexpr qsizetype stretchBytes = 64 * 1024;

private:
    struct Entry
    {
        QString epoch;
        qint64 after = -1;
        qint64 end = -1;
        Stretch stretch;
    };

    std::array<Entry, 3> m_entries; //!< by Format
};

} // namespace pushlab::push
