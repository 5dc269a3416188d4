// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace pushlab::session {
struct Received;
}

namespace pushlab::app {

//! \a text on one line: line ends and other control characters are shown as \n, \t, \x1b, so that it cannot control the terminal.
[[nodiscard]] QString visibleText(const QString &text);

//! `from: text` as visibleText(), UTF-8, without a line end.
[[nodiscard]] QByteArray plainLine(const session::Received &received);

//! `{"seq":…,"from":"…","text":"…","technique":"…","delay":…}`, the delay in milliseconds or null.
[[nodiscard]] QByteArray jsonLine(const session::Received &received);

} // namespace pushlab::app
