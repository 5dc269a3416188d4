// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QStringList>

#include <optional>

namespace pushlab::compare {

//! A run under a name: a short one to begin with, or a published set-up as a run of ours.
struct Preset
{
    RunOptions options;
    QString summary; //!< what it is, in a sentence
    QStringList notes; //!< the summary, what was scaled or left out, and what the source says of itself
};

inline constexpr QLatin1String quickPreset{"quick"}; //!< a verdict within 20 s

//! The quick one first.
[[nodiscard]] QStringList presetNames();

//! Nothing when there is none of that name.
[[nodiscard]] std::optional<Preset> presetNamed(const QString &name);

//! The set-up's numbers beside those of \a result, whose options name the preset.
[[nodiscard]] QList<PublishedNumber> publishedNumbers(const RunResult &result);

} // namespace pushlab::compare
