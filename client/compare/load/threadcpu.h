// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::compare {

//! CPU time of the calling thread in ms.
[[nodiscard]] double threadCpu();

//! Lets this process open as many descriptors as the system allows it: each virtual client takes one or two.
void raiseDescriptorLimit();

} // namespace pushlab::compare
