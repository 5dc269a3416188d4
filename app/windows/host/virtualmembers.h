// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QList>

namespace pushlab::app {

//! \a members, of a snapshot in which there are \a count virtual clients, with the line of these at the end as if it were in
//! \a room; its key is empty. The line alone has no room in \a members.
[[nodiscard]] QList<server::MemberSnapshot> withVirtualNamed(QList<server::MemberSnapshot> members, qint64 count,
                                                             const QString &room);

} // namespace pushlab::app
