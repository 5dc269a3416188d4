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

//! What \a json holds, with U+FEFF where it begins a string: QJsonDocument::fromJson() would take it for a byte order mark. A
//! mark before the document itself is none of its text.
[[nodiscard]] QJsonDocument parseJson(const QByteArray &json, QJsonParseError *error = nullptr);

//! As QString::fromUtf8(), which drops U+FEFF at the beginning.
[[nodiscard]] QString fromUtf8(QByteArrayView utf8);

//! \a text with U+FFFD for each half of a surrogate pair that stands alone, as a page's slice() may leave one: such a text has
//! no UTF-8, and toUtf8() would write a question mark.
[[nodiscard]] QString wholeText(const QString &text);

//! Appends a time in milliseconds with three decimals, as all times of the contract are written.
void appendJsonTime(QByteArray &json, double milliseconds);

//! `{"error":"…","code":"…"}`, the answer to bad input.
[[nodiscard]] QByteArray errorJson(QByteArrayView code, QByteArrayView error);

} // namespace pushlab::protocol
