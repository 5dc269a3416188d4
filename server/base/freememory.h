// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::base {

//! Gives what the allocator holds free back to the system, which it does by itself only at the end of its heap. Takes some
//! milliseconds for a hundred megabytes; does nothing where there is no such call.
void releaseFreeMemory();

} // namespace pushlab::base
