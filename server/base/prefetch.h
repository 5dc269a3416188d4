// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace pushlab::base {

//! Hint to fetch the memory of \a object, at most its first \a most bytes, into the cache while the caller goes on. Also harmless
//! for invalid addresses.
template <typename T>
inline void prefetch(const T *object, std::size_t most = sizeof(T))
{
    const auto *const first = reinterpret_cast<const char *>(object);
    for (std::size_t offset = 0; offset < most; offset += 64)
        __builtin_prefetch(first + offset);
}

} // namespace pushlab::base
