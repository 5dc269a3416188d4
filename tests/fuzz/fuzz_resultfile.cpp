// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Result files of the comparison.

#include "tests/fuzz/fuzztarget.h"

#include "client/compare/result/resultcodec.h"

using namespace pushlab::compare;
using pushlab::tests::require;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto result = decodeResult(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!result)
        return 0;
    const QByteArray written = encodeResult(*result);
    const auto again = decodeResult(written);
    require(again.has_value(), "what was read is written so that it cannot be read");
    require(encodeResult(*again) == written, "reading and writing changes it");
    return 0;
}
