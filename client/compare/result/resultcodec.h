// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QByteArray>

#include <optional>

namespace pushlab::compare {

inline constexpr int resultSchema = 1; //!< increased when an older reader would misread a file

//! A run as a file: `{"schema":"pushlab-compare","version":1,…}`, indented.
[[nodiscard]] QByteArray encodeResult(const RunResult &result);

//! Reads what encodeResult() wrote. Returns nullopt when \a json is no such file, or of a later schema.
[[nodiscard]] std::optional<RunResult> decodeResult(const QByteArray &json);

} // namespace pushlab::compare
