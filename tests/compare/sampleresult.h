// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

//! A result with something in every field, for tests.
[[nodiscard]] pushlab::compare::RunResult sampleResult();

//! The same out of a file that states verdict and notes in sentences.
pushlab::compare::RunResult olderResult();
