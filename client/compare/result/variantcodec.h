// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QJsonObject>

#include <optional>

namespace pushlab::compare {

//! The results of one variant as they stand in a run's file.
[[nodiscard]] QJsonObject variantToJson(const VariantResult &result);

//! Nothing when \a json is no such object.
[[nodiscard]] std::optional<VariantResult> variantFromJson(const QJsonObject &json);

} // namespace pushlab::compare
