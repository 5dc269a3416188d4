// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/ledger.h"
#include "server/protocol/classsettings.h"
#include "server/room/shard.h"

#include <QTimer>

namespace pushlab::server {

//! Lets the class race: tells all members at once, closes the race when its time is over, and tells the result. The ledger gathers
//! what the members report. Owned by the server; server's thread. What it is given must outlive it.
class ClassRace final
{
    Q_DISABLE_COPY_MOVE(ClassRace)

public:
    ClassRace(room::Shard &shard, ledger::Ledger &ledger, const protocol::ClassSettings &settings);

    //! Begins a race. Returns false while one is open.
    bool start();

private:
    void close();
    void tell(const QJsonObject &control) const;

    room::Shard &m_shard;
    ledger::Ledger &m_ledger;
    const protocol::ClassSettings &m_settings;
    QTimer m_end;
};

} // namespace pushlab::server
