// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/base/freememory.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace pushlab::base {

void releaseFreeMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace pushlab::base
