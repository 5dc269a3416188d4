#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every C++ file is as .clang-format has it. To format one: clang-format-14 -i FILE
set -euo pipefail

formatter=clang-format-$CLANG_VERSION
if ! command -v "$formatter" > /dev/null; then
    echo "Skipped: there is no $formatter here, and other versions format differently."
    exit 77
fi

cd -- "$SOURCES"
find app client server tests \( -name '*.cpp' -o -name '*.h' \) -print0 |
    xargs -0 -P 2 -n 40 "$formatter" --dry-run --Werror --ferror-limit=1
