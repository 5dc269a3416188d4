// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QList>

//! Virtual clients of comparisons, when one measures this host. They are in rooms of their own.
namespace pushlab::app {

[[nodiscard]] bool isVirtual(const server::MemberSnapshot &member);

//! \a members with all virtual ones as one line, at the end, as if it were in \a room; its key is empty.
[[nodiscard]] QList<server::MemberSnapshot> withVirtualAsOne(const QList<server::MemberSnapshot> &members, const QString &room);

//! \a snapshot without them, in its members and their counts.
[[nodiscard]] server::HostSnapshot withoutVirtual(server::HostSnapshot snapshot);

} // namespace pushlab::app
