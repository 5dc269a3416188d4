// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QJsonObject>

#include <optional>

namespace pushlab::compare {

//! The results of one variant as a run's file contains them.
[[nodiscard]] QJsonObject variantToJson(const VariantResult &result);

//! Returns nullopt when \a json is no such object.
[[nodiscard]] std::optional<VariantResult> variantFromJson(const QJsonObject &json);

} // namespace pushlab::compare
