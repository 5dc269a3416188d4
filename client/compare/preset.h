// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/runresult.h"

#include <QStringList>

#include <optional>

namespace pushlab::compare {

//! A published set-up as a run of ours.
struct Preset
{
    RunOptions options;
    QStringList notes; //!< what was scaled or left out, and what the source says of itself
};

[[nodiscard]] QStringList presetNames();

//! Nothing when there is none of that name.
[[nodiscard]] std::optional<Preset> presetNamed(const QString &name);

//! The set-up's numbers beside those of \a result, whose options name the preset.
[[nodiscard]] QList<PublishedNumber> publishedNumbers(const RunResult &result);

} // namespace pushlab::compare
