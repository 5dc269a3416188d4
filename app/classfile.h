// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! The database in which a window keeps the class of that room.
[[nodiscard]] QString classFile(const QString &room);

//! Renames a database to FILE.previous, in whose place it comes. False: it could not be. One that is not there is no fault.
[[nodiscard]] bool moveAside(const QString &database);
[[nodiscard]] QString previousOf(const QString &database);

} // namespace pushlab::app
