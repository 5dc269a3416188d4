// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"
#include "server/traffic/owner.h"
#include "server/traffic/trafficring.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::traffic {

class ConnectionTap;

//! Records what passes the connections that are shown to it: bounded, and never waits. Knows who sends by asking, and takes no part in
//! what is sent. A plain class; server's thread.
class Recorder final
{
    Q_DISABLE_COPY_MOVE(Recorder)

public:
    //! Says whom an account and its member are; see http::CostCenter.
    using FindOwner = std::function<Owner(quint8 account, quint32 member)>;

    explicit Recorder(FindOwner findOwner, RingLimits limits = {});
    ~Recorder();

    //! The tap of \a socket, which is recorded from now on, unless it is already.
    ConnectionTap &attach(io::CountingSocket &socket);
    [[nodiscard]] static ConnectionTap *tapOf(const io::CountingSocket &socket); //!< nullptr: it is not recorded
    //! Stops recording the connections but for those whose last exchange is of somebody that \a isKept.
    void detachUnless(const std::function<bool(const Owner &)> &isKept);

    //! The records after \a number, at most \a most with \a mostBytes, that \a isWanted.
    [[nodiscard]] wire::TrafficExcerpt excerpt(quint64 number, qsizetype most, qsizetype mostBytes,
                                               const std::function<bool(const wire::TrafficRecord &)> &isWanted) const;
    //! What is new or was changed since the last call.
    [[nodiscard]] wire::TrafficExcerpt takeNews();
    void restartNews(); //!< the next one begins with the oldest record

    //! The message \a seq of \a room was withdrawn: its text goes from the records, and from those to come.
    void withdraw(const QString &room, qint64 seq);
    void clear(); //!< forgets all records

    //! Asks again whom a member's number means: it may be called otherwise by now.
    void forgetOwners();

    // For taps.
    quint64 add(wire::TrafficRecord &&record);
    [[nodiscard]] wire::TrafficRecord *toChange(quint64 number); //!< is told as news again; nullptr: it is gone
    void withdrawKnown(wire::TrafficRecord &record) const; //!< the texts of messages that were withdrawn before
    [[nodiscard]] const std::shared_ptr<const Owner> &ownerOf(quint8 account, quint32 member);
    [[nodiscard]] int ownerGeneration() const { return m_ownerGeneration; } //!< changes with forgetOwners()
    void remove(ConnectionTap &tap, qint64 now);

    [[nodiscard]] const TrafficRing &ring() const { return m_ring; }

private:
    struct Known
    {
        wire::TrafficConnection connection;
        qsizetype records = 0; //!< of it in the ring
        quint64 last = 0; //!< number of its newest record
    };

    void drop(const wire::TrafficRecord &record);
    void addConnection(wire::TrafficExcerpt &excerpt, quint64 number, quint64 told) const;

    const FindOwner m_findOwner;
    TrafficRing m_ring;
    std::unordered_map<quint64, std::unique_ptr<ConnectionTap>> m_taps; //!< by their connections' numbers
    QHash<quint64, Known> m_connections; //!< those that are open, and those that have records
    QHash<quint64, std::shared_ptr<const Owner>> m_owners; //!< by account and member
    QHash<QString, QSet<qint64>> m_withdrawn; //!< numbers of messages, by room
    QSet<quint64> m_changed; //!< records that were told already
    QSet<quint64> m_ended; //!< connections
    quint64 m_told = 0; //!< number of the last record that was told
    quint64 m_lastConnection = 0;
    int m_ownerGeneration = 0;
};

//! µs since 1970.
[[nodiscard]] qint64 microsecondsNow();

} // namespace pushlab::traffic
