// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runoptions.h"

#include <QStringList>

#include <optional>

namespace pushlab::compare {

//! The quick one first.
[[nodiscard]] QStringList presetNames();

//! A run under a name: a short one to begin with, or a published set-up as a run of ours. Nothing when there is none of that
//! name. Its words are in text/presettext.h, its notes by presetNotes().
[[nodiscard]] std::optional<RunOptions> presetNamed(const QString &name);

} // namespace pushlab::compare
