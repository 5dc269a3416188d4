// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace pushlab::app {

[[nodiscard]] QString classFolder(); //!< where the windows keep classes

//! The path of the database in which a window stores the class of that room.
[[nodiscard]] QString classFile(const QString &room);

//! The room whose class is kept in \a file, a path in classFolder(); of a name too long for a file its beginning, with an ellipsis.
//! Empty when classFile() gives no such path.
[[nodiscard]] QString roomOfClassFile(const QString &file);

//! All that may lie beside a database and belongs to its class: SQLite's logs, what was moved aside, the PIN.
[[nodiscard]] QStringList filesBeside(const QString &database);
[[nodiscard]] QString pinFileOf(const QString &database);

//! Renames a database to FILE.previous, replacing an older one. Returns false when that failed; a missing database is no failure.
[[nodiscard]] bool moveAside(const QString &database);
[[nodiscard]] QString previousOf(const QString &database);

} // namespace pushlab::app
