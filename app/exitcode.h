// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::app {

//! What the program ends with, for scripts.
enum class ExitCode : int {
    Ok = 0,
    Failed = 1,
    Usage = 2, //!< a sentence on stderr says what to type
    Unreachable = 3, //!< cannot bind or connect
    Threshold = 4, //!< a condition of --fail-if holds
    Interrupted = 130 //!< by a signal, with what there was
};

} // namespace pushlab::app
