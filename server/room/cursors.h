// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace pushlab::room {

//! For each user of a queue, the number of the last entry that left the queue.
using QueueCursors = std::vector<std::pair<QString, qint64>>;

//! Stores the positions of a room's queues beside its log. Server's thread.
class Cursors
{
public:
    //! The positions that were stored before a restart. May be called once.
    [[nodiscard]] virtual QueueCursors takeCursors() = 0;
    virtual void setCursor(const QString &user, qint64 cursor) = 0;
    virtual void closeCursor(const QString &user) = 0;

protected:
    Cursors() = default;
    ~Cursors() = default;
};

} // namespace pushlab::room
