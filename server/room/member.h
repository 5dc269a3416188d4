// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"
#include "server/room/clock.h"

#include <QByteArray>
#include <QString>

namespace pushlab::room {

//! Somebody in a room, as far as the host can tell members apart. A value of its room.
struct Member
{
    QString name; //!< as it was said last; empty when never
    QString address;
    protocol::Technique technique = protocol::Technique::Polling; //!< used last
    qint64 requests = 0; //!< that ask for messages
    qint64 delivered = 0; //!< messages
    int held = 0; //!< requests that wait
    int sockets = 0; //!< open WebSockets
    Clock::TimePoint lastSeen;
};

//! Who sends a request, as its technique's handler knows it.
struct Identity
{
    QByteArray key; //!< stable for this member in this room
    QString name; //!< empty: not said in this request
    QString address;
};

} // namespace pushlab::room
