// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace pushlab::protocol {

//! \a text as a field of CSV (RFC 4180), UTF-8, quoted where it has to be. A text that a spreadsheet would run as a formula gets an
//! apostrophe before it.
[[nodiscard]] QByteArray csvField(const QString &text);

} // namespace pushlab::protocol
