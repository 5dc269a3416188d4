// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace pushlab::compare {

//! What a virtual client needs to know of a message or a control entry.
struct MessageMatch
{
    qint64 seq = 0;
    double accepted = 0; //!< by the host, its ms since 1970
    qsizetype bytes = 0; //!< of the JSON object
    bool isControl = false;
};

//! Finds the next object of a room's log in \a json and cuts off everything up to its end; nothing when there is none. Ten times as fast
//! as decoding, and as safe: a quotation mark inside a text is escaped, so that no text can look like a key.
[[nodiscard]] std::optional<MessageMatch> nextMatch(QByteArrayView &json);

//! The number under \a key ("\"seq\":"), wherever it first stands; nothing when it does not.
[[nodiscard]] std::optional<double> numberAt(QByteArrayView json, QByteArrayView key);

} // namespace pushlab::compare
