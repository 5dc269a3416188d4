// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace pushlab::app {

//! `--delete-after`: deletes the kept classes that were not used for that \a time, and says so on stderr. The class of the room
//! \a spared stays: it is about to be used. Blocks for the disk; needs an application.
void deleteUnusedClasses(std::chrono::milliseconds time, const QString &spared);

} // namespace pushlab::app
