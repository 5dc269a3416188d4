#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# 500 members of a host of its own talk, switch technique, leave and come back for so long, while connections are reset and stall:
#
#     tests/reliability/soak.sh 30m [--rate 1] [--restarts 6] [--in-memory] [--seed N] …
#
# Builds what is missing. Ends with 0 when nothing was lost or repeated and the host's memory stayed flat; --help tells the rest.
# PUSHLAB and PUSHLAB_SOAK name built programs.

set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
if [[ -z ${PUSHLAB:-} || -z ${PUSHLAB_SOAK:-} ]]; then
    cd -- "$root"
    [[ -f build/release/build.ninja ]] || cmake --preset release
    cmake --build --preset release --target pushlab pushlab-soak > /dev/null
    export PUSHLAB=$root/build/release/pushlab
    PUSHLAB_SOAK=$root/build/release/pushlab-soak
fi
exec "$PUSHLAB_SOAK" "$@"
