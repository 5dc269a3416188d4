// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace pushlab::app {

//! The way to a value in a JSON document: keys of objects, indices of arrays.
using JsonPath = QList<std::variant<QString, qsizetype>>;

//! The line, from 1, where the value at \a path stands in \a json, a valid document; the line of the nearest value around it when
//! there is no such value.
[[nodiscard]] int lineOf(const QByteArray &json, const JsonPath &path);

//! The line of the byte at \a offset.
[[nodiscard]] int lineAt(const QByteArray &json, qsizetype offset);

} // namespace pushlab::app
