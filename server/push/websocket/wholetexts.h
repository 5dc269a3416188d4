// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

//! Messages as most clients send them, each in one masked text frame (RFC 6455 5.2): read without QWebSocket.
namespace pushlab::push {

//! Whether \a bytes, at a frame's beginning, are such frames to their end, and nothing else.
[[nodiscard]] bool areWholeTexts(QByteArrayView bytes);

//! The payload of the first of \a bytes, for which that holds, unmasked; takes its frame from their front. It may be no UTF-8.
[[nodiscard]] QByteArray takeWholeText(QByteArrayView &bytes);

} // namespace pushlab::push
