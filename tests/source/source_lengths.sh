#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A file that grows past its limit is to be split: a class that needs "and" to be described is two.
set -euo pipefail

cd -- "$SOURCES"
failed=0

# check LIMIT FIND-ARGUMENTS ...: complains about each file found that has more lines.
check() {
    local limit=$1 file lines
    shift
    while IFS= read -r -d '' file; do
        lines=$(wc -l < "$file")
        if ((lines > limit)); then
            echo "$file has $lines lines; the limit is $limit."
            failed=1
        fi
    done < <(find "$@" -print0)
}

check 160 app client server -name '*.h'
check 400 app client server -name '*.cpp'
check 400 resources/web -name '*.js'
check 500 tests '(' -name '*.cpp' -o -name '*.h' ')'
exit "$failed"
