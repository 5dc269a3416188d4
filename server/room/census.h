// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::room {

class Room;

//! How many are in a room, each kind counted apart. The teacher is none of them.
struct Census
{
    qint64 people = 0;
    qint64 virtualClients = 0;

    Census &operator+=(const Census &other)
    {
        people += other.people;
        virtualClients += other.virtualClients;
        return *this;
    }
    friend bool operator==(const Census &, const Census &) = default;
};

[[nodiscard]] Census censusOf(const Room &room);

} // namespace pushlab::room
