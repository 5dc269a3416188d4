// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pushlab::traffic {

//! Whose an exchange is, as the host knows it. A value.
struct Owner
{
    std::optional<protocol::Technique> technique; //!< none: counted as other
    QString room; //!< empty: of no room
    QString name; //!< empty: of no member, or it has none
    QByteArray key; //!< the member's in its room

    //! Says in \a record that it is theirs.
    void claim(wire::TrafficRecord &record) const
    {
        record.technique = technique;
        record.room = room;
        record.member = name;
        record.memberKey = key;
    }
};

} // namespace pushlab::traffic
