// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

//! A result in which every field is set, for tests.
[[nodiscard]] pushlab::compare::RunResult sampleResult();

//! The same result as read from a file of a version that stored verdict and notes as text.
pushlab::compare::RunResult olderResult();
