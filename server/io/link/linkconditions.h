// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>

namespace pushlab::io {

//! What a slow network adds between host and clients, the same in both directions.
struct LinkConditions
{
    std::chrono::milliseconds delay{0}; //!< one way
    std::chrono::milliseconds jitter{0}; //!< the delay is uniform in delay ± jitter, never below 0
    qint64 bitsPerSecond = 0; //!< payload of each connection and direction; 0: no limit

    [[nodiscard]] bool isOn() const { return delay.count() > 0 || jitter.count() > 0 || bitsPerSecond > 0; }

    friend bool operator==(const LinkConditions &, const LinkConditions &) = default;
};

//! The group by which a connection's conditions are looked up; shared by its socket and the relay below it.
struct LinkTag
{
    QString group; //!< empty: in no group
};

} // namespace pushlab::io
