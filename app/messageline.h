// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pushlab::session {
struct Received;
}

namespace pushlab::app {

//! `from: text` on one line, UTF-8, without a line end. Line ends and other control characters are shown as \n, \t, \x1b, so that
//! a message is one line and cannot control the terminal.
[[nodiscard]] QByteArray plainLine(const session::Received &received);

//! `{"seq":…,"from":"…","text":"…","technique":"…","delay":…}`, the delay in milliseconds or null.
[[nodiscard]] QByteArray jsonLine(const session::Received &received);

} // namespace pushlab::app
