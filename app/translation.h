// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

//! The language of texts, for windows and terminals alike.
namespace pushlab::app {

inline constexpr QLatin1String englishLanguage{"en"};
inline constexpr QLatin1String chineseLanguage{"zh_CN"};

//! The one of ours that \a language ("zh", "zh-Hans-CN" and the like) asks for: English or Chinese.
[[nodiscard]] QString supportedLanguage(const QString &language);

//! What the environment asks for (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), as programs in a terminal take it.
[[nodiscard]] QString systemLanguage();

//! What a terminal is to be spoken to in: what `--lang` in \a arguments says, else the environment.
[[nodiscard]] QString terminalLanguage(const QStringList &arguments);

//! Translates the texts of the QCoreApplication that there is into \a language, one of ours, from now on.
void installLanguage(const QString &language);

//! What installLanguage() was last called with; English before.
[[nodiscard]] QString installedLanguage();

} // namespace pushlab::app
