// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::base {

//! Returns the memory that the allocator keeps free to the system. By itself the allocator returns only what lies at the end of
//! its heap. Blocks for some milliseconds per hundred megabytes; does nothing where the C library has no such call.
void releaseFreeMemory();

} // namespace pushlab::base
