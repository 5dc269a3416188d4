// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"
#include "server/traffic/recordtaker.h"
#include "server/traffic/trafficring.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::traffic {

//! Records what passes the connections that are shown to it: bounded, and never waits. Knows who sends by asking, and takes no part in
//! what is sent. A plain class; server's thread.
class Recorder final : public RecordTaker
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
    quint64 add(wire::TrafficRecord &&record) override;
    [[nodiscard]] wire::TrafficRecord *addShared(const QByteArray &bytes, const std::shared_ptr<const Owner> &owner) override;
    [[nodiscard]] wire::TrafficRecord *toChange(quint64 number) override;
    [[nodiscard]] quint64 connectionOf(quint64 number) const override;
    [[nodiscard]] quint64 last() const override { return m_ring.last(); }
    void withdrawKnown(wire::TrafficRecord &record) const override;
    [[nodiscard]] const std::shared_ptr<const Owner> &ownerOf(quint8 account, quint32 member) override;
    [[nodiscard]] int ownerGeneration() const override { return m_ownerGeneration; }
    void remove(ConnectionTap &tap, qint64 now) override;

    [[nodiscard]] const TrafficRing &ring() const { return m_ring; }

private:
    struct Known
    {
        wire::TrafficConnection connection;
        quint64 last = 0; //!< number of its newest record, once it is closed
    };

    void dropConnections();
    void addConnection(wire::TrafficExcerpt &excerpt, quint64 number, quint64 told) const;

    const FindOwner m_findOwner;
    TrafficRing m_ring;
    std::unordered_map<quint64, std::unique_ptr<ConnectionTap>> m_taps; //!< by their connections' numbers
    QHash<quint64, Known> m_connections; //!< those that are open, and those that have records
    std::deque<std::pair<quint64, quint64>> m_closed; //!< of these those that are not, with their last records, in the order of their ends
    QHash<quint64, std::shared_ptr<const Owner>> m_owners; //!< by account and member
    QHash<QString, QSet<qint64>> m_withdrawn; //!< numbers of messages, by room
    QSet<quint64> m_changed; //!< records that were told already
    QSet<quint64> m_ended; //!< connections
    quint64 m_told = 0; //!< number of the last record that was told
    quint64 m_lastConnection = 0;
    int m_ownerGeneration = 0;
};

} // namespace pushlab::traffic
