// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::protocol {

//! Where what a database held goes when its class begins anew: beside it, in place of what is there.
[[nodiscard]] inline QString previousFile(const QString &database)
{
    return database + QStringLiteral(".previous");
}

//! Where it is written first, so that it is whole when it takes that place.
[[nodiscard]] inline QString previousCopy(const QString &database)
{
    return previousFile(database) + QStringLiteral(".new");
}

} // namespace pushlab::protocol
