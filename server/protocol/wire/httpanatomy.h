// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/partcursor.h"

namespace pushlab::wire {

[[nodiscard]] QList<Part> dissectRequest(QByteArrayView bytes);
[[nodiscard]] QList<Part> dissectAnswer(QByteArrayView bytes);

} // namespace pushlab::wire
