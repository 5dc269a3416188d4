#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A race and a question over a slow network, held against what is true:
#
#     tests/reliability/truth.sh 45s --members 12 --percent 5
#
# measures 2,000 delays by each technique, whose mean must be within 5 % of theory. Builds what is missing; --help tells the rest.
# PUSHLAB_TRUTH names a built program.

set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
if [[ -z ${PUSHLAB_TRUTH:-} ]]; then
    cd -- "$root"
    [[ -f build/release/build.ninja ]] || cmake --preset release
    cmake --build --preset release --target pushlab-truth > /dev/null
    PUSHLAB_TRUTH=$root/build/release/pushlab-truth
fi
exec "$PUSHLAB_TRUTH" "$@"
