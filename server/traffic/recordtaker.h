// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"
#include "server/traffic/owner.h"

#include <memory>

namespace pushlab::traffic {

class ConnectionTap;

//! Takes what taps record, and knows what they have to know beside their connection. Server's thread.
class RecordTaker
{
public:
    //! Numbers the record and keeps it.
    virtual quint64 add(wire::TrafficRecord &&record) = 0;
    //! The same for \a bytes that \a owner is sent with others, as TrafficRing::add() has it; nullptr: as above, please.
    [[nodiscard]] virtual wire::TrafficRecord *addShared(const QByteArray &bytes, const std::shared_ptr<const Owner> &owner) = 0;
    //! The record of that number, to be changed: it is told as news again; nullptr: it is gone.
    [[nodiscard]] virtual wire::TrafficRecord *toChange(quint64 number) = 0;
    //! The number of the connection that it is of; 0: it is gone.
    [[nodiscard]] virtual quint64 connectionOf(quint64 number) const = 0;
    [[nodiscard]] virtual quint64 last() const = 0; //!< number of the newest record
    virtual void withdrawKnown(wire::TrafficRecord &record) const = 0; //!< overwrites the texts of messages that were withdrawn before

    [[nodiscard]] virtual const std::shared_ptr<const Owner> &ownerOf(quint8 account, quint32 member) = 0;
    [[nodiscard]] virtual int ownerGeneration() const = 0; //!< another: ownerOf() may answer otherwise

    virtual void remove(ConnectionTap &tap, qint64 now) = 0; //!< its connection has ended; destroys it

protected:
    ~RecordTaker() = default;
};

//! µs since 1970.
[[nodiscard]] qint64 microsecondsNow();

} // namespace pushlab::traffic
