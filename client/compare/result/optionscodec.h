// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"

#include <QJsonObject>

#include <optional>

namespace pushlab::compare {

//! The options of a run as its file contains them; durations in seconds.
[[nodiscard]] QJsonObject optionsToJson(const RunOptions &options);

//! Returns nullopt when a field is missing, of another type or out of range.
[[nodiscard]] std::optional<RunOptions> optionsFromJson(const QJsonObject &json);

} // namespace pushlab::compare
