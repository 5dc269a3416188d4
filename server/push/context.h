// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admission/admission.h"
#include "server/ledger/ledger.h"
#include "server/protocol/classsettings.h"
#include "server/protocol/paths.h"
#include "server/room/shard.h"

#include <QString>

namespace pushlab::room {
class QuestionRound;
}

namespace pushlab::push {

//! What the handlers of all techniques share. Owned by the server, which outlives the handlers; server's thread.
struct Context
{
    room::Shard &shard;
    ledger::Ledger &ledger;
    const protocol::ClassSettings &settings; //!< in force
    admission::Admission &admission;
    QString classRoom = protocol::defaultRoom(); //!< the class's room, used by clients that name none
    const room::QuestionRound *question = nullptr; //!< the class's; nullptr: a host without questions
};

} // namespace pushlab::push
