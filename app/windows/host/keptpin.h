// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! The PIN of a class that is kept, in a file of its own beside the class's database: an export of the messages holds none.
namespace pushlab::app {

//! The PIN that was kept with \a database; empty when there is none. A file that somebody else may read is none.
[[nodiscard]] QString keptPin(const QString &database);

//! Keeps \a pin with \a database, for this user alone to read; forgets it when empty. False: it could not.
bool keepPin(const QString &database, const QString &pin);

} // namespace pushlab::app
