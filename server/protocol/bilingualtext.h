// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace pushlab::protocol {

//! A text in both languages of the program; what was written in one language is the same in both. A plain value.
struct BilingualText
{
    QString english;
    QString chinese;

    [[nodiscard]] bool isEmpty() const { return english.isEmpty() && chinese.isEmpty(); }
    [[nodiscard]] const QString &in(bool isChinese) const { return isChinese ? chinese : english; }
    friend bool operator==(const BilingualText &, const BilingualText &) = default;
};

[[nodiscard]] inline BilingualText sameInBoth(const QString &text)
{
    return {text, text};
}

//! `{"en":…,"zh-CN":…}`
[[nodiscard]] inline QJsonObject encodeText(const BilingualText &text)
{
    return {{QStringLiteral("en"), text.english}, {QStringLiteral("zh-CN"), text.chinese}};
}

//! Such an object or one string; nullopt when \a value is neither, or lacks a language.
[[nodiscard]] inline std::optional<BilingualText> decodeText(const QJsonValue &value)
{
    if (value.isString())
        return sameInBoth(value.toString());
    const QJsonValue english = value[u"en"];
    const QJsonValue chinese = value[u"zh-CN"];
    if (!english.isString() || !chinese.isString())
        return std::nullopt;
    return BilingualText{english.toString(), chinese.toString()};
}

} // namespace pushlab::protocol
