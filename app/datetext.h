// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

//! Dates in the language of the program, with the month in letters where figures could mean two dates: "Oct 9, 2026".
namespace pushlab::app {

[[nodiscard]] QString dateText(const QDate &date);
[[nodiscard]] QString dateTimeText(const QDateTime &time); //!< with hours and minutes

} // namespace pushlab::app
