// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/link/linkconditions.h"
#include "server/io/link/linkrelay.h"
#include "server/io/link/relayschedule.h"
#include "server/io/socket/socketlayers.h"

#include <QHash>
#include <QObject>

#include <unordered_set>

namespace pushlab::io {

class CountingSocket;

//! Makes the network between host and clients as slow as it is told. Each connection gets a relay below its socket, which
//! notices nothing; one timer serves them all. As long as it is off nothing exists but this object. Costs two further
//! descriptors per connection. Server's thread.
class LinkConditioner final : public QObject, private LinkRelay::Owner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkConditioner)

public:
    //! A new connection has still to be opened over the slow network: before the first byte of either side stands the
    //! round trip of the handshake, which the kernel has finished already.
    enum class Age : quint8 { New, Old };

    explicit LinkConditioner(QObject *parent = nullptr);
    ~LinkConditioner() override;

    //! Indexed by the name of the group.
    using Groups = QHash<QString, LinkConditions>;

    [[nodiscard]] bool isOn() const { return m_conditions.isOn(); } //!< for new connections
    //! Those of its group, else those that hold for all.
    [[nodiscard]] const LinkConditions &conditionsOf(const LinkTag &tag) const override;
    static constexpr bool isSupported = canRelay; //!< else it stays off

    //! Takes effect at once for all connections taken in so far, including bytes under way; when it is switched off they continue
    //! unhindered. \a groups have conditions of their own.
    void setConditions(const LinkConditions &conditions, const Groups &groups = {});

    //! Puts \a socket into \a group, and takes it in when necessary. Returns false as take() does.
    bool assign(CountingSocket &socket, const QString &group);
    //! Takes in an open connection when its conditions are on. Returns false as take() does.
    bool apply(CountingSocket &socket);

    //! Takes in a connected socket, at most once. Returns false when no descriptor is left; the socket then is as before.
    bool take(CountingSocket &socket, Age age);

    [[nodiscard]] int relayCount() const { return int(m_relays.size()); }
    static constexpr int descriptorsPerRelay = 2;

private:
    void onFinished(LinkRelay *relay) override;
    [[nodiscard]] RelaySchedule::Clock::duration sampleHandshake();

    LinkConditions m_conditions;
    Groups m_groups;
    std::unordered_set<LinkRelay *> m_relays;
    RelaySchedule m_schedule; // of directions that have something under way and room at their far end
};

} // namespace pushlab::io
