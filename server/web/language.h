// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace pushlab::web {

//! The languages that the built-in pages speak. A new one is a new row here and a file of strings.
enum class Language : quint8 { English, SimplifiedChinese };

inline constexpr std::array allLanguages{Language::English, Language::SimplifiedChinese};

//! "en" or "zh-CN": the value of `lang` in HTML, in the query and in the cookie.
[[nodiscard]] QByteArrayView languageTag(Language language);

//! The language that a tag such as "zh", "zh-Hans-CN" or "en-GB" means; case does not matter.
[[nodiscard]] std::optional<Language> languageFromTag(QByteArrayView tag);

//! The best of an Accept-Language field (RFC 9110 12.5.4); nothing when it names none of ours.
[[nodiscard]] std::optional<Language> acceptedLanguage(QByteArrayView acceptLanguage);

} // namespace pushlab::web
