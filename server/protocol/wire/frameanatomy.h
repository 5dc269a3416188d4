// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/partcursor.h"

namespace pushlab::wire {

//! Takes a WebSocket frame apart, bit by bit (RFC 6455 5.2).
[[nodiscard]] QList<Part> dissectFrame(QByteArrayView bytes);

} // namespace pushlab::wire
