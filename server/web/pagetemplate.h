// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <functional>

namespace pushlab::web {

//! Replaces every {{name}} of \a text by what \a resolve gives for its name, which is inserted as it is.
[[nodiscard]] QByteArray fillTemplate(QByteArrayView text, const std::function<QByteArray(QByteArrayView name)> &resolve);

//! Repeats the text between {{each:NAME}} and {{end}} for each of \a values, with the value inserted for {{NAME}}, also within
//! other placeholders.
[[nodiscard]] QByteArray repeatBlocks(QByteArrayView text, QByteArrayView name, const QByteArrayList &values);

} // namespace pushlab::web
