// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"
#include "server/protocol/roominfo.h"

#include <QString>

#include <optional>

namespace pushlab::session {

//! The class settings that hold for a client: what the host said at its entry, and what the teacher has changed since, as the
//! room's log says. A change is acted on once, and none that was in force already when the host was asked. A plain class.
class SettingsInForce
{
public:
    [[nodiscard]] const protocol::ClassSettings &settings() const { return m_settings; }
    //! What the teacher has ordered of this client alone, as the host said when it was asked last.
    [[nodiscard]] const protocol::OwnOrders &own() const { return m_own; }

    //! The host says what is in force.
    void begin(const protocol::RoomInfo &info);

    //! Takes an entry of the log of \a epoch, each once and in order. Of another epoch than begin() was told last, it is kept
    //! until begin() says what was before it. True: there may be other orders for this client, for which the host is to be asked.
    bool take(const QString &epoch, const protocol::ControlEntry &entry);

    //! The log is another one: nothing in it is acted on until begin().
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
    qint64 m_asOf = 0; // number of the last entry that is in the settings
    std::optional<Change> m_heard; // the last that was taken
};

} // namespace pushlab::session
