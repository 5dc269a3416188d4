// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

//! The PIN of a stored class, in a file beside the class's database, so that exported messages do not contain it.
namespace pushlab::app {

//! The PIN stored with \a database; empty when there is none. A file that other users may read is ignored.
[[nodiscard]] QString keptPin(const QString &database);

//! Stores \a pin with \a database, readable for this user only; deletes it when empty. Returns false on failure.
bool keepPin(const QString &database, const QString &pin);

} // namespace pushlab::app
