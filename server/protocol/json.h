// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonDocument>
#include <QString>
#include <QStringView>

namespace pushlab::protocol {

//! Appends \a utf8 to \a json as a JSON string with its quotes. The bytes must be valid UTF-8.
void appendJsonString(QByteArray &json, QByteArrayView utf8);

//! Parses \a json and keeps U+FEFF at the beginning of strings, which QJsonDocument::fromJson() would drop as a byte order mark.
//! A byte order mark before the document itself is skipped.
[[nodiscard]] QJsonDocument parseJson(const QByteArray &json, QJsonParseError *error = nullptr);

//! As QString::fromUtf8(), but keeps U+FEFF at the beginning.
[[nodiscard]] QString fromUtf8(QByteArrayView utf8);

//! Returns \a text with every unpaired surrogate replaced by U+FFFD. A page's slice() may leave one; it has no UTF-8, and
//! toUtf8() would write a question mark.
[[nodiscard]] QString wholeText(const QString &text);

//! Appends a time in milliseconds with three decimals, as everywhere in the contract.
void appendJsonTime(QByteArray &json, double milliseconds);

//! `{"error":"…","code":"…"}`, the body of error responses.
[[nodiscard]] QByteArray errorJson(QByteArrayView code, QByteArrayView error);

} // namespace pushlab::protocol
