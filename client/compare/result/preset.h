// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"

#include <QStringList>

#include <optional>

namespace pushlab::compare {

//! The names of all presets, the quick one first.
[[nodiscard]] QStringList presetNames();

//! The run with that name: a short one to begin with, or a published set-up as a run of ours; nullopt when there is none. Its
//! texts are in text/presettext.h, its notes from presetNotes().
[[nodiscard]] std::optional<RunOptions> presetNamed(const QString &name);

} // namespace pushlab::compare
