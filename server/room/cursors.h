// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::room {

//! Keeps the places of a room's queues beside its log. Server's thread.
class Cursors
{
public:
    //! \a cursor: number of the last entry that left the queue of \a user.
    virtual void setCursor(const QString &user, qint64 cursor) = 0;
    virtual void closeCursor(const QString &user) = 0;

protected:
    Cursors() = default;
    ~Cursors() = default;
};

} // namespace pushlab::room
