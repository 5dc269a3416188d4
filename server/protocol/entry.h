// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/message.h"

#include <QJsonObject>
#include <QString>

#include <variant>

namespace pushlab::protocol {

//! A message from the teacher's settings to all members, stored in a room's log among the messages and numbered with them. A
//! plain value.
struct ControlEntry
{
    qint64 seq = 0; //!< position in the log, in one sequence with messages
    double accepted = 0; //!< host's time of acceptance, ms since 1970 with a fraction
    QJsonObject control; //!< what happened; has at least a "kind"

    //! What the entry is about. Readers ignore unknown kinds.
    [[nodiscard]] QString kind() const { return control[u"kind"].toString(); }

    friend bool operator==(const ControlEntry &, const ControlEntry &) = default;
};

//! An entry of a room's log.
using Entry = std::variant<Message, ControlEntry>;

[[nodiscard]] inline bool isControl(const Entry &entry)
{
    return std::holds_alternative<ControlEntry>(entry);
}

[[nodiscard]] inline qint64 seqOf(const Entry &entry)
{
    return std::visit([](const auto &it) { return it.seq; }, entry);
}

} // namespace pushlab::protocol
