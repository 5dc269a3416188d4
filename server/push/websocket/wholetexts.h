// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

//! Reads messages in the form that most clients send, one masked text frame each (RFC 6455 5.2), without QWebSocket.
namespace pushlab::push {

//! Whether \a bytes, which begin at a frame, consist of such frames only.
[[nodiscard]] bool areWholeTexts(QByteArrayView bytes);

//! Removes the first frame from \a bytes, for which areWholeTexts() holds, and returns its unmasked payload, which may be invalid
//! UTF-8.
[[nodiscard]] QByteArray takeWholeText(QByteArrayView &bytes);

} // namespace pushlab::push
