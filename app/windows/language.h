// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::app {

//! Has the windows speak \a language ("en", "zh_CN", "zh-Hans-CN" and the like) from now on, those already open too.
//! Empty: what was chosen in a window before, else the system's. What is not translated is English. Needs a
//! QCoreApplication.
void applyLanguage(const QString &language);

//! Remembers \a language as the user's choice and applies it.
void chooseLanguage(const QString &language);

//! "en" or "zh_CN": what applyLanguage() came to.
[[nodiscard]] QString currentLanguage();

} // namespace pushlab::app
