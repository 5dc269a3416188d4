// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::session {

//! \a text without the blanks between two Chinese characters. Translations put a blank around what is filled in, because it may be
//! Latin ("WebSocket 最快"); where it is Chinese, none belongs there. What is isolated (U+2066 to U+2069), a name, keeps its own.
[[nodiscard]] QString closedUp(const QString &text);

} // namespace pushlab::session
