// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/link/linkconditions.h"
#include "server/io/link/relaydirection.h"
#include "server/io/socket/socketlayers.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace pushlab::io {

//! Stands between a connection and the socket that serves it, and passes each direction on as the LinkConditioner demands. FIN
//! and RST travel behind the bytes, and either half may end first. When the host has closed its socket, the relay closes the
//! connection as soon as everything was sent. Owned by the conditioner; server's thread.
class LinkRelay final : public QObject, private RelayDirection::Owner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkRelay)

public:
    //! Says what network there is, and is told when a relay has nothing left to do.
    class Owner
    {
    public:
        [[nodiscard]] virtual const LinkConditions &conditionsOf(const LinkTag &tag) const = 0; //!< that hold now
        virtual void onFinished(LinkRelay *relay) = 0; //!< may be called from the relay's destructor, but once at most

    protected:
        ~Owner() = default;
    };

    //! Owns both descriptors. \a bytesSent have gone out on the connection before. \a tag may change at any time.
    LinkRelay(int network, int inner, qint64 bytesSent, std::shared_ptr<const LinkTag> tag, RelaySchedule &schedule, Owner &owner,
              QObject *parent);
    ~LinkRelay() override;

    void start(RelayDirection::Clock::time_point notBefore);
    void reschedule(RelayDirection::Clock::time_point now);

    //! The state of the real connection, for its socket.
    [[nodiscard]] std::shared_ptr<const RelayedNetwork> network() const { return m_network; }

private:
    [[nodiscard]] const LinkConditions &conditions() const override;
    void onSent(RelayDirection &direction, qint64 size) override;
    void onSourceEnded(RelayDirection &direction) override;
    void onPassed(RelayDirection &direction, RelayDirection::Ending ending) override;
    void onDrained(RelayDirection &direction) override;
    void onBroken(RelayDirection &direction) override;
    void onHangUp();
    void finishWhenDone();
    void finish(bool resets);

    Owner &m_owner;
    const std::shared_ptr<const LinkTag> m_tag;
    std::shared_ptr<RelayedNetwork> m_network;
    int m_inner;
    RelayDirection m_up; //!< to the host
    RelayDirection m_down;
    std::unique_ptr<QSocketNotifier> m_hangUp; //!< watches for the end of the inner descriptor, which the host writes to
    bool m_isHostGone = false;
};

} // namespace pushlab::io
