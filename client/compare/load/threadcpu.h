// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::compare {

//! The CPU time used by the calling thread so far, in ms.
[[nodiscard]] double threadCpu();

//! Raises this process's limit of descriptors to the system's: each virtual client needs one or two.
void raiseDescriptorLimit();

} // namespace pushlab::compare
