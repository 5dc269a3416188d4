// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! The path of the database in which a window stores the class of that room.
[[nodiscard]] QString classFile(const QString &room);

//! Renames a database to FILE.previous, replacing an older one. Returns false when that failed; a missing database is no failure.
[[nodiscard]] bool moveAside(const QString &database);
[[nodiscard]] QString previousOf(const QString &database);

} // namespace pushlab::app
