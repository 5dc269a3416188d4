// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! Shows all windows, including open ones, in \a language ("en", "zh_CN", "zh-Hans-CN" and the like) from now on. Empty: the
//! language that the user has chosen before, otherwise the system's. Other languages give English. Needs a QCoreApplication.
void applyLanguage(const QString &language);

//! Applies \a language and stores it as the user's choice.
void chooseLanguage(const QString &language);

//! "en" or "zh_CN": the result of applyLanguage().
[[nodiscard]] QString currentLanguage();

} // namespace pushlab::app
