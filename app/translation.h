// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

//! The language of texts, for windows and terminals.
namespace pushlab::app {

inline constexpr QLatin1String englishLanguage{"en"};
inline constexpr QLatin1String chineseLanguage{"zh_CN"};

//! The supported language for \a language ("zh", "zh-Hans-CN" and the like): English or Chinese.
[[nodiscard]] QString supportedLanguage(const QString &language);

//! The language of the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), as programs in a terminal use it.
[[nodiscard]] QString systemLanguage();

//! The language for a terminal: the value of `--lang` in \a arguments, otherwise that of the environment.
[[nodiscard]] QString terminalLanguage(const QStringList &arguments);

//! Translates the texts of the present QCoreApplication into \a language, a supported one, from now on.
void installLanguage(const QString &language);

//! The language of the last installLanguage(); English before.
[[nodiscard]] QString installedLanguage();

} // namespace pushlab::app
