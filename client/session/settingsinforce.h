// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"

#include <QString>

#include <optional>

namespace pushlab::session {

//! The class settings that a client has to follow: those that the host stated when it joined, and later changes from the room's
//! log. Each change is applied once; changes that the host's statement contains already are not applied again. A plain class.
class SettingsInForce
{
public:
    [[nodiscard]] const protocol::ClassSettings &settings() const { return m_settings; }
    //! What the teacher has ordered of this client alone, as the host said when it was asked last.
    [[nodiscard]] const protocol::OwnOrders &own() const { return m_own; }

    //! Takes the settings that the host states now.
    void begin(const protocol::RoomInfo &info);

    //! Takes a control entry of the log of \a epoch; to be called once for each, in order. If the epoch is not that of the last
    //! begin(), the entry is kept until begin() states what was before it. Returns true when there may be other orders for this
    //! client, for which the host is to be asked.
    bool take(const QString &epoch, const protocol::ControlEntry &entry);

    //! The log was restarted: none of its entries is applied until begin().
    void forget();

private:
    struct Change
    {
        QString epoch;
        qint64 seq = 0;
        protocol::ClassSettings settings;
    };

    void use(const Change &change);

    protocol::ClassSettings m_settings;
    protocol::OwnOrders m_own;
    QString m_epoch;
    qint64 m_asOf = 0; // number of the last entry that the settings include
    std::optional<Change> m_heard; // the last entry that was taken
};

} // namespace pushlab::session
