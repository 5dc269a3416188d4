// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

//! The function that libFuzzer calls with every input, and the replay with every file of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace pushlab::tests {

//! Ends the process unless \a holds, which is how a fuzzer recognises a fault.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fault: %s\n", what);
    std::abort();
}

} // namespace pushlab::tests
