// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/admission.h"
#include "server/ledger/ledger.h"
#include "server/protocol/conditioner.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"
#include "server/protocol/techniqueoffer.h"
#include "server/room/shard.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace pushlab::push {

//! What the teacher sets for the class; may change while the host runs.
struct ClassSettings
{
    QString classRoom = protocol::defaultRoom(); //!< the class's: offered to whoever names none
    std::chrono::milliseconds pollInterval = protocol::defaultPollInterval;
    std::chrono::milliseconds hold = protocol::defaultHold;
    std::optional<protocol::Technique> technique; //!< nothing: students choose
    protocol::Conditioner conditioner{};
    QHash<QString, protocol::Conditioner> roomConditioners; //!< of rooms that have one of their own
    QList<protocol::Technique> techniques = protocol::defaultTechniques(); //!< on offer, when students choose

    [[nodiscard]] protocol::Conditioner conditionerOf(const QString &room) const
    {
        return roomConditioners.value(room, conditioner);
    }
};

//! What every technique works with. Owned by the server, which outlives all handlers; server's thread.
struct Context
{
    room::Shard &shard;
    ledger::Ledger &ledger;
    ClassSettings &settings;
    admission::Admission &admission;
};

} // namespace pushlab::push
