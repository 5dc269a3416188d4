// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::app {

//! The exit codes of the program, for scripts.
enum class ExitCode : int {
    Ok = 0,
    Failed = 1,
    Usage = 2, //!< a sentence on stderr says how to correct the command line
    Unreachable = 3, //!< cannot listen or connect
    Threshold = 4, //!< a condition of --fail-if holds
    Interrupted = 130 //!< by a signal; results so far were printed
};

} // namespace pushlab::app
