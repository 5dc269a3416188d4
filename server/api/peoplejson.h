// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/classpeople.h"

#include <QJsonObject>

namespace pushlab::api {

//! As `banned` of `GET /api/class/moderation` lists it.
[[nodiscard]] QJsonObject banJson(const room::BanState &ban);

//! As `spotlight` of `GET /api/class/moderation`, and whoever else shows it to the teacher's class.
[[nodiscard]] QJsonObject spotlightJson(const room::SpotlightState &spotlight);

} // namespace pushlab::api
