// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

//! What libFuzzer calls with every input, and the replay with every file of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace pushlab::tests {

//! Ends the process, which is how a fuzzer learns of a fault, unless \a holds.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fault: %s\n", what);
    std::abort();
}

} // namespace pushlab::tests
